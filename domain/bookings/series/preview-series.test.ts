import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { money } from '../../values/money.ts'
import { desk1, harbour, room, span, taken } from '../for-tests.ts'
import type { ListedOccurrence, SeriesMode } from '../wishes/series-wish.ts'
import {
  datesOf,
  facts,
  listing,
  now,
  previewInput,
  seriesWish,
  tenToTwelve,
  thursdays,
} from './for-tests.ts'
import {
  listOf,
  type OccurrenceChoice,
  type PreviewInput,
  previewSeries,
  repairsOf,
} from './preview-series.ts'
import { placeOfChoice } from './series.ts'
import { settleSeries } from './settle-series.ts'

const dates = datesOf(thursdays(12))
const on = (number: number) => must(dates[number - 1], 'there are twelve')
const closure = {
  id: toId('closure', 'clo_works'),
  eventId: null,
  name: 'New carpet',
  resourceIds: null,
  from: { date: on(9), minute: 0 },
  until: { date: on(9), minute: 1440 },
}
/** Twelve Thursdays: the third and the seventh are taken, the ninth is closed. */
const mixed: PreviewInput = previewInput({
  facts: {
    ...facts,
    catalogue: { ...harbour, closures: [closure] },
    occupied: [3, 7].map((number) => taken(room, span(on(number), 660, 780))),
  },
})

function shown(input: PreviewInput) {
  const preview = previewSeries(input)
  if (preview.kind === 'refused') throw new Error(preview.refusal.reason)
  return preview
}

test('[SERIES-10] [B-10] [D-16] twelve Thursdays, two taken, one closed: nine are free, and what they cost', () => {
  const { occurrences, bookable, total } = shown(mixed)
  const states = occurrences.map(({ state }) => state)
  expect(states.filter((state) => state === 'free')).toHaveLength(9)
  expect([states[2], states[6], states[8]]).toEqual(['taken', 'taken', 'closed'])
  expect({ bookable, total }).toEqual({ bookable: 9, total: money(9 * 4400, 'EUR') })
  expect(occurrences[8]?.refusal).toEqual({ reason: 'closed', closureName: 'New carpet' })
})

test('[SERIES-26] [D-16] [B-11] one moved, one waited for, one left out: ten bookings, one wait and one skip', () => {
  const moved = { resourceId: room.id, date: on(3), from: 900, until: 1020 }
  const waited = { resourceId: room.id, date: on(7), ...tenToTwelve }
  const choices = new Map([
    [3, { kind: 'instead', ...moved }],
    [7, { kind: 'wait', ...waited }],
    [9, { kind: 'skip' }],
  ] as const)
  const { occurrences, bookable } = shown({ ...mixed, choices })
  expect(bookable).toBe(10)
  expect(occurrences[6]).toMatchObject({ state: 'waits', price: null })
  const accepted = listOf(harbour.zone, occurrences)
  const wish = seriesWish({ occurrences: accepted, note: 'Rehearsal' })
  const decided = settleSeries(wish, mixed.facts, now)
  const answers = decided.outcome.kind === 'series' ? decided.outcome.occurrences : []
  const count = (kind: string) => answers.filter((one) => one.kind === kind).length
  expect([count('booked'), count('waiting'), count('skipped')]).toEqual([10, 1, 1])
  expect(decided.bookings).toHaveLength(10)
  expect(decided.waits).toMatchObject([
    {
      ...{ id: `wai_${wish.id.slice(4)}.7`, intentId: wish.id, note: 'Rehearsal', people: 2 },
      series: { id: decided.series?.id, occurrence: 7, detached: [] },
    },
  ])
})

test('[SERIES-26] what became free is booked instead of waited for, what is closed is not waited for, and a series of waits is none', () => {
  const waits = (number: number): OccurrenceChoice => {
    return { kind: 'wait', resourceId: room.id, date: on(number), ...tenToTwelve }
  }
  const choices = new Map([1, 7, 9].map((number) => [number, waits(number)]))
  const { occurrences } = shown({ ...mixed, choices })
  expect([1, 7, 9].map((number) => occurrences[number - 1]?.state)).toEqual([
    ...['free', 'waits', 'closed'],
  ])
  const input = previewInput({ ...mixed, choices: new Map() })
  const canWait = (number: number) => repairsOf(input, number).canWait
  expect([1, 3, 9].map(canWait)).toEqual([false, true, false])
  const listed = listing(thursdays(12)).map(
    (one): ListedOccurrence =>
      one.kind === 'book' ? { kind: 'wait', number: one.number, choice: one.choice } : one,
  )
  const answer = (mode: SeriesMode, list: readonly ListedOccurrence[]) =>
    settleSeries(seriesWish({ occurrences: list, mode }), mixed.facts, now)
  expect(answer('exactly', listed).outcome).toMatchObject({ refusal: { reason: 'series-empty' } })
  const first = listing(thursdays(12)).slice(0, 1)
  const { outcome, waits: joined } = answer('what-can-be-had', [...first, ...listed.slice(1)])
  expect(joined.map((wait) => wait.series?.occurrence)).toEqual([3, 7])
  expect(outcome).toMatchObject({
    occurrences: { 1: { kind: 'refused', refusal: { reason: 'free-now' } } },
  })
  expect(answer('exactly', [...first, ...listed.slice(1)]).outcome).toMatchObject({
    refusal: { reason: 'preview-changed' },
  })
})

test('[SERIES-12] [D-16] one moved, two left out: ten are booked exactly as they were shown', () => {
  const moved = { resourceId: room.id, date: on(3), from: 900, until: 1020 }
  const choices = new Map([
    [3, { kind: 'instead', ...moved }],
    [7, { kind: 'skip' }],
    [9, { kind: 'skip' }],
  ] as const)
  const { occurrences, bookable } = shown({ ...mixed, choices })
  expect(bookable).toBe(10)
  const accepted = listOf(harbour.zone, occurrences)
  const { outcome, bookings } = settleSeries(
    seriesWish({ occurrences: accepted }),
    mixed.facts,
    now,
  )
  expect(outcome.kind).toBe('series')
  expect(bookings).toHaveLength(10)
  expect(bookings[2]).toMatchObject({
    wall: { start: { date: on(3), minute: 900 } },
    series: { occurrence: 3, detached: ['time'] },
  })
})

test('[SERIES-10] what lies beyond what the device holds is not known yet, and priced', () => {
  const known = toLocalDate('2026-11-01')
  const { occurrences } = shown({ ...mixed, isKnown: (date) => date < known })
  expect(occurrences.at(-1)).toMatchObject({ state: 'unknown', price: money(4400, 'EUR') })
  expect(occurrences[0]?.state).toBe('free')
  expect(occurrences[8]?.state).toBe('closed')
})

test('[SERIES-10] [D-05] a date on which the time never is waits for the member to decide', () => {
  const input = previewInput({ now: span('2026-03-01', 0, 60).startsAt })
  const wish = {
    ...input.wish,
    span: { from: 150, until: 240 },
    recurrence: {
      rhythm: { kind: 'daily' } as const,
      every: 1,
      startOn: toLocalDate('2026-03-28'),
      end: { kind: 'count', count: 3 } as const,
    },
  }
  const { occurrences } = shown({ ...input, wish })
  expect(occurrences.map(({ state }) => state)).toEqual(['free', 'refused', 'free'])
  expect(occurrences[1]?.refusal).toEqual({ reason: 'nonexistent-local-time' })
  const instead = { kind: 'instead', resourceId: room.id, from: 180, until: 240 } as const
  const choices = new Map([[2, { ...instead, date: toLocalDate('2026-03-29') }]])
  expect(shown({ ...input, wish, choices }).bookable).toBe(3)
})

test('[SERIES-12] [D-19] every repair that is offered would be accepted', () => {
  const { alternatives, canSkip } = repairsOf(mixed, 3)
  expect(canSkip).toBe(true)
  expect(alternatives.length).toBeGreaterThan(0)
  for (const { choice } of alternatives) {
    const choices = new Map([[3, { kind: 'instead', ...placeOfChoice(choice) } as const]])
    expect(shown({ ...mixed, choices }).occurrences[2]?.state).toBe('free')
  }
})

test('[SERIES-12] [D-19] leaving out the last date that could be had is no repair', () => {
  const two = { ...mixed.wish, recurrence: thursdays(2) }
  const choices = new Map([[1, { kind: 'skip' } as const]])
  expect(repairsOf({ ...mixed, wish: two, choices }, 2).canSkip).toBe(false)
  expect(repairsOf({ ...mixed, wish: two }, 2).canSkip).toBe(true)
})

test('[SERIES-12] [D-19] no other time is offered where the limit would be broken at that time too', () => {
  const full = Array.from({ length: 200 }, (_, index) => {
    const { bookings } = settleSeries(seriesWish({ recurrence: thursdays(1) }), facts, now)
    const [booking] = bookings
    return { ...must(booking, 'it is free'), id: toId('booking', `bkg_full-${index}`) }
  })
  const input = { ...mixed, facts: { ...mixed.facts, ownBookings: full } }
  expect(shown(input).occurrences[3]?.refusal).toEqual({ reason: 'quota', limit: 200 })
  expect(repairsOf(input, 4)).toEqual({ alternatives: [], canSkip: false, canWait: false })
})

test('[SERIES-11] what is shown is what is settled on the same facts, date by date and price by price', () => {
  const busy = fc.array(
    fc.record({
      number: fc.integer({ min: 1, max: 12 }),
      from: fc.integer({ min: 0, max: 80 }).map((quarter) => quarter * 15),
    }),
    { maxLength: 6 },
  )
  const places = fc.constantFrom(room, desk1)
  fc.assert(
    fc.property(busy, places, (others, place) => {
      const occupied = others.map(({ number, from }) =>
        taken(place, span(on(number), from, from + 90)),
      )
      const input = previewInput({ facts: { ...facts, occupied } })
      const wish = { ...input.wish, resourceId: place.id, people: 1 }
      const { occurrences, bookable } = shown({ ...input, wish })
      const listed = listOf(harbour.zone, occurrences)
      const request = { resourceId: place.id, people: 1, occurrences: listed, span: tenToTwelve }
      const { bookings } = settleSeries(seriesWish(request), { ...facts, occupied }, now)
      expect(bookings).toHaveLength(bookable)
      expect(bookings.map(({ price }) => price)).toEqual(
        occurrences.flatMap(({ price }) => price ?? []),
      )
    }),
    { numRuns: 60 },
  )
})
