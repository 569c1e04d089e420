import { expect, test } from 'vitest'
import type { Quota } from '../memberships/quota.ts'
import { toLocalDate } from '../values/local-date.ts'
import { english } from './words.ts'

const { limits, refusal } = english

const rooms: Quota = {
  ...{ id: 'rooms', kinds: ['meeting-room'], per: 'day', unit: 'minutes', max: 120 },
}
const desks: Quota = {
  ...{ id: 'desks', kinds: ['hot-desk'], per: 'week', unit: 'bookings', max: 3 },
}
const several: Quota = {
  ...desks,
  kinds: ['hot-desk', 'phone-booth', 'meeting-room'],
  per: 'month',
}
const atOnce: Quota = { ...desks, per: 'concurrent', max: 1 }

function said({ max, ...quota }: Quota, used: number): string {
  return refusal({ reason: 'quota', limit: max, quota: { ...quota, used } })
}

test('[LIMITS-07] [B-36] the refusal says what is included and what the member has of it', () => {
  expect(said(rooms, 90)).toBe(
    'Your membership includes 2 hours of meeting rooms a day. You have 1 hour 30 minutes that day.',
  )
  expect(said(rooms, 0)).toBe('Your membership includes 2 hours of meeting rooms a day.')
  expect(said(desks, 3)).toBe('Your membership includes 3 desks a week. You have 3 that week.')
  expect(said(several, 3)).toBe(
    'Your membership includes 3 bookings of desks, phone booths and meeting rooms a month. You have 3 that month.',
  )
  expect(said(atOnce, 1)).toBe('Your membership includes 1 desk at a time. You have 1 then.')
  expect(refusal({ reason: 'quota', limit: 200 })).toBe(
    'You have reached your limit of 200 bookings.',
  )
})

test('[LIMITS-09] what is left is said for the period that runs', () => {
  expect(limits.included(rooms)).toBe('2 hours of meeting rooms a day')
  expect(limits.left(rooms, 30)).toBe('30 minutes left today')
  expect(limits.left(desks, 0)).toBe('none left this week')
  expect(limits.left(several, 2)).toBe('2 left this month')
  expect(limits.left(atOnce, 1)).toBe('1 free now')
  expect(limits.left(atOnce, 0)).toBe('in use now')
})

test('[LOTS-20] what is left of a period stays good in the number that it has', () => {
  const said = (unit: 'minutes' | 'days', amountMax: number | null) => {
    const rollover = { periods: 2, amountMax, from: toLocalDate('2026-01-01') }
    return english.lots.rollover({ unit, per: 'month', rollover })
  }
  expect(said('minutes', null)).toBe('Everything left of a month stays good for 2 more months.')
  expect(said('minutes', 180)).toMatch(/^At most 3 hours left of a month stay good/)
  expect(said('minutes', 60)).toMatch(/^At most 1 hour left of a month stays good/)
  expect(said('days', 1)).toMatch(/^At most 1 day left of a month stays good/)
})
