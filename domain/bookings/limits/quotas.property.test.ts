/** Wishes and cancellations in any order, for any quotas: what the tables hold never exceeds one of them. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Quota } from '../../memberships/quota.ts'
import { MINUTE_MS, toInstant } from '../../values/instant.ts'
import { isoWeekOf } from '../../values/local-date.ts'
import { toWallTime } from '../../values/zone.ts'
import type { Booking } from '../booking.ts'
import { cancelBooking } from '../change-booking.ts'
import {
  ada,
  at,
  by,
  desk1,
  desk2,
  harbour,
  hotDesk,
  noDistance,
  pool,
  room,
  span,
  wish,
} from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { availability } from '../occupancy/availability.ts'
import { occupiedBy } from '../occupied-by.ts'
import { type SettleFacts, settle } from '../settle.ts'
import { ownTimesOf } from './own-time.ts'

const now = at('2026-10-23', 540)
const place = fc.constantFrom(desk1, desk2, pool, room)
/** Quarter hours over the weekend on which the clocks go back, midnights included. */
const when = fc
  .tuple(fc.integer({ min: 0, max: 280 }), fc.integer({ min: 1, max: 30 }))
  .map(([from, length]) => span('2026-10-23', 600 + from * 15, 600 + (from + length) * 15))

const quota: fc.Arbitrary<Quota> = fc
  .record({
    kinds: fc.constantFrom<Quota['kinds']>(
      ['hot-desk'],
      ['meeting-room'],
      ['hot-desk', 'meeting-room'],
    ),
    per: fc.constantFrom('concurrent', 'day', 'week', 'month'),
    unit: fc.constantFrom('bookings', 'minutes'),
    max: fc.integer({ min: 0, max: 4 }),
  })
  .map((one) => ({
    ...one,
    id: 'quo_any',
    max: one.unit === 'minutes' && one.per !== 'concurrent' ? one.max * 105 : one.max,
  }))

const step = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(place, when) },
  { weight: 1, arbitrary: fc.nat() },
)
const quotas = fc.array(quota, { minLength: 1, maxLength: 3 })

function factsOf(bookings: ReadonlyMap<string, Booking>, all: readonly Quota[]): SettleFacts {
  const own = [...bookings.values()]
  return {
    catalogue: { ...harbour, tiers: [{ ...hotDesk, quotas: all }] },
    member: ada,
    occupied: own.filter(({ state }) => state === 'confirmed').map(occupiedBy),
    ownBookings: own,
    distance: noDistance,
    wallet: emptyWallet,
    madeBy: null,
  }
}

test('[LIMITS-08] [B-26] whatever is wished and cancelled in whatever order, no quota is exceeded', () => {
  fc.assert(
    fc.property(quotas, fc.array(step, { maxLength: 30 }), (all, steps) => {
      const bookings = new Map<string, Booking>()
      for (const one of steps) {
        const known = [...bookings.values()]
        const decision =
          typeof one === 'number'
            ? known.length > 0 && cancelOne(known, one)
            : settle(wish(one[0], one[1]), factsOf(bookings, all), now)
        if (!decision || decision.booking === null) continue
        bookings.set(decision.booking.id, decision.booking)
        for (const quota of all) {
          expect(mostUsed(quota, [...bookings.values()])).toBeLessThanOrEqual(quota.max)
        }
      }
    }),
    { numRuns: 150 },
  )
})

/** Counted the slow way: each quarter of an hour of each booking, under the name of its day, week or month. */
function mostUsed({ kinds, per, unit }: Quota, bookings: readonly Booking[]): number {
  const counts = new Map<string, Set<string>>()
  for (const { id, resourceId, interval, state } of bookings) {
    const kind = harbour.resources.find((one) => one.id === resourceId)?.kind
    if (state === 'cancelled' || kind === undefined || !kinds.includes(kind)) continue
    for (let cell: number = interval.startsAt; cell < interval.endsAt; cell += 15 * MINUTE_MS) {
      const { date } = toWallTime(harbour.zone, toInstant(cell))
      const names = { concurrent: cell, day: date, week: isoWeekOf(date), month: date.slice(0, 7) }
      const name = String(names[per])
      const isByCell = unit === 'minutes' && per !== 'concurrent'
      counts.set(name, (counts.get(name) ?? new Set()).add(isByCell ? `${id} ${cell}` : id))
    }
  }
  const most = Math.max(0, ...[...counts.values()].map((set) => set.size))
  return unit === 'minutes' && per !== 'concurrent' ? most * 15 : most
}

function cancelOne(known: readonly Booking[], which: number) {
  const booking = known[which % known.length]
  return booking === undefined ? false : cancelBooking(booking, by('member', now), now)
}

test('[LIMITS-07] [BOOKINGS-28] the prediction under quotas is the decision', () => {
  fc.assert(
    fc.property(quotas, fc.array(fc.tuple(place, when), { maxLength: 12 }), (all, wishes) => {
      const bookings = new Map<string, Booking>()
      for (const [resource, interval] of wishes) {
        const facts = factsOf(bookings, all)
        const ownTimes = ownTimesOf(facts.catalogue, facts.ownBookings)
        const { catalogue, member, occupied } = facts
        const asked = { catalogue, member, resource, interval, people: 1, occupied, ownTimes, now }
        const predicted = availability({ ...asked, own: [] })
        const { outcome, booking } = settle(wish(resource, interval), facts, now)
        if (booking !== null) bookings.set(booking.id, booking)
        if (outcome.kind !== 'refused') expect(predicted.state).toBe('available')
        else if (outcome.refusal.reason !== 'already-yours') {
          expect(predicted.refusal).toEqual(outcome.refusal)
        }
      }
    }),
    { numRuns: 150 },
  )
})
