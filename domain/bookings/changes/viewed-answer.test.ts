import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { addMinutes, DAY_MS, type Instant, toInstant } from '../../values/instant.ts'
import { money } from '../../values/money.ts'
import { bookingView, type OwnIntent } from '../booking-view.ts'
import { ada, at, desk1, desk2, harbour, noDistance, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { settle } from '../settle.ts'
import { choiceAt } from '../wishes/choice.ts'
import type { Intent } from '../wishes/intent.ts'
import type { Outcome, SettledIntent } from '../wishes/outcome.ts'

const now = at('2026-11-24', 540)
const morning = span('2026-11-26', 540, 780)
const facts = {
  occupied: [],
  ownBookings: [],
  distance: noDistance,
  wallet: emptyWallet,
  madeBy: null,
}
const { booking: first } = settle(
  wish(desk1, morning),
  { ...facts, catalogue: harbour, member: ada },
  now,
)
const booking = must(first, 'it is free')
const quote = money(1600, 'EUR')
const later = choiceAt(harbour, desk2.id, span('2026-11-26', 900, 1140))

function asked(seq: number): Intent<'booking.change'> {
  return {
    ...{ v: 1, id: toId('intent', `bki_change-${seq}`), kind: 'booking.change', seq },
    ...{ device: toId('device', 'dev_phone'), madeAt: now, heardAt: null },
    ...{ deadlineAt: morning.startsAt },
    body: { bookingId: booking.id, choice: later, quote, ceiling: null },
  }
}

function settled(seq: number, outcome: Outcome, settledAt = now): SettledIntent {
  const { id, kind, device } = asked(seq)
  const told = { intentId: id, kind, device, seq, settledAt, siteId: null, people: 1, quote }
  return { ...told, wish: later, about: booking.id, outcome }
}

function viewed(more: { settled?: SettledIntent[]; intents?: OwnIntent[]; now?: Instant }) {
  const [row] = bookingView({
    ...{ bookings: [booking], series: [], settled: [], intents: [], now },
    ...more,
  })
  return must(row, 'there is a booking')
}

const refused: Outcome = {
  kind: 'refused',
  refusal: { reason: 'booked', conflict: morning },
  alternatives: [],
}

test('[CHANGES-11] [B-07] a wish to change stands beside the booking, which is where it was', () => {
  const intents: OwnIntent[] = [{ intent: asked(7), state: 'saved', settled: null }]
  expect(viewed({ intents })).toMatchObject({
    ...{ state: 'confirmed', resourceId: desk1.id, startText: '09:00' },
    wish: 'change',
    change: { resourceId: desk2.id, startText: '15:00', endText: '19:00' },
    answer: null,
  })
})

test('[CHANGES-11] a no is told beside the booking, with where it was to be and why not', () => {
  expect(viewed({ settled: [settled(7, refused)] })).toMatchObject({
    ...{ state: 'confirmed', wish: null },
    answer: { wish: 'change', to: { resourceId: desk2.id }, refusal: { reason: 'booked' } },
  })
  const dear: Outcome = { kind: 'ask-again', price: money(9900, 'EUR'), alternatives: [] }
  expect(viewed({ settled: [settled(7, dear)] }).answer).toMatchObject({
    refusal: null,
    owed: money(9900, 'EUR'),
  })
})

test('[CHANGES-11] the next answer takes its place, and after seven days or the end it is no news', () => {
  const yes: Outcome = { kind: 'confirmed', bookingId: booking.id, choice: 0, price: quote }
  const both = [settled(7, refused), settled(8, yes, addMinutes(now, 1))]
  expect(viewed({ settled: both }).answer).toBeNull()
  expect(viewed({ settled: [...both].reverse() }).answer).toBeNull()
  const answers = [settled(7, refused)]
  expect(viewed({ settled: answers, now: morning.endsAt }).answer).toBeNull()
  const old = [settled(7, refused, toInstant(now - 8 * DAY_MS))]
  expect(viewed({ settled: old }).answer).toBeNull()
})
