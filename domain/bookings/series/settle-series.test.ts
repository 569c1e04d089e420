import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../../values/interval.ts'
import { money } from '../../values/money.ts'
import { bookingView, rowId } from '../booking-view.ts'
import { harbour, room, span, taken } from '../for-tests.ts'
import type { ListedOccurrence } from '../wishes/series-wish.ts'
import { datesOf, facts, listing, now, seriesWish, tenToTwelve, thursdays } from './for-tests.ts'
import { settleSeries } from './settle-series.ts'

const dates = datesOf(thursdays(12))

/** Somebody else's booking over the nth Thursday. */
function takenOn(...numbers: readonly number[]) {
  return numbers.map((number) => taken(room, span(dates[number - 1] ?? '', 660, 780)))
}

test('[SERIES-20] [D-16] twelve Thursdays, all free, are twelve bookings and one series', () => {
  const wish = seriesWish()
  const { outcome, bookings, series } = settleSeries(wish, facts, now)
  expect(bookings.map(({ wall }) => wall.start)).toEqual(
    dates.map((date) => ({ date, minute: 600 })),
  )
  expect(series).toMatchObject({ dates, resourceId: room.id, span: tenToTwelve })
  expect(outcome).toMatchObject({ kind: 'series', seriesId: series?.id })
})

test('[SERIES-23] occurrences are named after the wish, and say which one they are', () => {
  const wish = seriesWish()
  const { bookings, series } = settleSeries(wish, facts, now)
  const tail = wish.id.slice(4)
  expect(bookings.map(({ id }) => id)).toEqual(dates.map((_, index) => `bkg_${tail}.${index + 1}`))
  expect(series?.id).toBe(`ser_${tail}`)
  expect(bookings[2]).toMatchObject({
    intentId: wish.id,
    series: { id: series?.id, occurrence: 3, detached: [] },
  })
})

test('[SERIES-20] [B-13] one date taken meanwhile, and nothing is booked: the answer names it', () => {
  const occupied = takenOn(3, 7)
  const { outcome, bookings, series } = settleSeries(seriesWish(), { ...facts, occupied }, now)
  expect({ bookings, series }).toEqual({ bookings: [], series: null })
  expect(outcome).toMatchObject({
    kind: 'refused',
    refusal: {
      reason: 'preview-changed',
      total: 12,
      changed: [
        { number: 3, kind: 'refused', refusal: { reason: 'booked' } },
        { number: 7, kind: 'refused', refusal: { reason: 'booked' } },
      ],
    },
  })
})

test('[SERIES-21] [B-13] what can be had is booked, and each date is answered by name', () => {
  const wish = seriesWish({ mode: 'what-can-be-had' })
  const { outcome, bookings } = settleSeries(wish, { ...facts, occupied: takenOn(3) }, now)
  expect(bookings).toHaveLength(11)
  const answers = outcome.kind === 'series' ? outcome.occurrences : []
  expect(answers.map(({ kind }) => kind)).toEqual([
    ...['booked', 'booked', 'refused'],
    ...Array.from({ length: 9 }, () => 'booked'),
  ])
})

test('[SERIES-21] where nothing can be had there is no series', () => {
  const occupied = takenOn(...dates.map((_, index) => index + 1))
  const wish = seriesWish({ mode: 'what-can-be-had' })
  const { outcome, series } = settleSeries(wish, { ...facts, occupied }, now)
  expect(series).toBeNull()
  expect(outcome).toMatchObject({ refusal: { reason: 'preview-changed', total: 12 } })
})

test('[SERIES-22] [D-53] a date that has become dearer than it was shown is not booked at that', () => {
  const listed = listing(thursdays(2)).map((one) =>
    one.kind === 'book' && one.number === 2 ? { ...one, quote: money(4399, 'EUR') } : one,
  )
  const wish = { recurrence: thursdays(2), occurrences: listed }
  const { outcome } = settleSeries(seriesWish(wish), facts, now)
  const price = money(4400, 'EUR')
  expect(outcome).toMatchObject({
    refusal: { changed: [{ number: 2, kind: 'dearer', price }] },
  })
})

test('[SERIES-22] an occurrence sees the earlier ones: the same time twice is had once', () => {
  const [first, second] = listing(thursdays(2))
  if (first?.kind !== 'book' || second === undefined) throw new Error('both are listed')
  const occurrences = [first, { ...first, number: 2 }]
  const wish = { recurrence: thursdays(2), occurrences, mode: 'what-can-be-had' } as const
  const { outcome } = settleSeries(seriesWish(wish), facts, now)
  expect(outcome).toMatchObject({
    occurrences: [{ kind: 'booked' }, { kind: 'refused', refusal: { reason: 'already-yours' } }],
  })
})

test('[SERIES-23] what was moved in the preview differs from the rule from the start', () => {
  const [first, second] = listing(thursdays(2), { from: 900, until: 1020 })
  const [own] = listing(thursdays(2))
  if (first === undefined || second === undefined || own === undefined) throw new Error('listed')
  const wish = seriesWish({ recurrence: thursdays(2), occurrences: [own, second] })
  const { bookings } = settleSeries(wish, facts, now)
  expect(bookings.map(({ series }) => series?.detached)).toEqual([[], ['time']])
})

test('[SERIES-24] a list that leaves out a date, doubles one or is of another rule is malformed', () => {
  const all = listing(thursdays(12))
  const lists: readonly (readonly ListedOccurrence[])[] = [
    all.slice(1),
    [...all, ...all.slice(0, 1)],
    [...all].reverse(),
    [],
  ]
  for (const occurrences of lists) {
    expect(settleSeries(seriesWish({ occurrences }), facts, now).outcome).toMatchObject({
      refusal: { reason: 'malformed' },
    })
  }
})

test('[SERIES-03] a list of nothing but skips is no series, and a rule out of bounds none either', () => {
  const skips = dates.map((_, index) => ({ kind: 'skip' as const, number: index + 1 }))
  expect(settleSeries(seriesWish({ occurrences: skips }), facts, now).outcome).toMatchObject({
    refusal: { reason: 'series-empty' },
  })
  const recurrence = { ...thursdays(12), end: { kind: 'count' as const, count: 10_000 } }
  const wish = seriesWish({ recurrence, occurrences: skips })
  expect(settleSeries(wish, facts, now)).toMatchObject({
    outcome: { refusal: { reason: 'series-too-many', max: 100 } },
    bookings: [],
    series: null,
  })
})

test('[D-63] a series that arrives after its deadline expires as one', () => {
  const late = { ...seriesWish(), deadlineAt: now }
  expect(settleSeries(late, facts, now).outcome.kind).toBe('series')
  const { outcome } = settleSeries({ ...late, deadlineAt: (now - 1) as typeof now }, facts, now)
  expect(outcome).toMatchObject({ refusal: { reason: 'expired' } })
})

test('[SERIES-20] [B-03] whatever is taken, all or nothing is just that, and nothing overlaps', () => {
  const others = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 })
  fc.assert(
    fc.property(others, fc.constantFrom('exactly', 'what-can-be-had'), (numbers, mode) => {
      const occupied = takenOn(...numbers)
      const { bookings } = settleSeries(seriesWish({ mode }), { ...facts, occupied }, now)
      const isWhole = mode === 'what-can-be-had' || numbers.length === 0
      expect(bookings).toHaveLength(isWhole ? 12 - numbers.length : 0)
      for (const { interval } of bookings) {
        expect(occupied.some((other) => overlaps(other.interval, interval))).toBe(false)
      }
    }),
  )
})

test('[SERIES-25] [B-07] a wished series is shown date by date as saved, and each date keeps its row', () => {
  const intent = seriesWish()
  const wished = { intent, state: 'saved', settled: null } as const
  const nothing = { bookings: [], series: [], settled: [], now }
  const before = bookingView({ ...nothing, intents: [wished] })
  expect(before.map(({ state }) => state)).toEqual(dates.map(() => 'saved'))
  const { bookings, series, outcome } = settleSeries(intent, facts, now)
  const { id: intentId, kind, device, seq } = intent
  const told = { wish: null, siteId: harbour.site.id, people: 2, quote: null, outcome }
  const settled = [{ intentId, kind, device, seq, settledAt: now, ...told }]
  const known = { ...nothing, bookings, settled, series: series === null ? [] : [series] }
  const after = bookingView({ ...known, intents: [] })
  expect(after.map(({ id, state }) => [id, state])).toEqual(
    before.map(({ id }) => [id, 'confirmed']),
  )
  expect(after[0]).toMatchObject({ series: { occurrence: 1, recurrence: thursdays(12) } })
  // A yes whose bookings have not arrived is still waiting.
  const waiting = bookingView({ ...nothing, settled, intents: [{ ...wished, state: 'received' }] })
  expect(new Set(waiting.map(({ state }) => state))).toEqual(new Set(['received']))
})

test('[SERIES-25] a date that could not be had stands beside the others with its reason', () => {
  const intent = seriesWish({ mode: 'what-can-be-had' })
  const { bookings, series, outcome } = settleSeries(
    intent,
    { ...facts, occupied: takenOn(3) },
    now,
  )
  const { id: intentId, kind, device, seq } = intent
  const told = { wish: null, siteId: harbour.site.id, people: 2, quote: null, outcome }
  const settled = [{ intentId, kind, device, seq, settledAt: now, ...told }]
  const known = { bookings, settled, series: series === null ? [] : [series], now }
  const intents = [{ intent, state: 'settled', settled: null } as const]
  const rows = bookingView({ ...known, intents })
  expect(rows.filter(({ state }) => state !== 'confirmed')).toMatchObject([
    { id: `${rowId(intentId)}.3`, state: 'refused', date: dates[2], refusal: { reason: 'booked' } },
  ])
})
