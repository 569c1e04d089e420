import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { bookingView } from '../booking-view.ts'
import { cancelBooking } from '../change-booking.ts'
import { room, span, taken } from '../for-tests.ts'
import { type WaitRow, waitView } from '../waitlist/wait-view.ts'
import type { Intent } from '../wishes/intent.ts'
import type { ListedOccurrence } from '../wishes/series-wish.ts'
import { facts, listing, now, seriesWish, thursdays } from './for-tests.ts'
import { listOf } from './preview-series.ts'
import { restoreSeries } from './restore-series.ts'
import { missingDates, previewRestore, restoreInput } from './series-gaps.ts'
import { settleSeries } from './settle-series.ts'

const today = toLocalDate('2026-09-01')
/** Four Thursdays, of which the second was left out. */
const occurrences = listing(thursdays(4)).map(
  (one): ListedOccurrence => (one.number === 2 ? { kind: 'skip', number: 2 } : one),
)
const made = settleSeries(seriesWish({ recurrence: thursdays(4), occurrences }), facts, now)
const series = must(made.series, 'it is free')
const how = { asker: 'member', isWaived: false, effectiveAt: now } as const
/** The third was given back. */
const bookings = made.bookings.map((one) =>
  one.series?.occurrence === 3 ? must(cancelBooking(one, how, now).booking, 'in time') : one,
)
const known = { facts: { ...facts, ownBookings: bookings }, isKnown: () => true, now }

function missing(
  at = today,
  intents: readonly Intent<'series.restore'>[] = [],
  waits: readonly WaitRow[] = [],
) {
  const rows = bookingView({
    ...{ bookings, series: [series], settled: [], now },
    intents: intents.map((intent) => ({ intent, state: 'saved', settled: null })),
  })
  return missingDates(series, rows, waits, at).map(({ number }) => number)
}

function restoreOf(numbers: readonly number[]): Intent<'series.restore'> {
  const shown = previewRestore(restoreInput(series, numbers, new Map(), known), numbers)
  const listed = listOf(facts.catalogue.zone, shown).filter((one) => one.kind === 'book')
  const { body, ...envelope } = seriesWish()
  return {
    ...{ ...envelope, kind: 'series.restore' },
    body: { seriesId: series.id, occurrences: listed },
  }
}

test('[SERIES-35] [B-11] what was left out and what was cancelled is missing, as long as it is ahead', () => {
  expect(missing()).toEqual([2, 3])
  expect(missing(toLocalDate('2026-10-09'))).toEqual([3])
})

test('[SERIES-35] [SERIES-26] a date may be waited for on its way back, and is not missing meanwhile', () => {
  const date = series.dates[1] ?? ''
  const occupied = [taken(room, span(date, 660, 720))]
  const place = { resourceId: room.id, date: toLocalDate(date), from: 600, until: 720 }
  const choices = new Map([[2, { kind: 'wait', ...place } as const]])
  const shown = { ...known, facts: { ...known.facts, occupied } }
  const listed = previewRestore(restoreInput(series, [2], choices, shown), [2])
  expect(listed).toMatchObject([{ state: 'waits' }])
  const { body, ...envelope } = seriesWish()
  const wished = listOf(facts.catalogue.zone, listed).filter((one) => one.kind !== 'skip')
  const wish = {
    ...{ ...envelope, kind: 'series.restore' as const },
    body: { seriesId: series.id, occurrences: wished },
  }
  const { waits, bookings: none } = restoreSeries(wish, series, shown.facts, now)
  expect(none).toEqual([])
  expect(waits).toMatchObject([{ state: 'waiting', series: { id: series.id, occurrence: 2 } }])
  const rows = waitView({ waits, settled: [], intents: [], now })
  expect(missing(today, [], rows)).toEqual([3])
  const again = restoreSeries(wish, series, { ...shown.facts, ownWaits: waits }, now)
  expect(again.outcome).toMatchObject({ refusal: { reason: 'already-waiting' } })
})

test('[SERIES-35] a date on its way back is not missing any more', () => {
  expect(missing(today, [restoreOf([2])])).toEqual([3])
})

test('[SERIES-35] what the preview shows as free comes back, at that price and no other date with it', () => {
  const wish = restoreOf([2, 3])
  const back = restoreSeries(wish, series, known.facts, now)
  expect(back.bookings.map((one) => [one.series?.occurrence, one.price])).toEqual(
    wish.body.occurrences.map((one) => [one.number, one.kind === 'book' ? one.quote : null]),
  )
  expect(back.bookings).toHaveLength(2)
})

test('[SERIES-35] a date that somebody else has by now says so, and is not wished for', () => {
  const date = series.dates[1] ?? ''
  const occupied = [taken(room, span(date, 660, 720))]
  const input = restoreInput(series, [2], new Map(), { ...known, facts: { ...facts, occupied } })
  expect(previewRestore(input, [2])).toMatchObject([
    { number: 2, state: 'taken', refusal: { reason: 'booked' }, price: null },
  ])
})
