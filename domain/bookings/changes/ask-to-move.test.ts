import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { money, zero } from '../../values/money.ts'
import { declineRequest } from '../approval/answer-request.ts'
import { toRequest } from '../approval/request-sections.ts'
import type { Booking } from '../booking.ts'
import { bookingView } from '../booking-view.ts'
import { tenAndFiveDays } from '../cancellation/for-tests.ts'
import { lapseHold } from '../change-booking.ts'
import { ada, at, desk1, harbourWith, noDistance, room, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { occupiedBy } from '../occupied-by.ts'
import { settle } from '../settle.ts'
import { choiceAt } from '../wishes/choice.ts'
import { approveMove, isPointless, requestsToMove, withdrawn } from './ask-to-move.ts'
import { type ChangeFacts, settleChange } from './settle-change.ts'

const day = '2026-11-26'
const now = at('2026-11-01', 600)
const morning = span(day, 540, 780)
/** A room that the team approves within two hours. */
const board = { ...room, approvalMinutes: 120 }
const catalogue = harbourWith(board)
const plenty = money(1_000_000, 'EUR')
const known = { catalogue, member: ada, distance: noDistance, wallet: emptyWallet }

function atDesk(): Booking {
  const facts = { ...known, madeBy: null, occupied: [], ownBookings: [] }
  return must(settle(wish(desk1, morning), facts, now).booking, 'it is free')
}

const one = atDesk()
const later = span(day, 660, 780)

function asked(
  booking: Booking,
  more: Partial<ChangeFacts> = {},
  interval = later,
  when: Instant = now,
) {
  const choice = choiceAt(catalogue, board.id, interval)
  const request = { bookingId: booking.id, choice, quote: plenty, ceiling: null }
  const facts: ChangeFacts = {
    ...{ ...known, booking, occupied: [occupiedBy(booking)], ownBookings: [booking] },
    ...{ deadlineAt: booking.interval.endsAt, effectiveAt: when, approval: 'asked' },
    intentId: toId('intent', 'bki_move'),
    ...more,
  }
  const decision = settleChange(request, facts, when)
  const { outcome } = decision
  return { ...decision, said: outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind }
}

const request = must(asked(one).booking, 'it can be asked for')
const moving = (booking: Booking) => ({ ...known, booking })

test('[CHANGES-13] [B-15] [B-30] asked for, the new place is held as requested and the booking stays as it is', () => {
  const { outcome } = asked(one)
  expect(outcome).toMatchObject({ kind: 'held', bookingId: 'bkg_move', price: money(4400, 'EUR') })
  expect(request).toMatchObject({
    ...{ state: 'held', heldFor: 'approval', holdExpiresAt: addMinutes(now, 120) },
    ...{ resourceId: board.id, interval: later, owed: money(4400 - 1600, 'EUR') },
    moves: { bookingId: one.id, resourceId: desk1.id, interval: morning },
  })
  expect(occupiedBy(request)).toMatchObject({ state: 'asked', interval: later })
  expect(toRequest(request, 'Ada')?.movesFrom).toEqual({
    ...{ resourceId: desk1.id, date: day, startText: '09:00', endText: '13:00' },
  })
})

test('[CHANGES-13] it is asked once, until the first of the two begins, and only where both can be held', () => {
  expect(asked(one, { ownBookings: [one, request] }).said).toBe('already-asked')
  const soon = addMinutes(morning.startsAt, -60)
  expect(asked(one, {}, later, soon).booking).toMatchObject({ holdExpiresAt: morning.startsAt })
  const there: Booking = { ...one, resourceId: board.id }
  expect(asked(there, {}, span(day, 600, 840)).said).toBe('needs-asking')
  expect(asked(request, {}, span(day, 900, 960)).said).toBe('needs-asking')
  const others = [occupiedBy(one), { ...occupiedBy(request), state: 'booked' as const }]
  expect(asked(one, { occupied: others }).said).toBe('booked')
  expect(asked(one, { approval: 'own' })).toMatchObject({
    said: 'confirmed',
    booking: { id: one.id },
  })
})

test('[CHANGES-14] [B-30] approved, it is the same booking there, the request gives its place to it, and the difference is owed once', () => {
  const when = addMinutes(now, 119)
  const { outcome, changes } = approveMove(request, moving(one), when)
  expect(outcome).toMatchObject({ kind: 'confirmed', bookingId: one.id })
  expect(changes).toMatchObject([
    {
      before: { id: one.id },
      booking: {
        ...{ id: one.id, intentId: one.intentId, state: 'confirmed', moves: null },
        ...{ resourceId: board.id, interval: later, changedAt: when, owed: money(4400, 'EUR') },
      },
    },
    { before: { id: request.id }, booking: { state: 'cancelled', owed: zero('EUR') } },
  ])
})

test('[CHANGES-14] [D-31] [D-53] what was agreed when it was asked is the most, and the window counts from then', () => {
  const policy = { ...tenAndFiveDays, steps: [{ hoursBefore: 24, refundPercent: 100 }] }
  const kept: Booking = { ...one, policy }
  const [before, after] = [25, 23].map((hours) => addMinutes(morning.startsAt, -hours * 60))
  const early = must(asked(kept, {}, later, before).booking, 'in time')
  const owed = (known_: typeof catalogue, when = must(after, 'two')) => {
    const facts = { ...moving(kept), catalogue: known_ }
    return approveMove({ ...early, holdExpiresAt: later.startsAt } as Booking, facts, when)
      .changes[0]?.booking.owed
  }
  expect(owed(catalogue)).toEqual(money(4400, 'EUR'))
  const dearer = {
    ...catalogue,
    rates: catalogue.rates.map((rate) => ({ ...rate, hourMinor: (rate.hourMinor ?? 0) * 2 })),
  }
  expect(owed(dearer)).toEqual(money(4400, 'EUR'))
  const free = {
    ...catalogue,
    rates: catalogue.rates.map((rate) => ({ ...rate, hourMinor: 0 })),
  }
  expect(owed(free)).toEqual(zero('EUR'))
})

test('[CHANGES-14] [D-15] declined, lapsed, taken back or answered too late, the booking is where it was', () => {
  const lapsed = must(lapseHold(request, addMinutes(now, 120)), 'it ran out')
  const declined = must(declineRequest(request, 'The board meets', [], now).booking, 'in time')
  for (const over of [lapsed, declined, withdrawn(request, now)]) {
    expect(over).toMatchObject({ owed: zero('EUR'), covered: [] })
    expect(approveMove(over, moving(one), now).changes).toEqual([])
  }
  const late = approveMove(request, moving(one), addMinutes(now, 120))
  expect(late.outcome).toMatchObject({ refusal: { reason: 'request-lapsed' } })
  const begun: Booking = { ...one, state: 'checked-in', checkedInAt: now }
  expect(approveMove(request, moving(begun), now).outcome).toMatchObject({
    refusal: { reason: 'already-started' },
  })
})

test('[CHANGES-15] it ends with what it would have moved, and by nothing else', () => {
  expect(requestsToMove(one, [one, request])).toEqual([request])
  expect(requestsToMove(request, [one, request])).toEqual([])
  expect(isPointless({ ...one, note: 'Window' }, one, request)).toBe(false)
  expect(isPointless(withdrawn(one, now), one, request)).toBe(true)
  expect(isPointless({ ...one, state: 'checked-in', checkedInAt: now }, one, request)).toBe(true)
  expect(isPointless({ ...one, unit: 2 }, one, request)).toBe(true)
})

test('[CHANGES-11] [CHANGES-14] a member sees where it would come from, and nothing of a request that is over', () => {
  const rows = (bookings: readonly Booking[]) =>
    bookingView({ bookings, settled: [], intents: [], series: [], now })
  expect(rows([one, request])).toMatchObject([
    { bookingId: one.id, movesFrom: null },
    { state: 'asked', movesFrom: { resourceId: desk1.id, date: day, startText: '09:00' } },
  ])
  expect(rows([one, withdrawn(request, now)])).toHaveLength(1)
})
