/**
 * What a change adds to the dates of a series that were paid before they stood is paid before any of them is changed (PREPAID-17): each keeps
 * what it would have besides, all of that is held as long as the shortest and paid with one payment, and the series stands until then.
 *
 *   3 dates ══════════════ stand ══════════════╗ paid ─▶ all of them, there; one bill with a line for each that costs more
 *   3 holds ─ each keeps what its date adds, ──╝ lapsed, let go, or one date gone meanwhile ─▶ the series is as it was
 */
import { isChargeable } from '../../prices/minimum.ts'
import { findResource } from '../../sites/catalogue.ts'
import { must } from '../../values/assert.ts'
import type { BookingId, IntentId } from '../../values/ids.ts'
import { type Instant, toInstant } from '../../values/instant.ts'
import { add, compare, type Money, subtract, zero } from '../../values/money.ts'
import type { AlsoMoved, Booking, MoveOf } from '../booking.ts'
import { atMost, type Moved, type MoveFacts, movedTo, whyNotMoved } from '../changes/ask-to-move.ts'
import type { ChangedTerms } from '../changes/decide-change.ts'
import { isPaidFirst, paidChange } from '../changes/pay-to-change.ts'
import { walletWith } from '../lots/wallet-with.ts'
import { isToPay } from '../prepaid/payment-hold.ts'
import type { SettleFacts } from '../settle.ts'

/** A date as it is, and as it would be. */
interface Change {
  readonly before: Booking
  readonly after: Booking
}

/**
 * What all of the dates add, where any of them is paid before it stands; null where none is, nobody takes payments, or it is too little
 * to be charged: then they are changed at once.
 */
export function paidBefore(
  changes: readonly Change[],
  { catalogue, member, paying }: Pick<SettleFacts, 'catalogue' | 'member' | 'paying'>,
): Money | null {
  const isPaid = changes.some(({ before, after: { resourceId, interval } }) => {
    const resource = findResource(catalogue, resourceId)
    return resource && isPaidFirst(before, { catalogue, member, resource, interval }, paying)
  })
  if (!isPaid) return null
  const none = zero(catalogue.site.currency)
  const added = changes.reduce((sum, one) => add(sum, addedBy(one)), none)
  return isChargeable(added) ? added : null
}

function addedBy({ before, after }: Change): Money {
  const isMore = compare(after.owed, before.owed) > 0
  return isMore ? subtract(after.owed, before.owed) : zero(after.owed.currency)
}

/**
 * What waits for the money of all of them. `decided` is each date with its hold, or as it would be where nothing is kept for it: of those the
 * first hold tells.
 */
export function heldTogether(
  decided: readonly { readonly before: Booking; readonly booking: Booking }[],
  intentId: IntentId,
): readonly Booking[] {
  const holds = decided.flatMap(({ booking }) => (isToPay(booking) ? [booking] : []))
  const [first] = holds
  if (first === undefined) throw new Error('Broken invariant: what adds something is held')
  const also = decided.flatMap(({ before, booking }) =>
    booking.id === before.id ? [alsoMoved(before, booking)] : [],
  )
  const holdExpiresAt = toInstant(Math.min(...holds.map((hold) => hold.holdExpiresAt)))
  const paidWith = holds.length === 1 ? null : first.id
  return holds.map((hold) => {
    const moves = must(hold.moves, 'it changes a date')
    const ofSeries = { also: hold === first ? also : [] }
    return { ...hold, intentId, holdExpiresAt, paidWith, moves: { ...moves, ofSeries } }
  })
}

function alsoMoved(
  { id: bookingId, resourceId, interval }: Booking,
  { interval: to, owed }: Booking,
): AlsoMoved {
  return { bookingId, resourceId, interval, to, owed }
}

export interface SeveralMoves extends Omit<MoveFacts, 'booking'> {
  /** What the holds would change. */
  readonly bookings: ReadonlyMap<BookingId, Booking>
}

/** All that these holds would change, where the money for it is there; null where any of it cannot be changed any more. */
export function paidChanges(
  holds: readonly Booking[],
  facts: SeveralMoves,
  now: Instant,
): readonly Moved[] | null {
  let { wallet } = facts
  const changes: Moved[] = []
  const known = (id: BookingId) => facts.bookings.get(id) ?? null
  const take = (moved: readonly Moved[] | null) => {
    if (moved === null) return false
    changes.push(...moved)
    wallet = walletWith(
      wallet,
      moved.map(({ booking }) => booking),
    )
    return true
  }
  for (const hold of holds) {
    const { moves } = hold
    if (moves === null) return null
    const booking = known(moves.bookingId)
    if (!take(paidChange(hold, { ...facts, booking, wallet }, now))) return null
    for (const also of moves.ofSeries?.also ?? []) {
      const shorter = shortened(hold, moves, also, { ...facts, wallet }, known(also.bookingId), now)
      if (!take(shorter)) return null
    }
  }
  return changes
}

function shortened(
  hold: Booking,
  { effectiveAt }: MoveOf,
  { to, owed }: AlsoMoved,
  facts: Omit<MoveFacts, 'booking'>,
  booking: Booking | null,
  now: Instant,
): readonly Moved[] | null {
  const resource = booking === null ? null : findResource(facts.catalogue, booking.resourceId)
  if (booking === null || resource === null) return null
  if (whyNotMoved(booking, hold, now) !== null) return null
  const agree = (terms: ChangedTerms) => atMost(terms, owed)
  const from = { unit: booking.unit, moves: hold.moves }
  const next = movedTo(from, { to, effectiveAt }, { ...facts, booking, resource }, agree, now)
  return [{ booking: next, before: booking }]
}
