import fc from 'fast-check'
import { expect, test } from 'vitest'
import { desk1, pool, span, taken } from '../for-tests.ts'
import { findUnit } from './find-unit.ts'
import type { Occupied } from './occupancy.ts'
import { splitOverUnits } from './split-over-units.ts'

const day = '2026-11-26'

test('[BOOKINGS-14] [D-12] 09 to 11 is had on the second unit until ten, then on the first', () => {
  const occupied = [taken(pool, span(day, 540, 600), 1), taken(pool, span(day, 600, 660), 2)]
  expect(splitOverUnits(pool, span(day, 540, 660), occupied)).toEqual([
    { unit: 2, interval: span(day, 540, 600) },
    { unit: 1, interval: span(day, 600, 660) },
  ])
})

test('[BOOKINGS-14] where some moment is free on no unit there are no parts, nor on what is no pool', () => {
  const full = [taken(pool, span(day, 540, 600), 1), taken(pool, span(day, 570, 660), 2)]
  expect(splitOverUnits(pool, span(day, 540, 660), full)).toEqual([])
  expect(splitOverUnits(desk1, span(day, 540, 660), [])).toEqual([])
})

const quarter = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 36, max: 60 }), fc.nat(8))
  .map(([unit, from, length]) => taken(pool, span(day, from * 15, (from + length + 1) * 15), unit))

test('[BOOKINGS-14] the parts follow each other, are free, and exist whenever the refusal says "in parts"', () => {
  fc.assert(
    fc.property(fc.array(quarter, { maxLength: 8 }), (spans) => {
      const occupied: Occupied[] = []
      for (const one of spans) {
        const found = findUnit(pool, one.interval, occupied, one.unit)
        if (found.kind === 'free') occupied.push({ ...one, unit: found.unit })
      }
      const wished = span(day, 600, 780)
      const parts = splitOverUnits(pool, wished, occupied)
      const found = findUnit(pool, wished, occupied, null)
      const isSplit = found.kind === 'taken' && found.refusal.reason === 'pool-split'
      expect(parts.length > 1).toBe(isSplit)
      let from = wished.startsAt
      for (const { unit, interval } of parts) {
        expect(interval.startsAt).toBe(from)
        expect(findUnit(pool, interval, occupied, unit)).toEqual({ kind: 'free', unit })
        from = interval.endsAt
      }
      if (parts.length > 0) expect(from).toBe(wished.endsAt)
    }),
    { numRuns: 500 },
  )
})
