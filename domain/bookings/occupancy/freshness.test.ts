import { expect, test } from 'vitest'
import { addMinutes } from '../../values/instant.ts'
import { at } from '../for-tests.ts'
import { freshnessOf } from './freshness.ts'

test('[BOOKINGS-76] [D-65] what is known is fresh for ten minutes, aging for a day, then old', () => {
  const known = at('2026-11-24', 642)
  const ages = [0, 10, 11, 24 * 60, 24 * 60 + 1].map((minutes) =>
    freshnessOf(known, addMinutes(known, minutes)),
  )
  expect(ages).toEqual(['fresh', 'fresh', 'aging', 'aging', 'old'])
})

test('[BOOKINGS-76] a device whose clock is behind the space finds nothing old', () => {
  const known = at('2026-11-24', 642)
  expect(freshnessOf(known, addMinutes(known, -60))).toBe('fresh')
})
