import { expect, test } from 'vitest'
import { desk1, freeRules, harbour, pool, room } from '../bookings/for-tests.ts'
import { toId } from '../values/ids.ts'
import type { BookingRules } from './booking-rules.ts'
import { extraProblems } from './extra-problems.ts'
import { hoursProblems } from './hours-problems.ts'
import type { OpeningHours, OpenSpan } from './opening-hours.ts'
import type { Resource } from './resource.ts'
import { resourceProblems } from './resource-problems.ts'
import { rulesProblems } from './rules-problems.ts'
import type { SettingProblem } from './setting-problem.ts'

const told = (problems: readonly SettingProblem[]) =>
  problems.map(({ field, code }) => `${field}: ${code}`)

const rulesCases: readonly (readonly [Partial<BookingRules>, readonly string[]])[] = [
  [{}, []],
  [{ minMinutes: 0 }, ['minMinutes: below-one']],
  [{ minMinutes: 120, maxMinutes: 60 }, ['minMinutes: min-above-max']],
  [{ maxMinutes: 32 * 1440 }, ['maxMinutes: too-much']],
  [{ maxMinutes: 1e17 }, ['maxMinutes: too-much']],
  [{ incrementMinutes: 0 }, ['incrementMinutes: below-one']],
  [{ incrementMinutes: 7.5 }, ['incrementMinutes: not-whole']],
  [
    { incrementMinutes: 25, minMinutes: 50, maxMinutes: 100 },
    ['incrementMinutes: steps-beside-day'],
  ],
  [{ incrementMinutes: 30, minMinutes: 45 }, ['minMinutes: off-the-steps']],
  [{ incrementMinutes: 30, minMinutes: 30, maxMinutes: 75 }, ['maxMinutes: off-the-steps']],
  [{ granularities: [] }, ['granularities: no-granularity']],
  [{ granularities: [{ kind: 'day' }, { kind: 'day' }] }, ['granularities: same-twice']],
  [{ granularities: [{ kind: 'half-day', turnsAt: 1440 }] }, ['granularities.turnsAt: too-much']],
  [
    { granularities: [{ kind: 'half-day', turnsAt: 780 }], bufferAfterMinutes: 15 },
    ['granularities: gap-between-halves'],
  ],
  // By the day alone, what is said about hours is not asked.
  [{ granularities: [{ kind: 'day' }], minMinutes: 120, maxMinutes: 60 }, []],
  [{ bufferAfterMinutes: -15 }, ['bufferAfterMinutes: negative']],
  [
    { noticeMinutes: 4 * 1440, advanceLimits: [{ kind: 'calendar-days', days: 2 }] },
    ['noticeMinutes: notice-beyond-limit'],
  ],
  [{ noticeMinutes: 4 * 1440 }, []],
  [{ advanceLimits: [{ kind: 'elapsed-days', days: -1 }] }, ['advanceLimits.0.days: negative']],
  [
    {
      advanceLimits: Array.from({ length: 5 }, () => ({ kind: 'elapsed-days', days: 1 }) as const),
    },
    ['advanceLimits: too-many'],
  ],
]

test('[SITES-08] rules that contradict themselves are refused at the field where they are mended', () => {
  for (const [change, expected] of rulesCases) {
    expect(told(rulesProblems({ ...freeRules, ...change }))).toEqual(expected)
  }
})

test('[SITES-13] an extra has a name of its own, a price and a number that can be meant', () => {
  const lunch = {
    ...{ id: toId('extra', 'ext_lunch'), name: 'Lunch', priceMinor: 1450 },
    ...{ per: 'booking' as const, stock: null, maxCount: 12, noticeMinutes: 0, kinds: [] },
  }
  const other = { ...lunch, id: toId('extra', 'ext_other') }
  expect(told(extraProblems([lunch, { ...other, name: 'Coffee' }]))).toEqual([])
  expect(told(extraProblems([lunch, other]))).toEqual(['extras.1.name: name-taken'])
  expect(told(extraProblems([{ ...lunch, name: ' ', priceMinor: -1, maxCount: 0 }]))).toEqual([
    'extras.0.name: missing',
    'extras.0.priceMinor: negative',
    'extras.0.maxCount: below-one',
  ])
})

test('[SITES-08] steps of a cancellation policy fall in time and in what they give back', () => {
  const withSteps = (...steps: readonly (readonly [number, number])[]) => {
    const cancellation = {
      ...freeRules.cancellation,
      steps: steps.map(([hoursBefore, refundPercent]) => ({ hoursBefore, refundPercent })),
    }
    return told(rulesProblems({ ...freeRules, cancellation }))
  }
  expect(withSteps([240, 100], [120, 50])).toEqual([])
  expect(withSteps()).toEqual([])
  expect(withSteps([120, 50], [240, 100])).toEqual(['cancellation.steps: steps-out-of-order'])
  expect(withSteps([240, 50], [120, 100])).toEqual(['cancellation.steps: steps-out-of-order'])
  expect(withSteps([24, 101])).toEqual(['cancellation.steps.0.refundPercent: no-percentage'])
  expect(withSteps([-1, 100])).toEqual(['cancellation.steps.0.hoursBefore: negative'])
})

const daily = (...spans: readonly OpenSpan[]) =>
  [spans, [], [], [], [], [], []] satisfies OpeningHours

test('[SITES-09] opening hours end after they begin, and do not overlap', () => {
  const span = (opens: number, closes: number) => ({ opens, closes })
  const cases = [
    [[span(480, 1080)], []],
    [[span(480, 720), span(720, 1080)], []],
    [[span(1320, 1560)], []],
    [[span(1080, 480)], ['0: ends-before-it-begins']],
    [[span(480, 480)], ['0: ends-before-it-begins']],
    [[span(600, 900), span(480, 720)], ['0: hours-overlap']],
    [[span(480, 3000)], ['0: too-much']],
    [[span(1440, 1500)], ['0: too-much']],
    [[span(-1, 60)], ['0: negative']],
  ] as const
  for (const [spans, expected] of cases) {
    expect(told(hoursProblems(daily(...spans)))).toEqual(expected)
  }
})

const loft = { id: toId('floor', 'flr_loft'), name: 'Loft', planVersion: 0 }
const catalogue = { ...harbour, site: { ...harbour.site, floors: [loft] } }

test('[SITES-10] a place has a name of its own on its floor, room for somebody, and a floor', () => {
  const cases: readonly (readonly [Resource, readonly string[]])[] = [
    [desk1, []],
    [{ ...desk1, name: ' ' }, ['name: missing']],
    [{ ...desk1, name: 'x'.repeat(81) }, ['name: too-long']],
    [{ ...desk1, name: 'Desk 2' }, ['name: name-taken']],
    [{ ...desk1, zoneName: '' }, ['zoneName: missing']],
    [{ ...desk1, floorId: toId('floor', 'flr_gone') }, ['floorId: unknown-floor']],
    [{ ...room, capacity: 0 }, ['capacity: below-one']],
    [{ ...room, capacity: 501 }, ['capacity: too-much']],
    [{ ...pool, mode: { kind: 'pool', units: 0 } }, ['units: below-one']],
    [{ ...room, amenities: ['Screen', 'Screen'] }, ['amenities: same-twice']],
    [{ ...room, holdMinutes: 0 }, ['holdMinutes: below-one']],
    [{ ...room, hours: daily({ opens: 9, closes: 8 }) }, ['hours.0: ends-before-it-begins']],
    [{ ...room, rules: { ...freeRules, minMinutes: 0 } }, ['rules.minMinutes: below-one']],
  ]
  for (const [resource, expected] of cases) {
    expect(told(resourceProblems(resource, catalogue))).toEqual(expected)
  }
})
