import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { bookingView } from '../booking-view.ts'
import { cancelBooking } from '../change-booking.ts'
import { room, span, taken } from '../for-tests.ts'
import type { Intent } from '../wishes/intent.ts'
import type { BookOccurrence, ListedOccurrence } from '../wishes/series-wish.ts'
import { datesOf, facts, listing, now, seriesWish, thursdays } from './for-tests.ts'
import { restoreSeries } from './restore-series.ts'
import { settleSeries } from './settle-series.ts'

const all = listing(thursdays(4))
/** Four Thursdays, of which the second was left out. */
const occurrences = all.map(
  (one): ListedOccurrence => (one.number === 2 ? { kind: 'skip', number: 2 } : one),
)
const made = settleSeries(seriesWish({ recurrence: thursdays(4), occurrences }), facts, now)
const series = must(made.series, 'it is free')
const known = { ...facts, ownBookings: made.bookings }

function restore(...numbers: readonly number[]): Intent<'series.restore'> {
  const { body, ...envelope } = seriesWish()
  const listed = all.filter(
    (one): one is BookOccurrence => one.kind === 'book' && numbers.includes(one.number),
  )
  return { ...envelope, kind: 'series.restore', body: { seriesId: series.id, occurrences: listed } }
}

test('[SERIES-34] [B-11] a date that was left out comes back and takes its place in the series', () => {
  const wish = restore(2)
  const { outcome, bookings } = restoreSeries(wish, series, known, now)
  expect(bookings).toMatchObject([
    {
      id: `bkg_${wish.id.slice(4)}.2`,
      intentId: wish.id,
      wall: { start: { date: datesOf(thursdays(4))[1], minute: 600 } },
      series: { id: series.id, occurrence: 2, detached: [] },
    },
  ])
  expect(outcome).toMatchObject({ kind: 'series', occurrences: [{ number: 2, kind: 'booked' }] })
})

test('[SERIES-34] a date that is booked does not come twice; one that was cancelled may', () => {
  expect(restoreSeries(restore(2, 3), series, known, now).outcome).toMatchObject({
    refusal: { reason: 'already-yours' },
  })
  const how = { asker: 'member', isWaived: false, effectiveAt: now } as const
  const ownBookings = made.bookings.map((one) =>
    one.series?.occurrence === 3 ? must(cancelBooking(one, how, now).booking, 'in time') : one,
  )
  const { bookings } = restoreSeries(restore(2, 3), series, { ...facts, ownBookings }, now)
  expect(bookings.map((one) => one.series?.occurrence)).toEqual([2, 3])
})

test('[SERIES-34] all of the dates or none, and none that the series does not have', () => {
  const date = datesOf(thursdays(4))[1] ?? ''
  const occupied = [taken(room, span(date, 660, 720))]
  expect(restoreSeries(restore(2), series, { ...known, occupied }, now)).toMatchObject({
    outcome: { refusal: { reason: 'preview-changed', total: 1, changed: [{ number: 2 }] } },
    bookings: [],
  })
  const short = { ...series, dates: series.dates.slice(0, 1) }
  expect(restoreSeries(restore(2), short, known, now).outcome).toMatchObject({
    refusal: { reason: 'malformed' },
  })
})

test('[SERIES-34] [B-07] a date on its way back is shown as saved among the others of its series', () => {
  const rows = bookingView({
    ...{ bookings: made.bookings, series: [series], settled: [], now },
    intents: [{ intent: restore(2), state: 'saved', settled: null }],
  })
  expect(rows.map((row) => [row.series?.occurrence, row.state])).toEqual([
    [1, 'confirmed'],
    [2, 'saved'],
    [3, 'confirmed'],
    [4, 'confirmed'],
  ])
})
