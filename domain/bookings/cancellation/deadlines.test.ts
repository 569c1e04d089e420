import { expect, test } from 'vitest'
import { berlin } from '../../values/for-tests.ts'
import { at, span } from '../for-tests.ts'
import { deadlinesOf } from './deadlines.ts'
import { tenAndFiveDays } from './for-tests.ts'

const june = span('2026-06-20', 600, 720)

function told(now: Parameters<typeof deadlinesOf>[3]) {
  return deadlinesOf(tenAndFiveDays, june.startsAt, berlin, now).map(({ refundPercent, wall }) => [
    refundPercent,
    wall.date,
    wall.minute,
  ])
}

test('[CANCELLATION-30] [B-16] each step is told with its date, until it is over', () => {
  expect(told(at('2026-06-01', 0))).toEqual([
    [100, '2026-06-10', 600],
    [50, '2026-06-15', 600],
  ])
  expect(told(at('2026-06-10', 600))).toHaveLength(2)
  expect(told(at('2026-06-10', 601))).toEqual([[50, '2026-06-15', 600]])
  expect(told(at('2026-06-16', 0))).toEqual([])
})

test('[CANCELLATION-30] [D-04] over the night that the clocks go forward a day before ends an hour earlier', () => {
  const sunday = span('2026-03-29', 540, 600)
  const policy = { ...tenAndFiveDays, steps: [{ hoursBefore: 24, refundPercent: 100 }] }
  const [deadline] = deadlinesOf(policy, sunday.startsAt, berlin, at('2026-03-01', 0))
  expect(deadline?.wall).toEqual({ date: '2026-03-28', minute: 480 })
})
