import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { addMinutes, DAY_MS, toInstant } from '../../values/instant.ts'
import { bookingView, type OwnIntent } from '../booking-view.ts'
import { desk1, harbour } from '../for-tests.ts'
import { leaveWait } from './answer-offer.ts'
import { day, facts, now, onDay, order, settleFacts, waiting, wishToWait } from './for-tests.ts'
import { givePlace } from './give-place.ts'
import { joinWait } from './join-wait.ts'
import { endWait, type Wait } from './wait.ts'
import { waitView } from './wait-view.ts'

const ofTwo = onDay(day, 840, 900)
const nothing = { waits: [], settled: [], intents: [], now }

function offered() {
  const freed = { siteId: harbour.site.id, resourceIds: [desk1.id], interval: ofTwo }
  const { wait, bookings } = must(givePlace(waiting(ofTwo), freed, settleFacts(), now), 'free')
  return { wait, booking: must(bookings[0], 'it is offered') }
}

function leaving(wait: Wait): OwnIntent {
  const intent = { ...wishToWait(ofTwo), kind: 'wait.leave', body: { waitId: wait.id } }
  return { intent: intent as OwnIntent['intent'], state: 'saved', settled: null } // kind and body match
}

test('[WAIT-15] a wish to wait is shown as saved, then as waiting, and the space alone says so', () => {
  const intent = wishToWait(ofTwo)
  const saved = { intent, state: 'saved', settled: null } as const
  expect(waitView({ ...nothing, intents: [saved] })).toMatchObject([
    { state: 'saved', resourceIds: [desk1.id], at: { interval: ofTwo } },
  ])
  const taken = { resourceId: desk1.id, unit: 1, interval: ofTwo, state: 'booked' } as const
  const { wait } = joinWait(intent, { ...facts, occupied: [taken] }, now)
  const waits = [must(wait, 'it is taken')]
  expect(waitView({ ...nothing, waits, intents: [saved] })).toMatchObject([{ state: 'waiting' }])
  expect(waitView({ ...nothing, waits, now: ofTwo.endsAt })).toEqual([])
})

test('[WAIT-15] a no to it stays in sight for a week, with what could be booked', () => {
  const intent = wishToWait(ofTwo)
  const { outcome } = joinWait(intent, facts, now)
  const settled = {
    ...{ intentId: intent.id, kind: intent.kind, device: intent.device, seq: 1, settledAt: now },
    ...{ wish: intent.body.choice, siteId: harbour.site.id, people: 1, quote: null, outcome },
  }
  expect(waitView({ ...nothing, settled: [settled] })).toMatchObject([
    { state: 'refused', refusal: { reason: 'free-now' }, alternatives: [{}] },
  ])
  const later = toInstant(now + 8 * DAY_MS)
  expect(waitView({ ...nothing, settled: [settled], now: later })).toEqual([])
})

test('[WAIT-15] an offer is shown among the bookings; who is leaving it says so until the space has heard', () => {
  const { wait, booking } = offered()
  const waits = [wait]
  const seen = (intents: readonly OwnIntent[] = []) =>
    bookingView({ ...nothing, series: [], bookings: [booking], waits, intents })
  expect(seen()).toMatchObject([{ state: 'offered', wish: null }])
  expect(seen([leaving(wait)])).toMatchObject([{ state: 'offered', wish: 'cancel' }])
  expect(waitView({ ...nothing, waits, intents: [leaving(wait)] })).toMatchObject([
    { state: 'offered', isLeaving: true },
  ])
})

test('[WAIT-15] an offer that was declined is told nowhere, and one that staff took back with its reason', () => {
  const { wait, booking } = offered()
  const left = leaveWait(wait, booking, { because: 'left', bookingId: booking.id }, now)
  const bookings = [must(left.booking, 'it was held')]
  const input = { ...nothing, series: [], bookings, waits: [left.wait] }
  expect(bookingView(input)).toEqual([])
  expect(waitView(input)).toEqual([])
  const removed = endWait(order(), { because: 'removed', reason: 'Kept for guests' }, now)
  expect(waitView({ ...nothing, waits: [removed] })).toMatchObject([
    { state: 'removed', reason: 'Kept for guests' },
  ])
})

test('[WAIT-07] [D-37] a yes that came too late is told with what can be had instead', () => {
  const { booking } = offered()
  const { holdExpiresAt: _gone, ...rest } = { ...booking, holdExpiresAt: now }
  const lapsed = { ...rest, state: 'lapsed', heldFor: 'confirmation', holdExpiresAt: now } as const
  const intent = wishToWait(ofTwo)
  const alternatives = [{ choice: intent.body.choice, price: booking.price }]
  const outcome = { kind: 'refused', refusal: { reason: 'hold-expired' }, alternatives } as const
  const settled = {
    ...{ intentId: intent.id, kind: 'booking.confirm' as const, device: intent.device, seq: 2 },
    ...{ settledAt: addMinutes(now, 31), wish: null, siteId: null, people: 1, quote: null },
    ...{ outcome, about: booking.id },
  } as const
  const input = { ...nothing, series: [], bookings: [lapsed], settled: [settled] }
  expect(bookingView(input)).toMatchObject([
    { state: 'refused', refusal: { reason: 'hold-expired' }, alternatives },
  ])
})
