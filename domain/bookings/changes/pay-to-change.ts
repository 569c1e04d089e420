/**
 * What a change adds to a booking that was paid before it stood is paid before it stands, too (PREPAID-13). A hold of its own keeps what is
 * added and says what it would change; the booking stands as it is until the money is there, and is changed in the same moment (B-30).
 *
 *   booking ═══════════════ stands ═══════════════╗ paid ─▶ the same booking, there; the difference is billed
 *   hold ─ keeps what is added, waits for its money ╝ lapsed or let go ─▶ the booking is as it was
 */
import { isChargeable } from '../../prices/minimum.ts'
import { quote } from '../../prices/quote.ts'
import { findResource } from '../../sites/catalogue.ts'
import { type Instant, toInstant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { add, compare, type Money, subtract } from '../../values/money.ts'
import { asOffered } from '../absences/as-offered.ts'
import { whyNotNow } from '../approval/answer-request.ts'
import type { Booking, MoveOf } from '../booking.ts'
import { bookingFacts } from '../change-booking.ts'
import { isPrepaid } from '../prepaid/is-prepaid.ts'
import { isToPay, paymentHold } from '../prepaid/payment-hold.ts'
import type { SettleFacts } from '../settle.ts'
import { bookedWallTime } from '../wishes/choice.ts'
import { keepsStart } from './added-time.ts'
import {
  type ApprovedMove,
  approveMove,
  asAgreed,
  isMovedBy,
  type MoveAsked,
  type Moved,
  type MoveFacts,
  movedTo,
  moveFacts,
  whyNotMoved,
  withdrawn,
} from './ask-to-move.ts'
import type { ChangedTerms } from './decide-change.ts'

/**
 * Of a booking that was paid before it stood, and of any that is taken to a place that must be. What a team pays for is on its bill, as it is
 * when it is booked; and where nobody takes payments, so is everything.
 */
export function isPaidFirst(
  booking: Pick<Booking, 'state' | 'isPrepaid' | 'resourceId'>,
  to: Omit<Parameters<typeof isPrepaid>[0], 'price'>,
  paying: SettleFacts['paying'],
): boolean {
  const stands = booking.state === 'confirmed' || booking.state === 'checked-in'
  if (paying === undefined || !stands || to.member.teamId !== null) return false
  return booking.isPrepaid || (booking.resourceId !== to.resource.id && isPrepaidThere(to))
}

function isPrepaidThere(to: Parameters<typeof isPaidFirst>[1]): boolean {
  const { catalogue, interval, member } = to
  const resource = asOffered(catalogue, to.resource, interval, member)
  const { price } = quote(catalogue, resource, interval, member.tierId)
  return isPrepaid({ ...to, price })
}

export function changeHold(
  asked: MoveAsked,
  keeps: Interval,
  isAway: boolean,
  now: Instant,
): Booking {
  const { moves, ...facts } = moveFacts(asked, now)
  const wall = bookedWallTime(asked.catalogue.zone, keeps)
  return untilPaid({ ...facts, interval: keeps, wall }, moves, isAway, now)
}

/** The team's yes to a request: with it the booking is there, or what that adds is paid first. */
export function approveAndPay(
  request: Booking,
  facts: MoveFacts & { readonly isPaying: boolean },
  now: Instant,
): ApprovedMove {
  const { moves } = request
  const isPaid = request.isPrepaid && facts.isPaying && isChargeable(request.owed)
  const refusal = whyNotNow(request, now) ?? whyNotMoved(facts.booking, request, now)
  if (!isPaid || moves === null || refusal !== null) return approveMove(request, facts, now)
  // Whoever asked looks at something else by now.
  const booking = untilPaid(bookingFacts(request), moves, true, now)
  const { id: bookingId, price, holdExpiresAt } = booking
  const outcome = { kind: 'held', bookingId, choice: 0, price, holdExpiresAt } as const
  return { outcome, changes: [{ booking, before: request }] }
}

/** Its price is what is added alone. Who has begun is not moved any more, so nothing is kept for it longer. */
function untilPaid(
  facts: Omit<ReturnType<typeof bookingFacts>, 'moves'>,
  moves: MoveOf,
  isAway: boolean,
  now: Instant,
): Extract<Booking, { state: 'held' }> {
  const hold = paymentHold(facts.interval, isAway, now)
  const { startsAt, endsAt } = moves.interval
  const last = keepsStart(facts, moves) ? endsAt : startsAt
  const holdExpiresAt = toInstant(Math.min(hold.holdExpiresAt, last))
  return { ...facts, moves, price: facts.owed, isPrepaid: true, ...hold, holdExpiresAt }
}

/** The hold that would change this booking and still waits for its money. */
export function waitsForChange({ id }: Pick<Booking, 'id'>, own: readonly Booking[]): boolean {
  return own.some((one) => isToPay(one) && isMovedBy(one, id))
}

/** Null where the booking cannot be changed any more: then what was paid goes back. */
export function paidChange(hold: Booking, facts: MoveFacts, now: Instant): readonly Moved[] | null {
  const { booking, catalogue } = facts
  const resource = findResource(catalogue, hold.resourceId)
  if (booking === null || hold.moves === null || resource === null) return null
  if (whyNotMoved(booking, hold, now) !== null) return null
  const agree = (terms: ChangedTerms, of: Booking) => asPaid(terms, of, hold)
  const next = movedTo(hold, hold.moves, { ...facts, booking, resource }, agree, now)
  return [
    { booking: next, before: booking },
    { booking: withdrawn(hold, now), before: hold },
  ]
}

/** Exactly what was paid, whatever prices and passes did meanwhile: the bill asks for what was charged. */
function asPaid(terms: ChangedTerms, booking: Booking, hold: Booking): ChangedTerms {
  const owed: Money = add(booking.owed, hold.price)
  if (compare(terms.owed, owed) >= 0) return asAgreed(terms, booking, hold)
  const price = add(terms.price, subtract(owed, terms.owed))
  return { ...terms, price, owed, covered: booking.covered }
}
