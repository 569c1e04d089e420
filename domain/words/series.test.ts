import { expect, test } from 'vitest'
import type { Recurrence, Rhythm } from '../bookings/series/recurrence.ts'
import { toLocalDate } from '../values/local-date.ts'
import { english } from './words.ts'

const { series } = english

function said(rhythm: Rhythm, every = 1, end: Recurrence['end'] = { kind: 'count', count: 4 }) {
  return series.sentence({ rhythm, every, startOn: toLocalDate('2026-11-26'), end })
}

test('[B-09] a rule reads as one sentence', () => {
  const until = { kind: 'until', on: toLocalDate('2026-12-17') } as const
  expect([
    said({ kind: 'weekly', weekdays: [4, 2] }, 1, until),
    said({ kind: 'daily' }, 1, { kind: 'until', on: toLocalDate('2027-01-07') }),
    said({ kind: 'weekly', weekdays: [1, 2, 3, 4, 5] }),
    said({ kind: 'weekly', weekdays: [1] }, 2),
    said({ kind: 'daily' }),
    said({ kind: 'daily' }, 3, { kind: 'count', count: 1 }),
    said({ kind: 'monthly-by-date', day: 31 }),
    said({ kind: 'monthly-by-date', day: 12 }, 3),
    said({ kind: 'monthly-by-weekday', weekday: 5, nth: -1 }),
    said({ kind: 'monthly-by-weekday', weekday: 2, nth: 2 }, 2),
  ]).toEqual([
    'Every Tuesday and Thursday until Thu 17 Dec',
    'Every day until Thu 7 Jan 2027',
    'Every weekday, 4 times',
    'Every 2 weeks on Monday, 4 times',
    'Every day, 4 times',
    'Every 3 days, 1 time',
    'Every month on the 31st, 4 times',
    'Every 3 months on the 12th, 4 times',
    'Every last Friday of the month, 4 times',
    'Every 2 months on the second Tuesday, 4 times',
  ])
})

test('[SERIES-02] months without the date are named', () => {
  const months = ['2026-11-01', '2027-02-01'].map(toLocalDate)
  expect(series.monthsWithout(months, 31)).toBe('November and February have no 31st.')
})
