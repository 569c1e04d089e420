// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { spaceNow, writeContact } from './contact.ts'

afterEach(() => vi.useRealTimers())

test('[DEVICE-71] a device clock that is wrong is corrected by the last contact', () => {
  vi.useFakeTimers({ now: Date.UTC(2031, 5, 1) })
  const space = Date.UTC(2026, 10, 25, 9)
  writeContact(space)
  vi.advanceTimersByTime(60_000)
  expect(spaceNow()).toBe(space + 60_000)
})
