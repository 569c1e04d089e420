import { expect, test } from 'vitest'
import type { QuotaPeriod } from '../../memberships/quota.ts'
import { at, harbour, hotDesk, span } from '../for-tests.ts'
import { countedSince, periodsOf } from './quota-periods.ts'

const { zone } = harbour

test('[LIMITS-02] days, weeks and months follow each other without a gap, through clock changes', () => {
  const long = span('2026-10-24', 600, 600 + 9 * 1440)
  for (const per of ['day', 'week', 'month'] as const) {
    const periods = periodsOf(zone, per, long)
    expect(periods[0]?.startsAt).toBeLessThanOrEqual(long.startsAt)
    expect(periods.at(-1)?.endsAt).toBeGreaterThanOrEqual(long.endsAt)
    for (const [index, { startsAt }] of periods.slice(1).entries()) {
      expect(startsAt).toBe(periods[index]?.endsAt)
    }
  }
  expect(periodsOf(zone, 'day', long)).toHaveLength(10)
  expect(periodsOf(zone, 'week', long)).toHaveLength(3)
  expect(periodsOf(zone, 'month', long)).toEqual([
    { startsAt: at('2026-10-01', 0), endsAt: at('2026-11-01', 0) },
    { startsAt: at('2026-11-01', 0), endsAt: at('2026-12-01', 0) },
  ])
})

test('[LIMITS-10] bookings are read since the earliest period that a wish touches, and none without quotas', () => {
  const since = (...pers: readonly QuotaPeriod[]) => {
    const quotas = pers.map((per) => ({
      ...({ id: per, kinds: hotDesk.kinds, per, unit: 'bookings', max: 1 } as const),
    }))
    const counted = quotas.map(({ per }) => per)
    return countedSince(zone, counted, [span('2026-11-26', 540, 600)])
  }
  expect(since()).toBeNull()
  expect(countedSince(zone, [], [span('2026-11-26', 540, 600)])).toBeNull()
  expect(since('day')).toBe(at('2026-11-25', 0))
  expect(since('day', 'week')).toBe(at('2026-11-23', 0))
  expect(since('month', 'concurrent')).toBe(at('2026-11-01', 0))
})
