import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at, berlin, desk1, harbour } from '../bookings/for-tests.ts'
import { quote } from '../prices/quote.ts'
import { toInstant } from './instant.ts'
import { toInterval } from './interval.ts'
import { addDays, isoWeekOf, mondayOfIsoWeek, toLocalDate, weekdayOf } from './local-date.ts'
import { allocate, money } from './money.ts'
import { resolveWallTime, toWallTime } from './zone.ts'

test('[D-03] the same wall time is another instant after the clocks changed', () => {
  expect(at('2026-03-26', 840)).toBe(Date.UTC(2026, 2, 26, 13))
  expect(at('2026-04-02', 840)).toBe(Date.UTC(2026, 3, 2, 12))
})

test('[D-05] a wall time in the jump never is, one in the repeated hour is twice', () => {
  const gap = resolveWallTime(berlin, { date: toLocalDate('2026-03-29'), minute: 150 })
  expect(gap.kind).toBe('gap')
  const fold = resolveWallTime(berlin, { date: toLocalDate('2026-10-25'), minute: 150 })
  expect(fold).toMatchObject({ kind: 'fold', first: Date.UTC(2026, 9, 25, 0, 30) })
})

test('[D-06] elapsed time is billed, and a day of 25 hours costs one day', () => {
  const night = toInterval(at('2026-10-25', 60), at('2026-10-25', 240))
  expect(quote(harbour, desk1, night, null).lines[0]?.minutes).toBe(240)
  const day = toInterval(at('2026-10-25', 0), at('2026-10-25', 1440))
  expect(quote(harbour, desk1, day, null).price.amountMinor).toBe(2400)
})

test('[D-02] every instant reads as a wall time that leads back to it', () => {
  const instants = fc.integer({
    min: Date.UTC(2025, 1, 1) / 60_000,
    max: Date.UTC(2027, 1, 1) / 60_000,
  })
  fc.assert(
    fc.property(instants, (minute) => {
      const instant = toInstant(minute * 60_000)
      const found = resolveWallTime(berlin, toWallTime(berlin, instant))
      const candidates =
        found.kind === 'once'
          ? [found.at]
          : found.kind === 'fold'
            ? [found.first, found.second]
            : []
      expect(candidates).toContain(instant)
    }),
  )
})

test('every date lies in the ISO week whose Monday is six days back at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
      const date = addDays(toLocalDate('2000-01-03'), days)
      const monday = mondayOfIsoWeek(isoWeekOf(date))
      expect(monday).toBe(addDays(date, 1 - weekdayOf(date)))
    }),
  )
})

test('[D-39] the parts of an amount sum to the whole', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), weights, (amount, parts) => {
      fc.pre(parts.some((part) => part > 0))
      const sum = allocate(money(amount, 'EUR'), parts).reduce(
        (all, part) => all + part.amountMinor,
        0,
      )
      expect(sum).toBe(amount)
    }),
  )
})
