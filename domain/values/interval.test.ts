import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contains, intersection, isInterval, overlaps, toInterval } from './interval.ts'

const noon = Date.UTC(2026, 10, 26, 12)
const minutes = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }))
const intervals = minutes.map(([start, length]) => toInterval(noon + start, noon + start + length))

test('[VALUES-01] [D-01] intervals overlap if and only if some moment lies in both', () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const moments = Array.from({ length: 61 }, (_, ms) => noon + ms)
      const isShared = moments.some(
        (at) => a.startsAt <= at && at < a.endsAt && b.startsAt <= at && at < b.endsAt,
      )
      expect(overlaps(a, b)).toBe(isShared)
      expect(overlaps(b, a)).toBe(isShared)
    }),
  )
})

test('[VALUES-02] what two intervals share lies in both and is missing when they only touch', () => {
  fc.assert(
    fc.property(intervals, intervals, (a, b) => {
      const shared = intersection(a, b)
      expect(shared === null).toBe(!overlaps(a, b))
      if (shared !== null) expect([contains(a, shared), contains(b, shared)]).toEqual([true, true])
    }),
  )
})

test('[VALUES-03] swapped, empty, fractional and far-off bounds make no interval', () => {
  const odd: readonly (readonly [unknown, unknown])[] = [
    [noon, noon],
    [noon + 1, noon],
    [noon, noon + 0.5],
    [noon, Number.NaN],
    [noon, Number.POSITIVE_INFINITY],
    [-1, noon],
    [noon, Date.UTC(2400, 0)],
    [String(noon), noon + 1],
    [null, undefined],
  ]
  for (const [startsAt, endsAt] of odd) expect(isInterval({ startsAt, endsAt })).toBe(false)
  expect(isInterval({ startsAt: noon, endsAt: noon + 1 })).toBe(true)
  expect(() => toInterval(noon, noon)).toThrow('ends after it starts')
})
