import { expect, test } from 'vitest'
import type { Quota } from '../../memberships/quota.ts'
import type { Resource } from '../../sites/resource.ts'
import type { Interval } from '../../values/interval.ts'
import {
  ada,
  at,
  desk1,
  desk2,
  harbour,
  hotDesk,
  noDistance,
  room,
  span,
  wish,
} from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { type SettleFacts, settle } from '../settle.ts'
import { checkQuotas, quotasLeft } from './check-quotas.ts'
import type { OwnTime } from './own-time.ts'

const day = '2026-11-26'
const deskADay = quota({ kinds: ['hot-desk'] })
const roomsTwoHours = quota({ kinds: ['meeting-room'], unit: 'minutes', max: 120 })

function quota(more: Partial<Quota>): Quota {
  return { id: 'quo_1', kinds: ['hot-desk'], per: 'day', unit: 'bookings', max: 1, ...more }
}

function own(place: Resource, interval: Interval): OwnTime {
  return { kind: place.kind, interval }
}

/** Null, or how much was used where one more was too much. */
function check(
  quotas: readonly Quota[],
  place: Resource,
  interval: Interval,
  ownTimes: readonly OwnTime[],
): number | null {
  const tier = { ...hotDesk, quotas }
  const found = checkQuotas({ zone: harbour.zone, tier, kind: place.kind, interval, ownTimes })
  return found?.reason === 'quota' ? (found.quota?.used ?? null) : null
}

test('[LIMITS-01] [D-28] [B-26] one desk a day and two hours of rooms a day are independent', () => {
  const both = [deskADay, roomsTwoHours]
  const had = [own(desk1, span(day, 540, 780)), own(room, span(day, 600, 690))]
  expect(check(both, desk2, span(day, 780, 1080), had)).toBe(1)
  expect(check(both, desk2, span(day, 780, 1080), had.slice(1))).toBeNull()
  expect(check(both, room, span(day, 840, 870), had)).toBeNull()
  expect(check(both, room, span(day, 840, 885), had)).toBe(90)
  expect(check(both, room, span(day, 840, 885), had.slice(0, 1))).toBeNull()
})

test('[LIMITS-02] [D-23] a booking counts on the day, in the week and in the month in which it takes place', () => {
  const sunday = span('2026-11-29', 540, 600)
  const monday = span('2026-11-30', 540, 600)
  const tuesday = span('2026-12-01', 540, 600)
  const had = [own(desk1, sunday)]
  expect(check([quota({ per: 'day' })], desk2, sunday, had)).toBe(1)
  expect(check([quota({ per: 'day' })], desk2, monday, had)).toBeNull()
  expect(check([quota({ per: 'week' })], desk2, span('2026-11-23', 540, 600), had)).toBe(1)
  expect(check([quota({ per: 'week' })], desk2, monday, had)).toBeNull()
  expect(check([quota({ per: 'month' })], desk2, monday, had)).toBe(1)
  expect(check([quota({ per: 'month' })], desk2, tuesday, had)).toBeNull()
})

test('[LIMITS-02] the night of a clock change has the minutes that go by', () => {
  const five = quota({ kinds: ['meeting-room'], unit: 'minutes', max: 300 })
  expect(check([five], room, span('2026-10-25', 0, 240), [])).toBeNull()
  expect(check([five], room, span('2026-10-25', 0, 241), [])).toBe(0)
  expect(check([five], room, span('2026-03-29', 0, 360), [])).toBeNull()
})

test('[LIMITS-03] a booking over midnight counts in both days with the minutes of each', () => {
  const night = span(day, 1380, 1500)
  const next = '2026-11-27'
  expect(check([roomsTwoHours], room, span(day, 600, 660), [own(room, night)])).toBeNull()
  expect(check([roomsTwoHours], room, span(day, 600, 675), [own(room, night)])).toBe(60)
  expect(check([roomsTwoHours], room, span(next, 600, 675), [own(room, night)])).toBe(60)
  expect(check([roomsTwoHours], room, night, [own(room, span(next, 600, 675))])).toBe(75)
  expect(check([deskADay], desk1, span(next, 600, 675), [own(desk1, night)])).toBe(1)
})

test('[LIMITS-04] at one moment counts where most overlap, and bookings that touch do not', () => {
  const two = quota({ per: 'concurrent', max: 2 })
  const had = [span(day, 540, 660), span(day, 660, 780), span(day, 600, 690)].map((interval) =>
    own(desk1, interval),
  )
  expect(check([two], desk2, span(day, 500, 600), had)).toBeNull()
  expect(check([two], desk2, span(day, 500, 601), had)).toBe(2)
  expect(check([two], desk2, span(day, 690, 780), had)).toBeNull()
})

function settleWith(quotas: readonly Quota[], place: Resource, more: Partial<SettleFacts>) {
  const catalogue = { ...harbour, tiers: [{ ...hotDesk, quotas }] }
  const none = {
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
    madeBy: null,
  }
  const facts = { catalogue, member: ada, ...none, ...more }
  return settle(wish(place, span(day, 540, 660)), facts, at('2026-11-24', 540))
}

test('[LIMITS-07] what is taken is said to be taken, and only what is free is said to be too much', () => {
  const quotas = [quota({ max: 0 })]
  const taken = { resourceId: desk1.id, unit: 1, interval: span(day, 540, 660), state: 'booked' }
  const occupied = [taken as SettleFacts['occupied'][number]]
  expect(settleWith(quotas, desk1, { occupied }).outcome).toMatchObject({
    refusal: { reason: 'booked' },
    alternatives: [],
  })
  expect(settleWith(quotas, desk1, {}).outcome).toEqual({
    kind: 'refused',
    refusal: {
      reason: 'quota',
      limit: 0,
      quota: { kinds: ['hot-desk'], per: 'day', unit: 'bookings', used: 0 },
    },
    alternatives: [],
  })
})

test('[LIMITS-07] the first quota of the membership that says no is the reason', () => {
  const quotas = [quota({ per: 'month', max: 3 }), quota({ per: 'week', max: 0 }), deskADay]
  const { outcome } = settleWith(quotas, desk1, {})
  expect(outcome).toMatchObject({ refusal: { limit: 0, quota: { per: 'week' } } })
})

test('[LIMITS-09] what is left of today is what the quota includes less what is used, never below nothing', () => {
  const tier = { ...hotDesk, quotas: [roomsTwoHours, deskADay] }
  const now = at(day, 720)
  const moment = { startsAt: now, endsAt: at(day, 721) }
  const left = (ownTimes: readonly OwnTime[]) =>
    quotasLeft({ zone: harbour.zone, tier, ownTimes }, moment).map((one) => one.left)
  expect(left([])).toEqual([120, 1])
  expect(left([own(room, span(day, 540, 630)), own(room, span('2026-11-27', 540, 600))])).toEqual([
    30, 1,
  ])
  const tooMuch = [own(desk1, span(day, 540, 600)), own(desk2, span(day, 600, 660))]
  expect(left(tooMuch)).toEqual([120, 0])
  expect(quotasLeft({ zone: harbour.zone, tier: null, ownTimes: [] }, moment)).toEqual([])
})
