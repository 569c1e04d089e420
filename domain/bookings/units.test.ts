/** Places that are booked by the day and the half-day. */

import { expect, test } from 'vitest'
import type { Granularity } from '../sites/granularity.ts'
import type { OpeningHours } from '../sites/opening-hours.ts'
import { toInterval } from '../values/interval.ts'
import { findAlternatives } from './alternatives.ts'
import { ada, at, desk1, freeRules, harbour, hotDesk, noDistance, span, wish } from './for-tests.ts'
import { emptyWallet } from './lots/lot.ts'
import { occupiedBy } from './occupied-by.ts'
import { type SettleFacts, settle } from './settle.ts'
import { defaultDeadline } from './wishes/default-deadline.ts'

const day = '2026-11-26'
const spans = [{ opens: 540, closes: 1080 }]
const hours: OpeningHours = [spans, spans, spans, spans, spans, spans, []]
const units: readonly Granularity[] = [{ kind: 'day' }, { kind: 'half-day', turnsAt: 780 }]
const office = { ...desk1, hours, rules: { ...freeRules, minMinutes: 600, granularities: units } }
const catalogue = { ...harbour, resources: [office] }
const facts: SettleFacts = {
  ...{ catalogue, member: ada, madeBy: null, occupied: [], ownBookings: [] },
  distance: noDistance,
  wallet: emptyWallet,
}
const now = at('2026-11-24', 600)

function answer(from: number, until: number, more: Partial<SettleFacts> = {}, clock = now) {
  const { outcome } = settle(wish(office, span(day, from, until)), { ...facts, ...more }, clock)
  return outcome.kind === 'refused' ? outcome.refusal : outcome.kind
}

test('[BOOKINGS-16] [B-25] days and half-days are booked as they are, other times are refused', () => {
  expect(answer(540, 1080)).toBe('confirmed')
  expect(answer(540, 780)).toBe('confirmed')
  expect(answer(600, 660)).toEqual({ reason: 'whole-units', offered: ['day', 'half-day'] })
  expect(answer(540, 785)).toMatchObject({ reason: 'whole-units' })
})

test('[D-01] [B-25] a morning and an afternoon of one day never collide, and the day collides with both', () => {
  const { booking } = settle(wish(office, span(day, 540, 780)), facts, now)
  const occupied = booking === null ? [] : [occupiedBy(booking)]
  expect(answer(780, 1080, { occupied })).toBe('confirmed')
  expect(answer(540, 780, { occupied })).toMatchObject({ reason: 'booked' })
  expect(answer(540, 1080, { occupied })).toMatchObject({ reason: 'booked' })
})

test('[BOOKINGS-16] [BOOKINGS-08] a day is booked while it lasts, and its wish is of use as long', () => {
  expect(answer(540, 1080, {}, at(day, 1079))).toBe('confirmed')
  expect(answer(540, 780, {}, at(day, 780))).toEqual({ reason: 'past' })
  const { choice } = wish(office, span(day, 540, 1080)).body
  expect(defaultDeadline(catalogue, [choice], at(day, 660))).toBe(at(day, 1080))
})

test('[BOOKINGS-16] [D-08] a membership that lets book four hours at most books half-days alone', () => {
  const tiers = [{ ...hotDesk, maxMinutes: 270 }]
  const limited = { catalogue: { ...catalogue, tiers } }
  expect(answer(540, 780, limited)).toBe('confirmed')
  expect(answer(540, 1080, limited)).toEqual({ reason: 'too-long', maxMinutes: 270 })
})

test('[BOOKINGS-16] closures beat a day that they touch, and a break at noon does not', () => {
  const date = wish(office, span(day, 540, 600)).body.choice.wall.start.date
  const closures = [
    {
      ...{ id: 'clo_noon' as never, name: 'Works', resourceIds: null, eventId: null },
      ...{ from: { date, minute: 720 }, until: { date, minute: 750 } },
    },
  ]
  expect(answer(540, 1080, { catalogue: { ...catalogue, closures } })).toMatchObject({
    reason: 'closed',
  })
  const broken = [
    { opens: 540, closes: 720 },
    { opens: 780, closes: 1080 },
  ]
  const withBreak: OpeningHours = [broken, broken, broken, broken, broken, broken, []]
  const resources = [{ ...office, hours: withBreak }]
  expect(answer(540, 1080, { catalogue: { ...catalogue, resources } })).toBe('confirmed')
})

test('[BOOKINGS-30] [D-19] instead of the day the free half is offered', () => {
  const { booking } = settle(wish(office, span(day, 540, 780)), facts, now)
  const occupied = booking === null ? [] : [occupiedBy(booking)]
  const interval = toInterval(at(day, 540), at(day, 1080))
  const asked = { ...facts, resource: office, interval, people: 1, occupied, ownTimes: [], now }
  expect(findAlternatives(asked).map(({ choice }) => choice.interval)).toEqual([
    span(day, 780, 1080),
  ])
})
