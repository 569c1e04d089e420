import { expect, test } from 'vitest'
import { desk1, freeRules, hotDesk } from '../bookings/for-tests.ts'
import { freeUntilStart } from './cancellation-policy.ts'
import { effectiveRules } from './effective-rules.ts'

test('[SITES-05] [D-08] of two longest times the shorter counts, and all advance limits hold', () => {
  const resource = {
    ...desk1,
    rules: {
      ...freeRules,
      maxMinutes: 480,
      advanceLimits: [{ kind: 'elapsed-days', days: 7 } as const],
    },
  }
  const tier = {
    ...hotDesk,
    maxMinutes: 240,
    advanceLimits: [{ kind: 'calendar-days', days: 14 } as const],
  }
  const rules = effectiveRules(resource, tier)
  expect(rules.maxMinutes).toBe(240)
  expect(rules.advanceLimits).toEqual([
    { kind: 'elapsed-days', days: 7 },
    { kind: 'calendar-days', days: 14 },
  ])
  expect(effectiveRules(resource, { ...tier, maxMinutes: 600 }).maxMinutes).toBe(480)
})

test('[SITES-05] without a tier the rules are those of the resource', () => {
  expect(effectiveRules(desk1, null)).toEqual(desk1.rules)
})

test('[SITES-07] [B-16] the policy of a tier takes the place of the resource’s', () => {
  const cancellation = { ...freeUntilStart, steps: [{ hoursBefore: 12, refundPercent: 100 }] }
  expect(effectiveRules(desk1, hotDesk).cancellation).toBe(desk1.rules.cancellation)
  expect(effectiveRules(desk1, { ...hotDesk, cancellation }).cancellation).toBe(cancellation)
})
