/**
 * A booking that is to go to a place which the team approves. The request holds the new place and says what it would move; the booking
 * stands until the team has said yes, and goes there in the same moment in which its old place is free (B-15, B-30).
 *
 *   booking ═══════════════ stands ═══════════════╗ yes ─▶ the same booking, there; its old place is free
 *   request ─ holds the new place, asks the team ─╝ no, lapsed or taken back ─▶ the booking is where it was
 */
import type { Member } from '../../memberships/member.ts'
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import { partIdsOf } from '../../sites/links.ts'
import type { Resource } from '../../sites/resource.ts'
import { type BookingId, bookingIdOf, type IntentId } from '../../values/ids.ts'
import { addMinutes, type Instant, toInstant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { add, compare, type Money, subtract, zero } from '../../values/money.ts'
import { whyNotNow } from '../approval/answer-request.ts'
import { isRequest } from '../approval/request-sections.ts'
import { type AlsoMoved, type Booking, isLive, type MoveOf } from '../booking.ts'
import { bookingFacts, cancelled } from '../change-booking.ts'
import type { Wallet } from '../lots/lot.ts'
import { walletWithout } from '../lots/wallet-without.ts'
import { bookedWallTime } from '../wishes/choice.ts'
import type { Outcome } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'
import { keepsStart } from './added-time.ts'
import { changed } from './changed-booking.ts'
import { type ChangedTerms, termsOf } from './decide-change.ts'

export interface MoveAsked {
  readonly booking: Booking
  readonly resource: Resource
  readonly unit: number
  readonly interval: Interval
  readonly terms: ChangedTerms
  readonly catalogue: Catalogue
  readonly intentId: IntentId
  /** When the wish counts from: what giving up the old time costs is decided by it, whenever the team answers. */
  readonly effectiveAt: Instant
}

/** Approved, what it adds may have to be paid before it stands. */
export function moveRequest(
  asked: MoveAsked,
  approvalMinutes: number,
  isPrepaid: boolean,
  now: Instant,
): Booking {
  const answerBy = Math.min(
    addMinutes(now, approvalMinutes),
    asked.interval.startsAt,
    asked.booking.interval.startsAt,
  )
  return {
    ...moveFacts(asked, now),
    isPrepaid,
    state: 'held',
    heldFor: 'approval',
    holdExpiresAt: toInstant(answerBy),
    holdExtended: false,
  }
}

/** It owes the difference that was agreed, and uses nothing of any pass until it becomes the booking's own. */
export function moveFacts(asked: MoveAsked, now: Instant) {
  const { booking, resource, unit, interval, terms, catalogue, intentId, effectiveAt } = asked
  const { id, resourceId, wall } = booking
  const isMore = compare(terms.owed, booking.owed) > 0
  return {
    ...bookingFacts(booking),
    ...{ id: bookingIdOf(intentId), intentId, resourceId: resource.id, unit, interval },
    parts: partIdsOf(catalogue, resource),
    wall: bookedWallTime(catalogue.zone, interval),
    ...{ guests: [], extras: [], covered: [], basketId: null, series: null, madeBy: null },
    ...{ price: terms.price, policy: terms.policy, checkIn: resource.rules.checkIn },
    owed: isMore ? subtract(terms.owed, booking.owed) : zero(terms.owed.currency),
    ...{ settledAt: now, changedAt: null, revision: 0 },
    paidWith: null,
    moves: {
      ...{ bookingId: id, resourceId, interval: booking.interval, wall },
      ...{ to: interval, effectiveAt },
    },
  }
}

/** The requests that would move this booking and still wait. */
export function requestsToMove(
  { id }: Pick<Booking, 'id'>,
  own: readonly Booking[],
): readonly Booking[] {
  return own.filter((one) => isRequest(one) && one.moves?.bookingId === id)
}

/** All that would change this booking, and still waits for the team or for its money. */
export function waitingToMove(
  { id }: Pick<Booking, 'id'>,
  own: readonly Booking[],
): readonly Booking[] {
  return own.filter((one) => isLive(one.state) && isMovedBy(one, id))
}

export function isMovedBy({ moves }: Pick<Booking, 'moves'>, id: BookingId): boolean {
  return moves?.bookingId === id || alsoOf(moves).some(({ bookingId }) => bookingId === id)
}

function alsoOf(moves: MoveOf | null): readonly AlsoMoved[] {
  return moves?.ofSeries?.also ?? []
}

/** It would only end at another time: whoever has arrived may still have that. */
function keepsStartOf(id: BookingId, { moves, resourceId }: Booking): boolean {
  if (moves?.bookingId === id) return keepsStart({ resourceId }, moves)
  return alsoOf(moves).some((one) => one.bookingId === id && keepsStart(one, one))
}

/** A request whose booking is not there any more, or has become something else, asks for nothing. Who has arrived may still stay longer. */
export function isPointless(booking: Booking, before: Booking, request: Booking): boolean {
  const staysLonger = keepsStartOf(booking.id, request)
  const isSame =
    (booking.state === before.state || (staysLonger && isLive(booking.state))) &&
    booking.resourceId === before.resourceId &&
    booking.unit === before.unit &&
    booking.interval.startsAt === before.interval.startsAt &&
    booking.interval.endsAt === before.interval.endsAt
  return isLive(before.state) && !isSame
}

/** The request gives its place back, and nothing is owed for it. */
export function withdrawn(request: Booking, now: Instant): Booking {
  return cancelled(request, 'space', { because: 'space', percent: 100 }, now, now)
}

export interface Moved {
  readonly booking: Booking
  readonly before: Booking
}

export interface ApprovedMove {
  readonly outcome: Outcome
  readonly changes: readonly Moved[]
}

export interface MoveFacts {
  /** What is moved; null where it is not known any more. */
  readonly booking: Booking | null
  readonly catalogue: Catalogue
  readonly member: Member
  readonly wallet: Wallet
}

/** The booking is where it was to go, its old place and the request's are given back, all in one fact. */
export function approveMove(request: Booking, facts: MoveFacts, now: Instant): ApprovedMove {
  const { booking } = facts
  const { moves } = request
  const refusal = whyNotNow(request, now) ?? whyNotMoved(booking, request, now)
  if (refusal !== null) return no(refusal)
  const resource = findResource(facts.catalogue, request.resourceId)
  if (booking === null || moves === null || resource === null) {
    return no({ reason: 'unknown-resource' })
  }
  const agree = (terms: ChangedTerms, of: Booking) => asAgreed(terms, of, request)
  const next = movedTo(request, moves, { ...facts, booking, resource }, agree, now)
  const outcome: Outcome = { kind: 'confirmed', bookingId: next.id, choice: 0, price: null }
  const ended = { booking: withdrawn(request, now), before: request }
  return { outcome, changes: [{ booking: next, before: booking }, ended] }
}

/** The booking where it was to go, for what `agree` makes of the terms as they are by now. */
export function movedTo(
  request: Pick<Booking, 'unit' | 'moves'>,
  { to: interval, effectiveAt }: Pick<MoveOf, 'to' | 'effectiveAt'>,
  facts: Omit<MoveFacts, 'booking'> & { readonly booking: Booking; readonly resource: Resource },
  agree: (terms: ChangedTerms, booking: Booking) => ChangedTerms,
  now: Instant,
): Booking {
  const { booking, catalogue, resource } = facts
  const wallet = walletWithout(facts.wallet, booking.id)
  const terms = agree(termsOf({ ...facts, wallet, interval, effectiveAt, now }), booking)
  const next = changed(booking, { resource, unit: request.unit, interval }, terms, catalogue, now)
  return request.moves?.ofSeries === undefined ? next : { ...next, series: booking.series }
}

export function whyNotMoved(
  booking: Booking | null,
  request: Booking,
  now: Instant,
): Refusal | null {
  if (booking === null || !isLive(booking.state)) return { reason: 'already-cancelled' }
  if (keepsStartOf(booking.id, request)) return null
  const hasBegun = booking.interval.startsAt <= now || booking.state === 'checked-in'
  return hasBegun ? { reason: 'already-started' } : null
}

/** No more than was agreed when it was asked, whatever prices and passes did meanwhile. */
export function asAgreed(terms: ChangedTerms, booking: Booking, request: Booking): ChangedTerms {
  return atMost(terms, add(booking.owed, request.owed))
}

export function atMost(terms: ChangedTerms, most: Money): ChangedTerms {
  if (compare(terms.owed, most) <= 0) return terms
  const above = subtract(terms.owed, most)
  const isAll = compare(above, terms.price) >= 0
  const price = isAll ? zero(above.currency) : subtract(terms.price, above)
  return { ...terms, price, owed: most }
}

function no(refusal: Refusal): ApprovedMove {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, changes: [] }
}
