import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../values/interval.ts'
import { findUnit } from './find-unit.ts'
import { desk1, freeRules, pool, span, taken } from './for-tests.ts'
import type { Occupied } from './occupancy.ts'

const day = '2026-11-26'

test('[D-01] touching bookings do not conflict, one minute of overlap does', () => {
  const morning = [taken(desk1, span(day, 540, 780))]
  expect(findUnit(desk1, span(day, 780, 1080), morning, null)).toEqual({ kind: 'free', unit: 1 })
  expect(findUnit(desk1, span(day, 779, 1080), morning, null)).toMatchObject({
    kind: 'taken',
    refusal: { reason: 'booked' },
  })
})

test('[D-09] neighbours keep the larger of both buffers, not their sum', () => {
  const resource = {
    ...desk1,
    rules: { ...freeRules, bufferBeforeMinutes: 30, bufferAfterMinutes: 15 },
  }
  const before = [taken(resource, span(day, 600, 720))]
  expect(findUnit(resource, span(day, 750, 810), before, null).kind).toBe('free')
  expect(findUnit(resource, span(day, 735, 810), before, null)).toMatchObject({
    refusal: { reason: 'buffer', bufferMinutes: 30 },
  })
})

test('[D-12] a pool refuses at its peak and names the split when no single unit is free all the time', () => {
  const full = [taken(pool, span(day, 540, 720), 1), taken(pool, span(day, 540, 720), 2)]
  expect(findUnit(pool, span(day, 660, 840), full, null)).toMatchObject({
    refusal: { reason: 'pool-full' },
  })
  expect(findUnit(pool, span(day, 720, 840), full, null).kind).toBe('free')
  const split = [taken(pool, span(day, 540, 600), 1), taken(pool, span(day, 600, 660), 2)]
  expect(findUnit(pool, span(day, 540, 660), split, null)).toMatchObject({
    refusal: { reason: 'pool-split' },
  })
})

test('[B-04] a stated unit is honoured if free, else the one that leaves the smallest gaps is taken', () => {
  const around = [taken(pool, span(day, 540, 600), 2)]
  expect(findUnit(pool, span(day, 600, 660), around, 1)).toEqual({ kind: 'free', unit: 1 })
  expect(findUnit(pool, span(day, 600, 660), around, null)).toEqual({ kind: 'free', unit: 2 })
})

test('[B-03] whatever is asked in whatever order, no two accepted times overlap on one unit', () => {
  const ask = fc.record({
    start: fc.integer({ min: 0, max: 90 }),
    length: fc.integer({ min: 1, max: 6 }),
  })
  fc.assert(
    fc.property(fc.array(ask, { maxLength: 60 }), (asks) => {
      const accepted: Occupied[] = []
      for (const { start, length } of asks) {
        const interval = span(day, start * 15, (start + length) * 15)
        const found = findUnit(pool, interval, accepted, null)
        if (found.kind === 'free') accepted.push(taken(pool, interval, found.unit))
      }
      for (const a of accepted) {
        for (const b of accepted) {
          if (a !== b && a.unit === b.unit) expect(overlaps(a.interval, b.interval)).toBe(false)
        }
      }
    }),
  )
})
