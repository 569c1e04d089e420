/** The section `billTo` of `member/<id>`: who the bills of the member, and of the team they manage, are made out to. */
import { toJson } from '../bookings/member-sections.ts'
import type { PayerBillTo } from '../memberships/bill-to.ts'
import { payerId } from '../memberships/holder.ts'
import type { Json, Sections } from '../values/sections.ts'

export function billToSections(known: readonly PayerBillTo[]): Sections {
  return { billTo: Object.fromEntries(known.map((one) => [payerId(one.payer), toJson(one)])) }
}

export function readBillTos(sections: Sections): readonly PayerBillTo[] {
  return Object.values(sections['billTo'] ?? {}).map(readBillTo)
}

/** Believed, because only the server can write it. */
export function readBillTo(value: Json): PayerBillTo {
  return value as unknown as PayerBillTo // as it was written above
}
