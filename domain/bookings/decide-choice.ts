/** The one decision about one place at one time that the device predicts with and the server decides with. */
import type { Member } from '../memberships/member.ts'
import { tierOf } from '../memberships/tier-of.ts'
import { quote } from '../prices/quote.ts'
import type { Catalogue } from '../sites/catalogue.ts'
import type { Resource } from '../sites/resource.ts'
import type { Instant } from '../values/instant.ts'
import type { Interval } from '../values/interval.ts'
import type { Money } from '../values/money.ts'
import { asOffered } from './absences/as-offered.ts'
import { checkRules } from './booking-rules.ts'
import { checkQuotas } from './limits/check-quotas.ts'
import type { OwnTime } from './limits/own-time.ts'
import { checkMembershipDay } from './membership-days.ts'
import { findUnit } from './occupancy/find-unit.ts'
import type { Occupied } from './occupancy/occupancy.ts'
import type { Refusal } from './wishes/refusal.ts'

export interface ChoiceInput {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly resource: Resource
  readonly interval: Interval
  readonly people: number
  /** What holds the resource around that time. Spans of other resources are looked over. */
  readonly occupied: readonly Occupied[]
  /** What the member has there already: see `limits/own-time`. */
  readonly ownTimes: readonly OwnTime[]
  readonly preferredUnit: number | null
  readonly now: Instant
}

export type ChoiceAnswer =
  | { readonly kind: 'fits'; readonly unit: number; readonly price: Money }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export function decideChoice(input: ChoiceInput): ChoiceAnswer {
  const { catalogue, member, interval, people, occupied, ownTimes, now } = input
  const resource = asOffered(catalogue, input.resource, interval, member)
  const away = checkMembershipDay(member, catalogue.zone, interval)
  if (away !== null) return { kind: 'refused', refusal: away }
  const tier = tierOf(catalogue.tiers, member)
  const isHolder = member.assigned.includes(resource.id)
  const refusal = checkRules({ catalogue, resource, tier, interval, people, isHolder, now })
  if (refusal !== null) return { kind: 'refused', refusal }
  const found = findUnit(resource, interval, occupied, input.preferredUnit)
  if (found.kind === 'taken') return { kind: 'refused', refusal: found.refusal }
  const { zone } = catalogue
  const overQuota = checkQuotas({ zone, tier, kind: resource.kind, interval, ownTimes })
  if (overQuota !== null) return { kind: 'refused', refusal: overQuota }
  const { price } = quote(catalogue, resource, interval, member.tierId)
  return { kind: 'fits', unit: found.unit, price }
}
