import { expect, test } from 'vitest'
import { freeRules, harbour, hotDesk, room } from '../bookings/for-tests.ts'
import { toId } from '../values/ids.ts'
import { toLocalDate } from '../values/local-date.ts'
import type { Allowance } from './allowance.ts'
import type { Quota } from './quota.ts'
import type { Tier } from './tier.ts'
import { tierProblems } from './tier-problems.ts'

const catalogue = {
  tiers: [hotDesk, { ...hotDesk, id: toId('tier', 'tie_team'), name: 'Team' }],
  resources: [{ ...room, rules: { ...freeRules, minMinutes: 60 } }],
}
const hours: Allowance = {
  ...{ id: 'rooms', kinds: ['meeting-room'], unit: 'minutes', amount: 360 },
  ...{ per: 'month', startsOnDay: 1, rollover: null },
}
const rollover = { periods: 2, amountMax: null, from: toLocalDate('2026-01-01') }
const quota: Quota = { id: 'q', kinds: ['hot-desk'], per: 'day', unit: 'bookings', max: 1 }

test('[MEMBERSHIPS-04] a membership has a name of its own and limits that leave something to book', () => {
  const cases: readonly (readonly [Partial<Tier>, readonly string[]])[] = [
    [{}, []],
    [{ name: '' }, ['name: missing']],
    [{ name: 'Team' }, ['name: name-taken']],
    [{ maxMinutes: 0 }, ['maxMinutes: below-one', 'maxMinutes: nothing-fits']],
    [{ maxMinutes: 30 }, ['maxMinutes: nothing-fits']],
    [{ maxMinutes: 60 }, []],
    [{ kinds: [], maxMinutes: 30 }, []],
    [
      { advanceLimits: [{ kind: 'calendar-days', days: 0.5 }] },
      ['advanceLimits.0.days: not-whole'],
    ],
    [
      { quotas: [quota, { ...quota, id: 'r', kinds: [], max: -1 }] },
      ['quotas.1.kinds: no-kinds', 'quotas.1.max: negative'],
    ],
    [{ quotas: [quota, quota] }, ['quotas: same-twice']],
    [
      { allowances: [{ ...hours, kinds: [], amount: 0, startsOnDay: 29 }] },
      [
        'allowances.0.kinds: no-kinds',
        'allowances.0.amount: below-one',
        'allowances.0.startsOnDay: too-much',
      ],
    ],
    [
      { allowances: [{ ...hours, rollover: { ...rollover, periods: 3, amountMax: 0 } }] },
      ['allowances.0.rollover.periods: too-much', 'allowances.0.rollover.amountMax: below-one'],
    ],
    [{ allowances: [{ ...hours, rollover }] }, []],
    [{ allowances: [hours, hours] }, ['allowances: same-twice']],
    [
      { cancellation: { ...freeRules.cancellation, noShowRefundPercent: 120 } },
      ['cancellation.noShowRefundPercent: no-percentage'],
    ],
  ]
  for (const [change, expected] of cases) {
    const problems = tierProblems({ ...hotDesk, ...change }, catalogue)
    expect(problems.map(({ field, code }) => `${field}: ${code}`)).toEqual(expected)
  }
  expect(tierProblems(hotDesk, harbour)).toEqual([])
})
