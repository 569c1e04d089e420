import { expect, test } from 'vitest'
import { toId } from '../values/ids.ts'
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

test('[D-07] three elapsed days at Monday 10:32 allow Thursday 10:30 and refuse Thursday 11:00', () => {
  const resource = {
    ...desk1,
    rules: { ...freeRules, advanceLimits: [{ kind: 'elapsed-days', days: 3 } as const] },
  }
  expect(check({ resource, interval: span('2026-11-26', 630, 690) })).toBeNull()
  expect(check({ resource, interval: span('2026-11-26', 660, 720) })?.reason).toBe('too-far')
})

test('[D-07] three calendar days at Monday 00:01 allow Thursday 23:30 and refuse Friday 00:05', () => {
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

test('[D-08] of a tier limit of 14 days and a room limit of 7 the stricter decides', () => {
  const tier = { ...hotDesk, advanceLimits: [{ kind: 'elapsed-days', days: 14 } as const] }
  const resource = {
    ...room,
    rules: { ...freeRules, advanceLimits: [{ kind: 'elapsed-days', days: 7 } as const] },
  }
  const refusal = check({ tier, resource, interval: span('2026-12-02', 540, 600) })
  expect(refusal).toMatchObject({ reason: 'too-far', limit: { days: 7 } })
})

test('[D-04] 24 hours of notice before Sunday 09:00 of the clock change end on Saturday 08:00', () => {
  const resource = { ...desk1, rules: { ...freeRules, noticeMinutes: 24 * 60 } }
  const interval = span('2026-03-29', 540, 600)
  expect(check({ resource, interval, now: at('2026-03-28', 480) })).toBeNull()
  expect(check({ resource, interval, now: at('2026-03-28', 481) })?.reason).toBe('notice')
})

test('[D-10] a closure says its name, and the hours beside it stay open', () => {
  const date = toLocalDate('2026-12-25')
  const catalogue = {
    ...harbour,
    closures: [
      {
        id: toId('closure', 'clo_1'),
        name: 'Christmas',
        resourceIds: null,
        from: { date, minute: 0 },
        until: { date, minute: 1440 },
      },
    ],
  }
  expect(check({ catalogue, interval: span('2026-12-25', 540, 600) })).toEqual({
    reason: 'closed',
    closureName: 'Christmas',
  })
  expect(check({ catalogue, interval: span('2026-12-24', 540, 600) })).toBeNull()
})

test('[D-14] a room for six refuses a host with six guests and takes one with five', () => {
  expect(check({ resource: room, people: 7 })).toEqual({ reason: 'capacity', capacity: 6 })
  expect(check({ resource: room, people: 6 })).toBeNull()
})

test('[D-29] an assigned desk is for its holder alone', () => {
  expect(check({ resource: dedicated })?.reason).toBe('assigned')
  expect(check({ resource: dedicated, isHolder: true })).toBeNull()
})

test('[B-19] too short, too long and off the grid each name the rule', () => {
  const resource = {
    ...desk1,
    rules: { ...freeRules, minMinutes: 60, maxMinutes: 480, incrementMinutes: 30 },
  }
  expect(check({ resource, interval: span('2026-11-26', 540, 570) })).toEqual({
    reason: 'too-short',
    minMinutes: 60,
  })
  expect(check({ resource, interval: span('2026-11-26', 540, 1050) })).toEqual({
    reason: 'too-long',
    maxMinutes: 480,
  })
  expect(check({ resource, interval: span('2026-11-26', 555, 615) })).toEqual({
    reason: 'increment',
    incrementMinutes: 30,
  })
})

test('a time that is over is refused, one that began within its increment is not', () => {
  const now = at('2026-11-26', 550)
  expect(check({ now, interval: span('2026-11-26', 480, 540) })?.reason).toBe('past')
  expect(check({ now, interval: span('2026-11-26', 540, 600) })).toBeNull()
})
