import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, toInstant } from '../../values/instant.ts'
import { toWallTime } from '../../values/zone.ts'
import { at, harbour } from '../for-tests.ts'
import { ownDeadlines } from './own-deadline.ts'

const { zone } = harbour
const made = at('2026-11-24', 550)

function told(latest = at('2026-11-26', 540)): readonly string[] {
  return ownDeadlines(zone, made, latest).map((one) => {
    const { date, minute } = toWallTime(zone, one)
    return `${date.slice(8)} ${minute / 60}`
  })
}

test('[BOOKINGS-23] [D-63] an earlier deadline is soon, or the morning, noon and evening of the next days', () => {
  expect(told()).toEqual(['24 11', '24 12', '24 13', '24 18', '25 8', '25 12', '25 18', '26 8'])
})

test('[BOOKINGS-23] none is later than the wish is of use, and none is offered where there is no time left', () => {
  expect(told(at('2026-11-24', 780))).toEqual(['24 11', '24 12'])
  expect(told(at('2026-11-24', 580))).toEqual([])
})

test('[BOOKINGS-23] whenever it is asked, also around a change of the clocks, each is ahead and in order', () => {
  const start = at('2026-10-22', 0)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6 * 24 * 60 }), fc.nat(5 * 24 * 60), (from, length) => {
      const now = toInstant(start + from * 60_000)
      const latest = toInstant(now + length * 60_000)
      const offered = ownDeadlines(zone, now, latest)
      expect(offered).toEqual([...new Set(offered)].sort((a, b) => a - b))
      expect(offered.every((one) => one >= now + HOUR_MS / 2 && one < latest)).toBe(true)
      if (length * 60_000 > DAY_MS) expect(offered.length).toBeGreaterThan(0)
    }),
  )
})
