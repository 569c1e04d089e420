import { expect, test } from 'vitest'
import type { Booking } from '../booking.ts'
import { bookingView } from '../booking-view.ts'
import { type Cancelling, cancelBooking } from '../change-booking.ts'
import { at, wish } from '../for-tests.ts'
import type { Intent } from '../wishes/intent.ts'
import type { SeriesCancel, SeriesScope } from '../wishes/series-wish.ts'
import { cancelSeries } from './cancel-series.ts'
import { facts, now, seriesWish, thursdays } from './for-tests.ts'
import { settleSeries } from './settle-series.ts'

/** Six Thursdays from the first of October. */
const { bookings, series } = settleSeries(seriesWish({ recurrence: thursdays(6) }), facts, now)
const how: Cancelling = { asker: 'member', isWaived: false, effectiveAt: now }

function asked(scope: SeriesScope, shown: readonly Booking[] = bookings): SeriesCancel {
  return {
    seriesId: series?.id ?? ('ser_none' as never),
    scope,
    bookingIds: shown.map(({ id }) => id),
  }
}

function cancelledNumbers(scope: SeriesScope, when = now): readonly (number | undefined)[] {
  const change = cancelSeries(asked(scope), bookings, { ...how, effectiveAt: when }, when)
  return change.changes.map(({ booking }) => booking.series?.occurrence)
}

test('[SERIES-30] [B-12] one date, one and all that follow, all, or those between two dates', () => {
  const [, second, third, fourth] = bookings.map(({ wall }) => wall.start.date)
  if (second === undefined || third === undefined || fourth === undefined) throw new Error('six')
  expect(cancelledNumbers({ kind: 'this', occurrence: 3 })).toEqual([3])
  expect(cancelledNumbers({ kind: 'following', occurrence: 4 })).toEqual([4, 5, 6])
  expect(cancelledNumbers({ kind: 'all' })).toEqual([1, 2, 3, 4, 5, 6])
  expect(cancelledNumbers({ kind: 'between', from: second, until: fourth })).toEqual([2, 3, 4])
})

test('[SERIES-31] [D-30] each date is given back as it would be by itself', () => {
  const { changes } = cancelSeries(asked({ kind: 'all' }), bookings, how, now)
  expect(changes.map(({ booking }) => booking)).toEqual(
    bookings.map((booking) => cancelBooking(booking, how, now).booking),
  )
})

test('[SERIES-30] a date that has begun stays, and the answer says why', () => {
  const during = at('2026-10-08', 660)
  expect(cancelledNumbers({ kind: 'all' }, during)).toEqual([3, 4, 5, 6])
  const late = { ...how, effectiveAt: during }
  const { outcome } = cancelSeries(asked({ kind: 'all' }), bookings, late, during)
  expect(outcome).toMatchObject({
    kind: 'series',
    occurrences: [{ number: 1, kind: 'kept' }, { kind: 'kept' }, { kind: 'cancelled' }, {}, {}, {}],
  })
})

test('[SERIES-30] nothing left to cancel is refused, and a booking of no series is none of it', () => {
  const { changes } = cancelSeries(asked({ kind: 'all' }), bookings, how, now)
  const gone = changes.map(({ booking }) => booking)
  expect(cancelSeries(asked({ kind: 'all' }), gone, how, now).outcome).toMatchObject({
    refusal: { reason: 'already-cancelled' },
  })
  const alone = bookings.map((booking) => ({ ...booking, series: null }))
  expect(cancelSeries(asked({ kind: 'all' }), alone, how, now)).toMatchObject({
    outcome: { refusal: { reason: 'unknown-series' } },
    changes: [],
  })
})

test('[SERIES-30] dates on their way to being cancelled say so, each beside its state', () => {
  const request = wish(facts.catalogue.resources[2] ?? ('none' as never), {
    startsAt: now,
    endsAt: at('2026-09-02', 0),
  })
  const body = asked({ kind: 'following', occurrence: 5 }, bookings.slice(4))
  const intent: Intent<'series.cancel'> = { ...request, kind: 'series.cancel', body }
  const rows = bookingView({
    ...{ bookings, settled: [], series: [], now },
    intents: [{ intent, state: 'saved', settled: null }],
  })
  expect(rows.map((row) => row.wish)).toEqual([null, null, null, null, 'cancel', 'cancel'])
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['confirmed']))
})
