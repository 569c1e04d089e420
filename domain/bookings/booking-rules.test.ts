import { expect, test } from 'vitest'
import { toId } from '../values/ids.ts'
import { toInterval } from '../values/interval.ts'
import { toLocalDate } from '../values/local-date.ts'
import { checkRules, type RuleInput } from './booking-rules.ts'
import { at, dedicated, desk1, freeRules, harbour, hotDesk, room, span } from './for-tests.ts'

function check(more: Partial<RuleInput>) {
  return checkRules({
    catalogue: harbour,
    resource: desk1,
    tier: hotDesk,
    interval: span('2026-11-26', 540, 600),
    people: 1,
    isHolder: false,
    now: at('2026-11-23', 632),
    ...more,
  })
}

function closed(resourceIds: readonly (typeof desk1.id)[] | null) {
  const date = toLocalDate('2026-12-25')
  const from = { date, minute: 0 }
  const until = { date, minute: 1440 }
  const id = toId('closure', 'clo_1')
  return {
    ...harbour,
    closures: [{ id, name: 'Christmas', resourceIds, from, until, eventId: null }],
  }
}

test('[BOOKINGS-04] a wish that breaks every rule is refused for one after the other in the printed order', () => {
  const kinds = { ...hotDesk, kinds: [] }
  const resource = {
    ...desk1,
    rules: {
      ...freeRules,
      minMinutes: 60,
      incrementMinutes: 30,
      noticeMinutes: 60,
      advanceLimits: [{ kind: 'elapsed-days', days: 30 } as const],
    },
  }
  const catalogue = closed(null)
  const now = at('2026-12-25', 620)
  const short = span('2026-12-25', 605, 620)
  const broken = { resource, catalogue, now, tier: kinds, interval: short, people: 2 }
  const reason = (more: Partial<RuleInput>) => check({ ...broken, ...more })?.reason
  const grid = { tier: hotDesk, interval: span('2026-12-25', 545, 610) }
  const people = { ...grid, interval: span('2026-12-25', 540, 600) }
  const past = { ...people, people: 1 }
  const notice = { ...past, interval: span('2026-12-25', 630, 690) }
  const far = { ...notice, now: at('2026-11-01', 0) }
  const shut = { ...notice, now: at('2026-12-24', 0) }
  expect([{}, { tier: hotDesk }, grid, people, past, notice, far, shut].map(reason)).toEqual([
    'tier',
    'too-short',
    'increment',
    'capacity',
    'past',
    'notice',
    'too-far',
    'closed',
  ])
  expect(check({ ...broken, ...shut, catalogue: harbour })).toBeNull()
})

test('[BOOKINGS-05] [B-19] too short, too long and off the grid each name the rule', () => {
  const rules = { ...freeRules, minMinutes: 60, maxMinutes: 480, incrementMinutes: 30 }
  const resource = { ...desk1, rules }
  const on = (from: number, until: number) =>
    check({ resource, interval: span('2026-11-26', from, until) })
  expect(on(540, 570)).toEqual({ reason: 'too-short', minMinutes: 60 })
  expect(on(540, 1050)).toEqual({ reason: 'too-long', maxMinutes: 480 })
  expect(on(555, 615)).toEqual({ reason: 'increment', incrementMinutes: 30 })
  expect(on(540, 615)).toEqual({ reason: 'increment', incrementMinutes: 30 })
  expect(on(540, 600)).toBeNull()
})

test('[BOOKINGS-05] [D-06] the longest time is elapsed time: 01:00 to 04:00 is too long where clocks go back', () => {
  const resource = { ...desk1, rules: { ...freeRules, maxMinutes: 180 } }
  const night = (date: string) =>
    check({ resource, interval: span(date, 60, 240), now: at(date, 0) })
  expect(night('2026-10-25')).toEqual({ reason: 'too-long', maxMinutes: 180 })
  expect(night('2026-03-29')).toBeNull()
  expect(night('2026-10-24')).toBeNull()
})

test('[BOOKINGS-05] the grid is wall time: half a day is half a day on the night of a clock change', () => {
  const resource = { ...desk1, rules: { ...freeRules, incrementMinutes: 720 } }
  for (const date of ['2026-03-29', '2026-10-25', '2026-11-26']) {
    expect(check({ resource, interval: span(date, 0, 720), now: at(date, 0) })).toBeNull()
  }
})

test('[BOOKINGS-05] seconds are off every grid', () => {
  const { startsAt, endsAt } = span('2026-11-26', 540, 600)
  expect(check({ interval: toInterval(startsAt + 1000, endsAt + 1000) })?.reason).toBe('increment')
  expect(check({ interval: toInterval(startsAt, endsAt + 1) })?.reason).toBe('increment')
})

test('[BOOKINGS-05] no rule of an operator lets a booking last for months', () => {
  const resource = { ...desk1, rules: { ...freeRules, maxMinutes: 1_000_000 } }
  const interval = toInterval(at('2026-11-26', 0), at('2027-01-26', 0))
  expect(check({ resource, interval })).toEqual({ reason: 'too-long', maxMinutes: 31 * 1440 })
})

test('[BOOKINGS-06] [D-14] a room for six refuses a host with six guests and takes one with five', () => {
  expect(check({ resource: room, people: 7 })).toEqual({ reason: 'capacity', capacity: 6 })
  expect(check({ resource: room, people: 6 })).toBeNull()
})

test('[BOOKINGS-07] [D-07] three elapsed days at Monday 10:32 allow Thursday 10:30 and refuse Thursday 11:00', () => {
  const resource = {
    ...desk1,
    rules: { ...freeRules, advanceLimits: [{ kind: 'elapsed-days', days: 3 } as const] },
  }
  expect(check({ resource, interval: span('2026-11-26', 630, 690) })).toBeNull()
  expect(check({ resource, interval: span('2026-11-26', 660, 720) })?.reason).toBe('too-far')
})

test('[BOOKINGS-07] [D-07] three calendar days at Monday 00:01 allow Thursday 23:30 and refuse Friday 00:05', () => {
  const resource = {
    ...desk1,
    rules: {
      ...freeRules,
      incrementMinutes: 5,
      advanceLimits: [{ kind: 'calendar-days', days: 3 } as const],
    },
  }
  const now = at('2026-11-23', 1)
  expect(check({ resource, now, interval: span('2026-11-26', 1410, 1430) })).toBeNull()
  expect(check({ resource, now, interval: span('2026-11-27', 5, 65) })?.reason).toBe('too-far')
})

test('[BOOKINGS-07] [D-04] three calendar days across a clock change end at the midnight of the fourth', () => {
  const limit = { kind: 'calendar-days', days: 3 } as const
  const resource = { ...desk1, rules: { ...freeRules, advanceLimits: [limit] } }
  const now = at('2026-10-22', 600)
  expect(check({ resource, now, interval: span('2026-10-25', 1425, 1440) })).toBeNull()
  expect(check({ resource, now, interval: span('2026-10-26', 0, 60) })?.reason).toBe('too-far')
})

test('[BOOKINGS-07] [D-08] of a tier limit of 14 days and a room limit of 7 the stricter decides', () => {
  const tier = { ...hotDesk, advanceLimits: [{ kind: 'elapsed-days', days: 14 } as const] }
  const resource = {
    ...room,
    rules: { ...freeRules, advanceLimits: [{ kind: 'elapsed-days', days: 7 } as const] },
  }
  const refusal = check({ tier, resource, interval: span('2026-12-02', 540, 600) })
  expect(refusal).toMatchObject({ reason: 'too-far', limit: { days: 7 } })
})

test('[BOOKINGS-07] [D-04] 24 hours of notice before Sunday 09:00 of the clock change end on Saturday 08:00', () => {
  const resource = { ...desk1, rules: { ...freeRules, noticeMinutes: 24 * 60 } }
  const interval = span('2026-03-29', 540, 600)
  expect(check({ resource, interval, now: at('2026-03-28', 480) })).toBeNull()
  expect(check({ resource, interval, now: at('2026-03-28', 481) })?.reason).toBe('notice')
})

test('[BOOKINGS-08] a time that is over is refused, one that began within its increment is not', () => {
  const now = at('2026-11-26', 550)
  expect(check({ now, interval: span('2026-11-26', 480, 540) })?.reason).toBe('past')
  expect(check({ now, interval: span('2026-11-26', 525, 600) })?.reason).toBe('past')
  expect(check({ now, interval: span('2026-11-26', 540, 600) })).toBeNull()
})

test('[BOOKINGS-09] [D-10] a closure says its name, and the hours beside it stay open', () => {
  const catalogue = closed(null)
  const christmas = check({ catalogue, interval: span('2026-12-25', 540, 600) })
  expect(christmas).toEqual({ reason: 'closed', closureName: 'Christmas' })
  expect(check({ catalogue, interval: span('2026-12-24', 540, 600) })).toBeNull()
})

test('[BOOKINGS-09] [D-11] a closure that names the desk takes it out of use, and no other', () => {
  const catalogue = closed([desk1.id])
  const interval = span('2026-12-25', 540, 600)
  expect(check({ catalogue, interval })).toEqual({
    reason: 'blocked',
    closureName: 'Christmas',
    conflict: span('2026-12-25', 0, 1440),
  })
  expect(check({ catalogue, interval, resource: room })).toBeNull()
})

test('[BOOKINGS-10] [D-29] an assigned desk is for its holder alone', () => {
  expect(check({ resource: dedicated })?.reason).toBe('assigned')
  expect(check({ resource: dedicated, isHolder: true })).toBeNull()
})

test('[MEMBERSHIPS-01] a kind that the tier does not include is refused', () => {
  expect(check({ tier: { ...hotDesk, kinds: ['meeting-room'] } })?.reason).toBe('tier')
  expect(check({ tier: null })).toBeNull()
})
