import { expect, test } from 'vitest'
import { usualCheckIn } from '../../sites/booking-rules.ts'
import { must } from '../../values/assert.ts'
import { addMinutes } from '../../values/instant.ts'
import { missBooking } from '../arrival/check-in.ts'
import type { Booking } from '../booking.ts'
import { facts, now, seriesWish } from './for-tests.ts'
import { settleSeries } from './settle-series.ts'
import { missesInARow, suspendSeries } from './suspend-series.ts'

const dates = settleSeries(seriesWish(), facts, now).bookings.map((booking) => ({
  ...booking,
  checkIn: usualCheckIn,
}))

function missed(booking: Booking | undefined): Booking {
  const found = must(booking, 'the series has such a date')
  return must(missBooking(found, addMinutes(found.interval.startsAt, 15)), 'nobody came')
}

const [one, two, three, four, ...rest] = dates
const afterThird = addMinutes(must(three, 'it has twelve').interval.startsAt, 15)

test('[SERIES-40] [D-35] three dates missed in a row give the rest of the series back, and nothing is owed for it', () => {
  const [first, second, third] = [missed(one), missed(two), missed(three)]
  const known = [first, second, ...dates.slice(2)]
  expect(suspendSeries(second, known, afterThird)).toEqual([])
  const given = suspendSeries(third, known, afterThird)
  expect(given.map(({ id }) => id)).toEqual([four, ...rest].map((booking) => booking?.id))
  for (const booking of given) {
    expect(booking).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'space',
      step: { because: 'missed', percent: 100 },
      owed: { amountMinor: 0 },
    })
  }
})

test('[SERIES-40] [D-35] a date that somebody came to starts the count anew, a cancelled one does not', () => {
  const came = { ...must(two, 'it has twelve'), state: 'completed' as const }
  const known = [missed(one), came, ...dates.slice(2)]
  expect(suspendSeries(missed(three), known, afterThird)).toEqual([])
  const states = (...all: readonly string[]) =>
    all.map((state, index) => ({ state, startsAt: addMinutes(now, index) }) as never)
  expect(missesInARow(states('completed', 'no-show', 'cancelled', 'no-show', 'confirmed'))).toBe(2)
  expect(missesInARow(states('no-show', 'checked-in'))).toBe(0)
})

test('[SERIES-40] where a place says never, no series ends by itself', () => {
  const patient = { ...missed(three), checkIn: { ...usualCheckIn, missesToSuspend: null } }
  const known = [missed(one), missed(two), ...dates.slice(2)]
  expect(suspendSeries(patient, known, afterThird)).toEqual([])
})
