/**
 * "I'm sitting here": whoever sat down at another place than the booked one takes their booking with them, in one step (B-41). What was
 * agreed stays agreed, so it is a place of the same kind that costs no more; what others hold is theirs.
 *
 *   not begun     the same time at the new place
 *   running       the same time where the new place was free all of it, else from this minute on: what others had there before stays told
 */
import type { Member } from '../../memberships/member.ts'
import { tierOf } from '../../memberships/tier-of.ts'
import { quote } from '../../prices/quote.ts'
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import type { Resource } from '../../sites/resource.ts'
import { type Instant, MINUTE_MS } from '../../values/instant.ts'
import { type Interval, toInterval } from '../../values/interval.ts'
import { compare } from '../../values/money.ts'
import { toWallTime } from '../../values/zone.ts'
import { asOffered } from '../absences/as-offered.ts'
import type { Booking } from '../booking.ts'
import { checkAccess, checkOpen, checkPeople } from '../booking-rules.ts'
import type { BookingViewRow } from '../booking-view-row.ts'
import { changed } from '../changes/changed-booking.ts'
import { type Changeable, othersIn } from '../changes/decide-change.ts'
import { changeableOf } from '../changes/predict-change.ts'
import { findUnit } from '../occupancy/find-unit.ts'
import type { Occupied } from '../occupancy/occupancy.ts'
import type { SettleDecision } from '../settle.ts'
import type { SitRequest } from '../wishes/intent.ts'
import type { Refusal } from '../wishes/refusal.ts'
import { arrivalTimes } from './arrival-times.ts'

export interface SitInput {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly booking: Changeable
  readonly resource: Resource
  readonly preferredUnit: number | null
  /** What holds the site's places that day; the booking's own span may be among it. */
  readonly occupied: readonly Occupied[]
  readonly now: Instant
}

export type SitAnswer =
  | { readonly kind: 'fits'; readonly unit: number; readonly interval: Interval }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** The one decision that the device predicts with and the space decides with. */
export function decideSit(asked: SitInput): SitAnswer {
  const { catalogue, booking, member } = asked
  const resource = asOffered(catalogue, asked.resource, booking.interval, member)
  const input = { ...asked, resource }
  const refusal = checkState(input) ?? checkPlace(input)
  if (refusal !== null) return { kind: 'refused', refusal }
  const others = othersIn(input)
  const whole = findUnit(resource, booking.interval, others, input.preferredUnit)
  if (whole.kind !== 'taken') return { kind: 'fits', unit: whole.unit, interval: booking.interval }
  const rest = restOf(booking.interval, input.now)
  const left = findUnit(resource, rest, others, input.preferredUnit)
  if (left.kind === 'taken') return { kind: 'refused', refusal: left.refusal }
  return { kind: 'fits', unit: left.unit, interval: rest }
}

function checkState({ booking, catalogue, now }: SitInput): Refusal | null {
  const { state, interval } = booking
  if (state === 'held') return { reason: 'not-booked-yet' }
  if (state === 'no-show') return { reason: 'missed' }
  if (state !== 'confirmed' && state !== 'checked-in') return { reason: 'already-cancelled' }
  if (interval.endsAt <= now) return { reason: 'past' }
  const begins = toWallTime(catalogue.zone, interval.startsAt).date
  return begins > toWallTime(catalogue.zone, now).date ? { reason: 'not-today' } : null
}

function checkPlace({ catalogue, member, booking, resource, now }: SitInput): Refusal | null {
  if (resource.id === booking.resourceId) return { reason: 'unchanged' }
  const has = findResource(catalogue, booking.resourceId)
  const isHolder = member.assigned.includes(resource.id)
  const { people, interval } = booking
  const tier = tierOf(catalogue.tiers, member)
  const wish = { catalogue, resource, tier, interval, people, isHolder, now }
  const refusal = checkAccess(wish) ?? checkPeople(wish) ?? checkOpen(wish)
  if (refusal !== null) return refusal
  if (has !== null && asOffered(catalogue, has, interval, member).kind !== resource.kind) {
    return { reason: 'other-kind' }
  }
  if (resource.approvalMinutes !== null) return { reason: 'needs-asking' }
  const priceOf = (place: Resource) => quote(catalogue, place, interval, member.tierId).price
  const isDearer = has !== null && compare(priceOf(resource), priceOf(has)) > 0
  return isDearer ? { reason: 'dearer-place' } : null
}

/** Times are told in minutes, so the one that runs is taken whole. */
function restOf({ startsAt, endsAt }: Interval, now: Instant): Interval {
  return toInterval(Math.max(startsAt, Math.floor(now / MINUTE_MS) * MINUTE_MS), endsAt)
}

/** As a device foresees it, from the row it shows; null where there is no booking to take along. */
export function predictSit(
  row: BookingViewRow,
  input: Omit<SitInput, 'booking' | 'preferredUnit'>,
): SitAnswer | null {
  const booking = changeableOf(row)
  return booking === null ? null : decideSit({ ...input, booking, preferredUnit: null })
}

export interface SitFacts extends Omit<SitInput, 'booking' | 'resource' | 'preferredUnit' | 'now'> {
  readonly booking: Booking
  readonly deadlineAt: Instant
  /** When they sat down, by what `cancellation/effective-at` lets count. */
  readonly effectiveAt: Instant
}

/** The booking at its new place, checked in to once somebody may by now; or nothing at all. */
export function sitHere({ choice }: SitRequest, facts: SitFacts, now: Instant): SettleDecision {
  const { booking, catalogue, deadlineAt, effectiveAt } = facts
  if (deadlineAt < now) return refused({ reason: 'expired', deadlineAt })
  const resource = findResource(catalogue, choice.resourceId)
  if (resource === null) return refused({ reason: 'unknown-resource' })
  const answer = decideSit({ ...facts, resource, preferredUnit: choice.unit, now })
  if (answer.kind === 'refused') return refused(answer.refusal)
  const { unit, interval } = answer
  const moved = changed(booking, { resource, unit, interval }, booking, catalogue, now)
  const opensAt = arrivalTimes(moved)?.opensAt ?? moved.interval.startsAt
  const isHere = moved.state === 'confirmed' && opensAt <= effectiveAt
  return {
    outcome: { kind: 'confirmed', bookingId: booking.id, choice: 0, price: booking.price },
    booking: isHere ? { ...moved, state: 'checked-in', checkedInAt: effectiveAt } : moved,
  }
}

function refused(refusal: Refusal): SettleDecision {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, booking: null }
}
