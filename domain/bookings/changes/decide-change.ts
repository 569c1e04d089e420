/**
 * Whether a booking can be had at another time or place, and what would be owed for it then: the one decision that the device predicts
 * with and the server decides with. What the booking has already is not asked for again; what it would have besides must pass
 * every rule, and its own span is not in its own way.
 */
import type { Member } from '../../memberships/member.ts'
import { tierOf } from '../../memberships/tier-of.ts'
import { dayPriceOf } from '../../prices/day-price.ts'
import { isChargeable } from '../../prices/minimum.ts'
import { quote } from '../../prices/quote.ts'
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import { effectiveRules } from '../../sites/effective-rules.ts'
import type { Resource } from '../../sites/resource.ts'
import type { Instant } from '../../values/instant.ts'
import { contains, type Interval } from '../../values/interval.ts'
import { compare, type Money, subtract, zero } from '../../values/money.ts'
import { asOffered } from '../absences/as-offered.ts'
import type { Booking } from '../booking.ts'
import { isLive } from '../booking.ts'
import {
  type ChangeKind,
  changeKind,
  changeTerms,
  isFreeMove,
} from '../cancellation/change-terms.ts'
import { checkQuotas } from '../limits/check-quotas.ts'
import type { OwnTime } from '../limits/own-time.ts'
import { withLinked } from '../links/linked-spans.ts'
import { type CoveredTerms, coverChange, inMoney } from '../lots/cover-change.ts'
import type { Wallet } from '../lots/lot.ts'
import { findUnit } from '../occupancy/find-unit.ts'
import type { Occupied } from '../occupancy/occupancy.ts'
import type { Refusal } from '../wishes/refusal.ts'
import { addedTime } from './added-time.ts'
import { checkChange } from './check-change.ts'

/** What of a booking a change is decided on: the server has all of it, a device what it shows. */
export type Changeable = Pick<
  Booking,
  | 'id'
  | 'state'
  | 'resourceId'
  | 'unit'
  | 'interval'
  | 'people'
  | 'price'
  | 'owed'
  | 'policy'
  | 'settledAt'
  | 'covered'
  | 'payWith'
>

export interface ChangeInput {
  readonly catalogue: Catalogue
  /** Whose booking it is. */
  readonly member: Member
  readonly booking: Changeable
  readonly resource: Resource
  readonly interval: Interval
  readonly preferredUnit: number | null
  /** What holds the site's resources around both times. The booking's own span may be among it. */
  readonly occupied: readonly Occupied[]
  /** What the member has besides this booking. */
  readonly ownTimes: readonly OwnTime[]
  /** What they may book with besides money; what this booking uses is free, see `walletWithout`. */
  readonly wallet: Wallet
  /** When the wish counts from, for what is owed; whether it can be had is decided as of now. */
  readonly effectiveAt: Instant
  readonly approval: WhoseApproval
  readonly paidFirst: WhoPaysFirst
  readonly now: Instant
}

/** Of a place that the team approves: its own member asks, the team needs not, and several dates at once cannot. */
export type WhoseApproval = 'asked' | 'own' | 'none'

/**
 * Whether what it adds is paid before it stands (see `pay-to-change`): by itself; or with what others add, and then it waits for that money
 * whatever it adds itself.
 */
export type WhoPaysFirst = 'nobody' | 'alone' | 'with-others'

export type ChangeAnswer =
  | {
      readonly kind: 'fits'
      readonly unit: number
      readonly terms: ChangedTerms
      /** The team is asked first, and the booking stays where it is until then. */
      readonly asks: boolean
      /** What is paid first, and until then too the booking stays where it is; null where nothing is. */
      readonly pays: Money | null
      /** What is held until then; null where it has all of it already. */
      readonly keeps: Interval | null
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What would be owed, and the most that it and others of its day would cost. */
export interface ChangedTerms extends CoveredTerms, Pick<Booking, 'dayPrice'> {}

export function decideChange(asked: ChangeInput): ChangeAnswer {
  const { catalogue, booking, interval, member } = asked
  const resource = asOffered(catalogue, asked.resource, interval, member)
  const input = { ...asked, resource }
  const kind = changeKind(booking, { resourceId: resource.id, interval })
  const refusal = checkState(input, kind) ?? checkRulesOf(input, kind)
  if (refusal !== null) return { kind: 'refused', refusal }
  const isSamePlace = resource.id === booking.resourceId
  const preferred = isSamePlace ? booking.unit : input.preferredUnit
  const others = othersIn(input)
  const found = findUnit(resource, interval, kind === 'shorter' ? [] : others, preferred)
  if (found.kind === 'taken') return { kind: 'refused', refusal: found.refusal }
  const overQuota = kind === 'shorter' ? null : checkQuota(input)
  if (overQuota !== null) return { kind: 'refused', refusal: overQuota }
  const asks = needsYes(input, kind)
  const terms = termsOf(input)
  const pays = addedOwed(input, terms)
  const kept = asks
    ? wholeBesides(input, others)
    : pays === null
      ? { unit: found.unit, keeps: interval }
      : addedBesides(input, others, found.unit)
  if (kept === null) {
    return { kind: 'refused', refusal: { reason: asks ? 'needs-asking' : 'not-beside' } }
  }
  return { kind: 'fits', ...kept, terms, asks, pays }
}

/** Too little to be charged is on the next bill; of several dates it is all of them that are charged. */
function addedOwed({ booking, paidFirst }: ChangeInput, { owed }: ChangedTerms): Money | null {
  if (paidFirst === 'nobody') return null
  const added = compare(owed, booking.owed) > 0 ? subtract(owed, booking.owed) : zero(owed.currency)
  return paidFirst === 'with-others' || isChargeable(added) ? added : null
}

/** What the booking has already it keeps by itself; one hold keeps one stretch. */
function addedBesides(input: ChangeInput, others: readonly Occupied[], unit: number) {
  const { booking, resource, interval } = input
  const [keeps, ...more] = addedTime(booking, { resourceId: resource.id, unit, interval })
  if (more.length > 0) return null
  if (keeps === undefined) return input.paidFirst === 'with-others' ? { unit, keeps: null } : null
  return keeps === interval ? wholeBesides(input, others) : { unit, keeps }
}

function wholeBesides(input: ChangeInput, others: readonly Occupied[]) {
  const unit = unitBesides(input, others)
  return unit === null ? null : { unit, keeps: input.interval }
}

function needsYes({ resource, approval }: ChangeInput, kind: ChangeKind): boolean {
  return kind !== 'shorter' && resource.approvalMinutes !== null && approval !== 'own'
}

/** Both are held while the team thinks or the money comes, so the one must not be in the other's way. */
function unitBesides(input: ChangeInput, others: readonly Occupied[]): number | null {
  const { catalogue, booking, resource, interval } = input
  const { resourceId, unit } = booking
  const own: Occupied = { resourceId, unit, interval: booking.interval, state: 'booked' }
  const all = [...others, ...withLinked(catalogue, [own])]
  const found = findUnit(resource, interval, all, input.preferredUnit)
  return found.kind === 'free' ? found.unit : null
}

/** Who has begun, or has arrived, may stay longer or leave earlier, but does not begin elsewhere. */
function checkState({ booking, interval, now }: ChangeInput, kind: ChangeKind): Refusal | null {
  if (!isLive(booking.state)) return { reason: 'already-cancelled' }
  if (booking.interval.endsAt <= now) return { reason: 'past' }
  if (kind === 'same') return { reason: 'unchanged' }
  const hasBegun = booking.interval.startsAt <= now || booking.state === 'checked-in'
  const keepsStart = interval.startsAt === booking.interval.startsAt
  return hasBegun && (kind === 'moved' || !keepsStart) ? { reason: 'already-started' } : null
}

function checkRulesOf(input: ChangeInput, kind: ChangeKind): Refusal | null {
  const { catalogue, member, booking, resource, interval, now } = input
  const canAsk = input.approval === 'asked' && kind === 'moved' && booking.state === 'confirmed'
  if (needsYes(input, kind) && !canAsk) return { reason: 'needs-asking' }
  const wish = {
    ...{ catalogue, resource, interval, people: booking.people, now },
    tier: tierOf(catalogue.tiers, member),
    isHolder: member.assigned.includes(resource.id),
  }
  const isKept = kind !== 'moved' && interval.startsAt === booking.interval.startsAt
  return checkChange(wish, { isShorter: kind === 'shorter', isStartKept: isKept })
}

function checkQuota({ catalogue, member, resource, interval, ownTimes }: ChangeInput) {
  const tier = tierOf(catalogue.tiers, member)
  return checkQuotas({ zone: catalogue.zone, tier, kind: resource.kind, interval, ownTimes })
}

export function termsOf(
  input: Pick<
    ChangeInput,
    'booking' | 'catalogue' | 'member' | 'wallet' | 'resource' | 'interval' | 'effectiveAt' | 'now'
  >,
): ChangedTerms {
  const { booking, catalogue, member, resource, interval, effectiveAt } = input
  const priceOf = (place: Resource, time: Interval) =>
    quote(catalogue, asOffered(catalogue, place, time, member), time, member.tierId).price
  const place = findResource(catalogue, booking.resourceId)
  const to = {
    resourceId: resource.id,
    interval,
    was: place === null ? booking.price : priceOf(place, booking.interval),
    will: priceOf(resource, interval),
    policy: effectiveRules(resource, tierOf(catalogue.tiers, member)).cancellation,
  }
  const terms = changeTerms(inMoney(booking), to, effectiveAt)
  const isFree = terms.kind === 'moved' && isFreeMove(booking, effectiveAt)
  const { kind } = asOffered(catalogue, resource, interval, member)
  const dayPrice = dayPriceOf(
    catalogue,
    asOffered(catalogue, resource, interval, member),
    interval,
    member.tierId,
  )
  return { ...coverChange({ ...input, terms, kind, isFreeMove: isFree }), dayPrice }
}

/** What others hold, with what is linked to it: whatever the booking takes itself is not in its way. */
export function othersIn({
  catalogue,
  occupied,
  booking,
}: Pick<ChangeInput, 'catalogue' | 'occupied' | 'booking'>): readonly Occupied[] {
  return withLinked(catalogue, withoutOwnSpan(occupied, booking))
}

/** Nobody else is on its unit while it lives, so whatever lies within its time there is its own, in one span or split at midnight. */
export function withoutOwnSpan(
  occupied: readonly Occupied[],
  { resourceId, unit, interval }: Pick<Booking, 'resourceId' | 'unit' | 'interval'>,
): readonly Occupied[] {
  return occupied.filter(({ linked, ...span }) => {
    const isIts =
      linked === undefined
        ? span.resourceId === resourceId && span.unit === unit
        : linked.resourceId === resourceId
    return !(isIts && contains(interval, span.interval))
  })
}
