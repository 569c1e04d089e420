import { expect, test } from 'vitest'
import { freeUntilStart } from '../sites/cancellation-policy.ts'
import { money } from '../values/money.ts'
import { english } from './words.ts'

test('[B-16] a policy is told in words: what comes back until when, and what then', () => {
  const tenDays = { hoursBefore: 240, refundPercent: 100 }
  const fiveDays = { hoursBefore: 120, refundPercent: 50 }
  expect(english.cancellation.policy({ ...freeUntilStart, steps: [tenDays, fiveDays] })).toEqual([
    'Free to cancel until 10 days before; half back until 5 days before; then nothing.',
    'In the first 5 minutes after booking all comes back.',
    'Who does not come pays in full.',
  ])
})

test('[B-16] what is free until the start says no more, and what is never free says so', () => {
  const { policy } = english.cancellation
  expect(policy(freeUntilStart)[0]).toBe('Free to cancel until the start.')
  const never = { steps: [], graceMinutes: 0, freeMoveHoursBefore: 2, noShowRefundPercent: 30 }
  expect(policy(never)).toEqual([
    'Nothing comes back if you cancel.',
    'Free to move until 2 hours before.',
    'Who does not come gets 30 % back.',
  ])
  const little = [{ hoursBefore: 36, refundPercent: 30 }]
  expect(policy({ ...never, steps: little })[0]).toBe(
    '30 % back until 36 hours before; then nothing.',
  )
})

test('[B-16] what was cancelled says what comes back and what stays owed', () => {
  const { result } = english.cancellation
  const [none, some] = [money(0, 'EUR'), money(4000, 'EUR')]
  expect(result(some, some)).toBe('€40.00 comes back, €40.00 stays owed.')
  expect(result(some, none)).toBe('€40.00 comes back. Nothing is owed.')
  expect(result(none, some)).toBe('Nothing comes back: €40.00 stays owed.')
  expect(result(none, none)).toBe('Nothing is owed.')
})
