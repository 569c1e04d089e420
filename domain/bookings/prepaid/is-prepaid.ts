/**
 * Whether a booking is paid before it stands: where the rate that prices it says so, and somebody takes payments. What a team pays for is on the
 * team's bill, because its card belongs to whoever reads its bills; what is too little to be charged is on the next bill too.
 */
import type { Member } from '../../memberships/member.ts'
import { isChargeable } from '../../prices/minimum.ts'
import { isQuotedPrepaid } from '../../prices/prepaid.ts'
import { quote } from '../../prices/quote.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Resource } from '../../sites/resource.ts'
import type { Interval } from '../../values/interval.ts'
import type { Money } from '../../values/money.ts'
import { toWallTime } from '../../values/zone.ts'
import { asOffered } from '../absences/as-offered.ts'

export function isPrepaid(asked: {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly resource: Resource
  readonly interval: Interval
  /** What lots leave to be paid. */
  readonly price: Money
}): boolean {
  const { catalogue, member, interval, price } = asked
  const { site, rates, zone } = catalogue
  const { startsOn } = site.billing
  if (!rates.some((rate) => rate.isPrepaid) || member.teamId !== null) return false
  if (startsOn === null || toWallTime(zone, interval.startsAt).date < startsOn) return false
  if (!isChargeable(price)) return false
  const resource = asOffered(catalogue, asked.resource, interval, member)
  return isQuotedPrepaid(rates, quote(catalogue, resource, interval, member.tierId))
}
