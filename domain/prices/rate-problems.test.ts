import { expect, test } from 'vitest'
import { desk1, harbour, hotDesk } from '../bookings/for-tests.ts'
import type { RateRow } from '../sites/rate-row.ts'
import { must } from '../values/assert.ts'
import { toId } from '../values/ids.ts'
import { rateProblems } from './rate-problems.ts'

const rate = must(harbour.rates[0], 'the fixture has rates')
const evening = { weekdays: [1, 2], from: 1080, until: 1320 } as const
const told = (...rates: readonly RateRow[]) =>
  rateProblems(rates, harbour).map(({ field, code }) => `${field}: ${code}`)

test('[PRICES-08] a rate names what is there, hours within a day, and amounts that can be meant', () => {
  const cases: readonly (readonly [Partial<RateRow>, readonly string[]])[] = [
    [{}, []],
    [{ kind: null, resourceId: desk1.id, tierId: hotDesk.id, hours: evening }, []],
    [{ resourceId: desk1.id }, ['rates.0.place: unknown-place']],
    [{ kind: null, resourceId: toId('resource', 'res_gone') }, ['rates.0.place: unknown-place']],
    [{ tierId: toId('tier', 'tie_gone') }, ['rates.0.tierId: unknown-tier']],
    [{ hourMinor: -1 }, ['rates.0.hourMinor: negative']],
    [{ dayMinor: 1.5 }, ['rates.0.dayMinor: not-whole']],
    [{ halfDayMinor: 2401, dayMinor: 2400 }, ['rates.0.halfDayMinor: half-above-day']],
    [{ priority: 100 }, ['rates.0.priority: too-much']],
    [{ hours: { ...evening, weekdays: [] } }, ['rates.0.weekdays: no-weekdays']],
    [{ hours: { ...evening, until: 1080 } }, ['rates.0.hours: ends-before-it-begins']],
    [{ hours: { ...evening, until: 1500 } }, ['rates.0.hours: beyond-midnight']],
  ]
  for (const [change, expected] of cases) expect(told({ ...rate, ...change })).toEqual(expected)
})

test('[PRICES-08] two rates that say the same are told, unless a priority says which one counts', () => {
  const other = { ...rate, id: 'rat_other', hourMinor: 1 }
  expect(told(rate, other)).toEqual(['rates.1.priority: same-twice'])
  expect(told(rate, { ...other, priority: 1 })).toEqual([])
  expect(told(rate, { ...other, hours: evening })).toEqual([])
  expect(told(rate, { ...other, id: rate.id, priority: 1 })).toEqual([
    'rates.1.priority: same-twice',
  ])
})
