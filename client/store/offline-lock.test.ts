// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { DAY_MS } from '../../domain/values/instant.ts'
import { isLocked } from './offline-lock.ts'

const now = Date.UTC(2026, 10, 25)
const heard = (daysAgo: number) => ({ at: now, deviceAt: now - daysAgo * DAY_MS })

test('[DEVICE-70] a copy is locked after thirty days without contact, and not a moment before', () => {
  expect(isLocked(heard(29.99), now)).toBe(false)
  expect(isLocked(heard(30), now)).toBe(true)
})

test('[DEVICE-70] a device clock that is wrong by years locks nobody out', () => {
  const wrong = Date.UTC(2036, 0, 1)
  expect(isLocked({ at: now, deviceAt: wrong }, wrong + DAY_MS)).toBe(false)
})

test('[DEVICE-70] a device that has just signed in is not locked', () => {
  expect(isLocked(null, now)).toBe(false)
})
