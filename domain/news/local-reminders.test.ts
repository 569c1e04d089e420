import { expect, test } from 'vitest'
import type { Booking } from '../bookings/booking.ts'
import { cancelBooking } from '../bookings/change-booking.ts'
import { ada, at, by, desk1, harbour, noDistance, span, wish } from '../bookings/for-tests.ts'
import { emptyWallet } from '../bookings/lots/lot.ts'
import { settle } from '../bookings/settle.ts'
import { type NewsChoice, usualNewsChoice } from '../memberships/news-choice.ts'
import { must } from '../values/assert.ts'
import type { Instant } from '../values/instant.ts'
import { localReminders } from './local-reminders.ts'
import { newsKey } from './news-key.ts'

const early = at('2026-11-24', 540)
const both: NewsChoice = { ...usualNewsChoice, reminders: 'both' }

function booked(): Booking {
  const facts = { catalogue: harbour, member: ada, occupied: [], ownBookings: [], madeBy: null }
  const asked = wish(desk1, span('2026-11-26', 600, 660))
  const decided = settle(asked, { ...facts, distance: noDistance, wallet: emptyWallet }, early)
  return must(decided.booking, 'it is free')
}

function keys(booking: Booking, lookedAt: Instant, now: Instant, choice: NewsChoice = both) {
  return localReminders([booking], () => harbour, choice, { lookedAt, now }).map(({ key }) => key)
}

const booking = booked()
const { id: bookingId } = booking
const { startsAt } = booking.interval
const keyOf = (lead: 'hour' | 'day') => newsKey({ kind: 'reminder', bookingId, startsAt, lead })
const [dayBefore, hourBefore] = [at('2026-11-25', 600), at('2026-11-26', 540)]

test('[NEWS-24] [N-11] a device gives the reminders of the space at their times, by the same keys, and each once', () => {
  expect(keys(booking, early, at('2026-11-25', 599))).toEqual([])
  expect(keys(booking, early, dayBefore)).toEqual([keyOf('day')])
  expect(keys(booking, dayBefore, hourBefore)).toEqual([keyOf('hour')])
  expect(keys(booking, hourBefore, at('2026-11-26', 590))).toEqual([])
})

test('[NEWS-24] [N-11] opened late it gives the last one alone, and none of what has begun or was cancelled', () => {
  expect(keys(booking, early, at('2026-11-26', 560))).toEqual([keyOf('hour')])
  expect(keys(booking, early, at('2026-11-26', 600))).toEqual([])
  const cancelled = must(cancelBooking(booking, by('member', early), early).booking, 'it is ahead')
  expect(keys(cancelled, early, hourBefore)).toEqual([])
})

test('[NEWS-24] [A-04] whoever wants no reminders, or none on their devices, is given none', () => {
  const late = at('2026-11-26', 560)
  expect(keys(booking, early, late, { ...both, reminders: 'none' })).toEqual([])
  expect(keys(booking, early, late, { ...both, off: ['reminders/push'] })).toEqual([])
  expect(keys(booking, early, late, { ...both, reminders: 'day' })).toEqual([keyOf('day')])
})
