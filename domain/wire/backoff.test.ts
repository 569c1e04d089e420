import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reconnectDelayMs } from './backoff.ts'

const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('[WIRE-53] every delay lies between half a second and thirty', () => {
  fc.assert(
    fc.property(fc.nat(1_000), anyRandom, (attempt, random) => {
      const delay = reconnectDelayMs(attempt, random)
      expect(delay).toBeGreaterThanOrEqual(500)
      expect(delay).toBeLessThanOrEqual(30_000)
    }),
  )
})

test('[WIRE-53] the range doubles with each attempt until it is thirty seconds wide', () => {
  const longest = [0, 1, 2, 3, 4, 5, 6].map((attempt) => reconnectDelayMs(attempt, 1))
  expect(longest).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
})

test('[WIRE-53] five hundred devices that lost one server come back spread out', () => {
  const delays = Array.from({ length: 500 }, (_, index) => reconnectDelayMs(5, index / 500))
  const perSecond = new Map<number, number>()
  for (const delay of delays) {
    const second = Math.floor(delay / 1_000)
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1)
  }
  expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(20)
})
