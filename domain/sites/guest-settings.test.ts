import { expect, test } from 'vitest'
import { limits } from '../values/limits.ts'
import { guestSettingProblems, usualGuests } from './guest-settings.ts'

test('[GUESTS-07] [D-60] guests are known for a day at least and a year at most, and agree to what can be read', () => {
  const codes = (more: object) =>
    guestSettingProblems({ ...usualGuests, ...more }).map(({ field, code }) => `${field} ${code}`)
  expect([1, 30, limits.guestsKeptDaysMax].map((keptDays) => codes({ keptDays }))).toEqual([
    ...[[], [], []],
  ])
  expect(codes({ keptDays: 0 })).toEqual(['guests.keptDays below-one'])
  expect(codes({ keptDays: 1.5 })).toEqual(['guests.keptDays not-whole'])
  expect(codes({ keptDays: limits.guestsKeptDaysMax + 1 })).toEqual(['guests.keptDays too-much'])
  const consent = 'x'.repeat(limits.guestConsentLengthMax + 1)
  expect(codes({ consent })).toEqual(['guests.consent too-long'])
})
