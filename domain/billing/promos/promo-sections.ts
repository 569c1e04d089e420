/** The section `promos` of `member/<id>`: the codes they have redeemed, with what these give. */
import { toJson } from '../../bookings/member-sections.ts'
import type { Redemption } from '../../sites/promo.ts'
import type { Json, Sections } from '../../values/sections.ts'

export function promoSections(redemptions: readonly Redemption[]): Sections {
  return { promos: Object.fromEntries(redemptions.map((one) => [one.id, toJson(one)])) }
}

export function readRedemptions(sections: Sections): readonly Redemption[] {
  return Object.values(sections['promos'] ?? {}).map(readRedemption)
}

/** Believed, because only the server can write it. */
export function readRedemption(value: Json): Redemption {
  return value as unknown as Redemption // as it was written above
}
