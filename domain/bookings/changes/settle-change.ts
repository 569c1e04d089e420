/**
 * The settlement of a wish to have a booking otherwise: at another time or place, longer, shorter, or ended now. Either all of it happens
 * or nothing does, and then the member is told what could be had instead (B-30).
 */
import { findResource } from '../../sites/catalogue.ts'
import type { Resource } from '../../sites/resource.ts'
import { must } from '../../values/assert.ts'
import type { IntentId } from '../../values/ids.ts'
import { addMinutes, type Instant, MINUTE_MS } from '../../values/instant.ts'
import { durationMinutes, type Interval, toInterval } from '../../values/interval.ts'
import type { Money } from '../../values/money.ts'
import { ALTERNATIVES_MAX, findAlternatives } from '../alternatives.ts'
import type { Booking } from '../booking.ts'
import { isLive } from '../booking.ts'
import { ownTimesOf } from '../limits/own-time.ts'
import { walletWithout } from '../lots/wallet-without.ts'
import { isToPay } from '../prepaid/payment-hold.ts'
import type { SettleDecision, SettleFacts } from '../settle.ts'
import { choiceAt, resolveChoice } from '../wishes/choice.ts'
import type { ChangeRequest } from '../wishes/intent.ts'
import type { Alternative } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'
import { type MoveAsked, moveRequest, requestsToMove } from './ask-to-move.ts'
import { changed } from './changed-booking.ts'
import {
  type ChangeInput,
  decideChange,
  othersIn,
  termsOf,
  type WhoseApproval,
} from './decide-change.ts'
import { changeHold, isPaidFirst, waitsForChange } from './pay-to-change.ts'

export interface ChangeFacts extends Omit<SettleFacts, 'madeBy'> {
  readonly booking: Booking
  readonly deadlineAt: Instant
  readonly effectiveAt: Instant
  readonly approval: WhoseApproval
  /** The wish: a request to the team is named after it. */
  readonly intentId: IntentId
  /** It waits for the money of other dates, with what it adds itself (see `pay-series-change`). */
  readonly isWithOthers?: true
}

export function settleChange(
  request: ChangeRequest,
  facts: ChangeFacts,
  now: Instant,
): SettleDecision {
  const { booking, catalogue, deadlineAt } = facts
  if (deadlineAt < now) return refuse({ reason: 'expired', deadlineAt })
  // What is asked for on somebody's page meanwhile is what it costs where it is.
  if (isToPay(booking)) return refuse({ reason: 'not-paid-yet' })
  const resource = findResource(catalogue, request.choice.resourceId)
  if (resource === null) return refuse({ reason: 'unknown-resource' })
  const resolved = resolveChoice(catalogue.zone, request.choice)
  if (resolved.kind === 'refused') return refuse(resolved.refusal)
  const input = inputOf(request, facts, resource, resolved.interval, now)
  const answer = decideChange(input)
  const mustAsk = resource.approvalMinutes !== null && facts.approval === 'asked'
  const isAsked = mustAsk && requestsToMove(booking, facts.ownBookings).length > 0
  // What was asked for already may hold the very place that is asked for again.
  if (isAsked && (answer.kind === 'refused' || answer.asks)) {
    return refuse({ reason: 'already-asked' })
  }
  const isWaiting = waitsForChange(booking, facts.ownBookings)
  if (isWaiting && (answer.kind === 'refused' || answer.asks || answer.pays !== null)) {
    return refuse({ reason: 'not-paid-yet' })
  }
  if (answer.kind === 'refused') return refuse(answer.refusal, insteadOf(input, facts))
  const { unit, terms, asks, pays, keeps } = answer
  const most = request.ceiling ?? request.quote
  const isAgreed =
    most.currency === terms.owed.currency && terms.owed.amountMinor <= most.amountMinor
  if (!isAgreed) {
    const offer = { choice: choiceAt(catalogue, resource.id, resolved.interval), price: terms.owed }
    return {
      outcome: { kind: 'ask-again', price: terms.owed, alternatives: [offer] },
      booking: null,
    }
  }
  const place = { resource, unit, interval: resolved.interval }
  if (asks) return ask({ ...place, terms }, pays !== null, facts, now)
  if (pays !== null && keeps !== null) {
    const asked = { ...facts, ...place, terms }
    return held(changeHold(asked, keeps, facts.paying?.isAway ?? false, now), terms.owed)
  }
  return yes(changed(booking, place, terms, catalogue, now))
}

/** The team is asked: until they have answered the booking stands where it is. */
function ask(
  place: Pick<MoveAsked, 'resource' | 'unit' | 'interval' | 'terms'>,
  isPaidThen: boolean,
  { booking, catalogue, intentId, effectiveAt }: ChangeFacts,
  now: Instant,
): SettleDecision {
  const minutes = must(place.resource.approvalMinutes, 'the team is asked about it')
  const asked = { ...place, booking, catalogue, intentId, effectiveAt }
  const request = moveRequest(asked, minutes, isPaidThen, now)
  if (request.state !== 'held' || request.holdExpiresAt <= now) {
    return refuse({ reason: 'too-late-to-ask' })
  }
  return held(request, place.terms.owed)
}

function held(booking: Booking, price: Money): SettleDecision {
  if (booking.state !== 'held') throw new Error('Broken invariant: what waits is held')
  const { id: bookingId, holdExpiresAt } = booking
  return { outcome: { kind: 'held', bookingId, choice: 0, price, holdExpiresAt }, booking }
}

/** Ends a booking that runs. What is left of it is free at once; what is owed follows from the policy (B-29). */
export function endBooking(
  facts: Pick<ChangeFacts, 'booking' | 'catalogue' | 'member' | 'wallet' | 'effectiveAt'>,
  now: Instant,
): SettleDecision {
  const { booking, catalogue } = facts
  const { startsAt, endsAt } = booking.interval
  if (!isLive(booking.state)) return refuse({ reason: 'already-cancelled' })
  if (endsAt <= now) return refuse({ reason: 'past' })
  if (startsAt >= now || booking.state === 'held') return refuse({ reason: 'not-running' })
  const resource = findResource(catalogue, booking.resourceId)
  if (resource === null) return refuse({ reason: 'unknown-resource' })
  // Times are told in minutes, so the one that has begun is still its own.
  const interval = toInterval(startsAt, Math.ceil(now / MINUTE_MS) * MINUTE_MS)
  if (interval.endsAt >= endsAt) return refuse({ reason: 'past' })
  const wallet = walletWithout(facts.wallet, booking.id)
  const terms = termsOf({ ...facts, wallet, resource, interval, now })
  return yes(changed(booking, { resource, unit: booking.unit, interval }, terms, catalogue, now))
}

function inputOf(
  { choice }: ChangeRequest,
  facts: ChangeFacts,
  resource: Resource,
  interval: Interval,
  now: Instant,
): ChangeInput {
  const { booking, catalogue, member, occupied, ownBookings, effectiveAt } = facts
  const others = ownBookings.filter(({ id }) => id !== booking.id)
  const ownTimes = ownTimesOf(catalogue, others)
  const preferredUnit = choice.unit
  const { approval } = facts
  const to = { catalogue, member, resource, interval }
  const isPaid = approval === 'asked' && isPaidFirst(booking, to, facts.paying)
  const alone = isPaid ? 'alone' : 'nobody'
  const paidFirst = facts.isWithOthers ? 'with-others' : alone
  const whose = { effectiveAt, approval, paidFirst, now } as const
  const wish = { booking, resource, interval, preferredUnit, ...whose }
  const wallet = walletWithout(facts.wallet, booking.id)
  return { catalogue, member, occupied, ownTimes, wallet, ...wish }
}

/** Longer, as far as it goes; else the nearest places and times. Each would be accepted as things stand (D-19). */
function insteadOf(input: ChangeInput, facts: ChangeFacts): readonly Alternative[] {
  const { booking, resource, interval, now } = input
  const isStartKept =
    resource.id === booking.resourceId && interval.startsAt === booking.interval.startsAt
  if (isStartKept) return longestOf(input)
  if (booking.interval.startsAt <= now || !isLive(booking.state)) return []
  const wish = {
    ...input,
    people: booking.people,
    occupied: othersIn(input),
    distance: facts.distance,
  }
  return findAlternatives(wish)
    .flatMap(({ choice }) => {
      const place = findResource(input.catalogue, choice.resourceId)
      return place === null ? [] : offer({ ...input, resource: place, interval: choice.interval })
    })
    .slice(0, ALTERNATIVES_MAX)
}

/** Ends between the one it has and the one that was wished, the latest that fits. */
function longestOf(input: ChangeInput): readonly Alternative[] {
  const { booking, resource, interval } = input
  const step = resource.rules.incrementMinutes
  const added = durationMinutes({ startsAt: booking.interval.endsAt, endsAt: interval.endsAt })
  for (let minutes = Math.floor(added / step) * step; minutes > 0; minutes -= step) {
    const endsAt = addMinutes(booking.interval.endsAt, minutes)
    const found = offer({ ...input, interval: { startsAt: interval.startsAt, endsAt } })
    if (found.length > 0) return found
  }
  return []
}

function offer(input: ChangeInput): readonly Alternative[] {
  const answer = decideChange(input)
  if (answer.kind === 'refused') return []
  const { catalogue, resource, interval } = input
  return [{ choice: choiceAt(catalogue, resource.id, interval), price: answer.terms.owed }]
}

function yes(booking: Booking): SettleDecision {
  const price: Money = booking.price
  return { outcome: { kind: 'confirmed', bookingId: booking.id, choice: 0, price }, booking }
}

function refuse(refusal: Refusal, alternatives: readonly Alternative[] = []): SettleDecision {
  return { outcome: { kind: 'refused', refusal, alternatives }, booking: null }
}
