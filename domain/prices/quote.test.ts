import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at, dedicated, desk1, desk2, harbour, hotDesk, room, span } from '../bookings/for-tests.ts'
import type { RateRow } from '../sites/rate-row.ts'
import { toId } from '../values/ids.ts'
import { toInterval } from '../values/interval.ts'
import { quote } from './quote.ts'
import { sessionMinutes } from './session.ts'

function rate(id: string, more: Partial<RateRow>): RateRow {
  return {
    id,
    resourceId: null,
    kind: null,
    tierId: null,
    hours: null,
    priority: 0,
    hourMinor: 1000,
    halfDayMinor: null,
    dayMinor: null,
    isPrepaid: false,
    ...more,
  }
}

function priced(rates: readonly RateRow[]) {
  const { price, lines } = quote(
    { ...harbour, rates },
    desk1,
    span('2026-11-26', 540, 600),
    hotDesk.id,
  )
  return [lines[0]?.rateId ?? null, price.amountMinor]
}

const forAny = rate('rat_any', { hourMinor: 100 })
const forTier = rate('rat_tier', { tierId: hotDesk.id, hourMinor: 200 })
const forKind = rate('rat_kind', { kind: 'hot-desk', hourMinor: 300 })
const forKindAndTier = rate('rat_both', { kind: 'hot-desk', tierId: hotDesk.id, hourMinor: 400 })
const always = [1, 2, 3, 4, 5, 6, 7] as const
const forTime = rate('rat_time', {
  ...{ kind: 'hot-desk', tierId: hotDesk.id, hourMinor: 450 },
  hours: { weekdays: always, from: 0, until: 1440 },
})
const forDesk = rate('rat_desk', { resourceId: desk1.id, hourMinor: 500 })

test('[PRICES-01] [D-72] the more specific rate decides, in whatever order they stand', () => {
  const rising = [forAny, forTier, forKind, forKindAndTier, forTime, forDesk]
  for (const [index, most] of rising.entries()) {
    const known = rising.slice(0, index + 1)
    expect(priced(known)).toEqual([most.id, most.hourMinor])
    expect(priced([...known].reverse())).toEqual([most.id, most.hourMinor])
  }
})

test('[PRICES-01] [D-72] of two equal rates the lower one decides', () => {
  const dear = rate('rat_dear', { kind: 'hot-desk', hourMinor: 301 })
  expect(priced([dear, forKind])).toEqual(['rat_kind', 300])
  expect(priced([forKind, dear])).toEqual(['rat_kind', 300])
})

test('[PRICES-01] [D-72] of two equal rates the one with the higher priority decides, whatever it costs', () => {
  const first = rate('rat_first', { kind: 'hot-desk', hourMinor: 999, priority: 1 })
  expect(priced([first, forKind])).toEqual(['rat_first', 999])
  expect(priced([forKind, first])).toEqual(['rat_first', 999])
})

const evenings = rate('rat_evening', {
  ...{ kind: 'meeting-room', hourMinor: 1100 },
  hours: { weekdays: [1, 2, 3, 4, 5], from: 1080, until: 1320 },
})
const rooms = rate('rat_rooms', { kind: 'meeting-room', hourMinor: 2200, dayMinor: 10_000 })
const linesOf = (date: string, from: number, until: number, list: readonly RateRow[]) =>
  quote({ ...harbour, rates: list }, room, span(date, from, until), null).lines.map(
    ({ rateId, minutes: billed, price }) => [rateId, billed, price.amountMinor],
  )

test('[PRICES-07] [D-72] [P-19] 16:00 to 20:00 of a weekday is two hours of the day and two of the evening', () => {
  const both = [rooms, evenings]
  expect(linesOf('2026-11-26', 960, 1200, both)).toEqual([
    ['rat_rooms', 120, 4400],
    ['rat_evening', 120, 2200],
  ])
  // The evening rate is of weekdays; the day's price is of what the day's rate bills.
  expect(linesOf('2026-11-28', 960, 1200, both)).toEqual([['rat_rooms', 240, 8800]])
  expect(linesOf('2026-11-26', 480, 1440, both)).toEqual([
    ['rat_rooms', 720, 10_000],
    ['rat_evening', 240, 4400],
  ])
  expect(linesOf('2026-11-26', 1020, 1200, [evenings])).toEqual([
    [null, 60, 0],
    ['rat_evening', 120, 2200],
  ])
})

test('[PRICES-07] [D-72] hours of a rate are wall time, through a clock change too', () => {
  const nights = rate('rat_night', {
    ...{ kind: 'meeting-room', hourMinor: 500 },
    hours: { weekdays: [7], from: 120, until: 240 },
  })
  expect(linesOf('2026-10-25', 60, 300, [rooms, nights])).toEqual([
    ['rat_rooms', 120, 4400],
    ['rat_night', 180, 1500],
  ])
})

test('[PRICES-01] rates of other places, kinds and tiers do not count', () => {
  const others = [
    rate('rat_desk-2', { resourceId: desk2.id }),
    rate('rat_room', { kind: 'meeting-room' }),
    rate('rat_other', { tierId: toId('tier', 'tie_dedicated') }),
  ]
  expect(priced([...others, forAny])).toEqual(['rat_any', 100])
})

test('[PRICES-02] [D-06] 01:00 to 04:00 is four hours on the night with 25, and two on the one with 23', () => {
  const autumn = toInterval(at('2026-10-25', 60), at('2026-10-25', 240))
  const spring = toInterval(at('2026-03-29', 60), at('2026-03-29', 240))
  expect(quote(harbour, room, autumn, null)).toMatchObject({
    price: { amountMinor: 4 * 2200 },
    lines: [{ minutes: 240, wallMinutes: 180 }],
  })
  expect(quote(harbour, room, spring, null).price.amountMinor).toBe(2 * 2200)
})

test('[PRICES-03] [D-06] a day of 25 hours costs one day, and two days cost two', () => {
  const long = toInterval(at('2026-10-25', 0), at('2026-10-25', 1440))
  expect(quote(harbour, desk1, long, null)).toMatchObject({
    price: { amountMinor: 2400, currency: 'EUR' },
    lines: [{ minutes: 1500, per: 'day' }],
  })
  const two = toInterval(at('2026-10-24', 480), at('2026-10-25', 1200))
  expect(quote(harbour, desk1, two, null).price.amountMinor).toBe(4800)
})

const minutes = fc.integer({ min: 0, max: 10_000 })
const bounds = fc.tuple(fc.nat(1380), fc.integer({ min: 1, max: 60 }))
const hours = bounds.map(([from, length]) => ({ weekdays: always, from, until: from + length }))
const rates = fc.array(
  fc.record({
    hourMinor: fc.nat(20_000),
    dayMinor: fc.option(fc.nat(100_000)),
    hours: fc.option(hours),
    priority: fc.nat(3),
  }),
  { minLength: 1, maxLength: 4 },
)
const rowsOf = (list: readonly Partial<RateRow>[]) =>
  list.map((row, index) => rate(`rat_${index}`, row))

test('[PRICES-04] a price is never negative and never falls when time is added', () => {
  fc.assert(
    fc.property(
      minutes,
      fc.integer({ min: 1, max: 4000 }),
      fc.nat(600),
      rates,
      (from, length, more, list) => {
        const catalogue = { ...harbour, rates: rowsOf(list) }
        const start = at('2026-10-22', from)
        const short = quote(catalogue, desk1, toInterval(start, start + length * 60_000), null)
        const long = quote(
          catalogue,
          desk1,
          toInterval(start, start + (length + more) * 60_000),
          null,
        )
        expect(short.price.amountMinor).toBeGreaterThanOrEqual(0)
        expect(long.price.amountMinor).toBeGreaterThanOrEqual(short.price.amountMinor)
      },
    ),
  )
})

test('[PRICES-05] without a rate, and for an assigned desk, nothing is owed', () => {
  const noon = span('2026-11-26', 720, 780)
  const nothing = { price: { amountMinor: 0, currency: 'EUR' }, lines: [] }
  expect(quote({ ...harbour, rates: [] }, desk1, noon, null)).toEqual(nothing)
  expect(quote({ ...harbour, rates: [forAny] }, dedicated, noon, null)).toEqual(nothing)
})

test('[PRICES-11] [D-22] a session of 10 minutes costs 15, and one of 46 an hour; more of the same quarter costs nothing', () => {
  const costs = (length: number) =>
    quote(harbour, room, span('2026-11-26', 540, 540 + length), null).price.amountMinor
  expect([10, 15, 46, 60, 61].map(costs)).toEqual([550, 550, 2200, 2200, 2750])
})

test('[PRICES-06] the lines sum to the price and their minutes to the time', () => {
  fc.assert(
    fc.property(minutes, fc.integer({ min: 1, max: 6000 }), rates, (from, length, list) => {
      const start = at('2026-10-22', from)
      const interval = toInterval(start, start + length * 60_000)
      const found = quote({ ...harbour, rates: rowsOf(list) }, desk1, interval, null)
      const sum = found.lines.reduce((all, line) => all + line.price.amountMinor, 0)
      expect(sum).toBe(found.price.amountMinor)
      const billed = found.lines.reduce((all, line) => all + line.minutes, 0)
      expect(billed).toBe(sessionMinutes(interval))
      expect(billed - length).toBeLessThan(15)
    }),
  )
})
