import { expect, test } from 'vitest'
import type { Catalogue } from '../sites/catalogue.ts'
import { must } from '../values/assert.ts'
import { toId } from '../values/ids.ts'
import { addMinutes } from '../values/instant.ts'
import { toInterval } from '../values/interval.ts'
import { toLocalDate } from '../values/local-date.ts'
import { cancelBooking } from './change-booking.ts'
import {
  ada,
  at,
  by,
  desk1,
  desk2,
  freeRules,
  harbour,
  harbourWith,
  noDistance,
  pool,
  room,
  span,
  taken,
  wish,
} from './for-tests.ts'
import { emptyWallet } from './lots/lot.ts'
import { occupiedBy } from './occupied-by.ts'
import { type SettleFacts, settle } from './settle.ts'
import { choiceAt } from './wishes/choice.ts'
import type { Choice } from './wishes/intent.ts'

const now = at('2026-11-24', 540)
const morning = span('2026-11-26', 540, 780)

function facts(more: Partial<SettleFacts> = {}): SettleFacts {
  return {
    catalogue: harbour,
    member: ada,
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
    madeBy: null,
    ...more,
  }
}

function euros(amount: number) {
  return { amountMinor: amount * 100, currency: 'EUR' }
}

test('[BOOKINGS-20] a free wish is confirmed with the price it has', () => {
  const { outcome, booking } = settle(wish(desk1, morning), facts(), now)
  expect(outcome).toEqual({
    kind: 'confirmed',
    bookingId: booking?.id,
    choice: 0,
    price: euros(16),
  })
  expect(booking).toMatchObject({ state: 'confirmed', memberId: ada.id, settledAt: now })
})

test('[BOOKINGS-20] [B-08] the first fall-back that fits is taken, and it is said which', () => {
  const afternoon = span('2026-11-26', 780, 1020)
  const fallbacks = [choiceAt(harbour, desk2.id, morning), choiceAt(harbour, desk1.id, afternoon)]
  const intent = wish(desk1, morning, { fallbacks })
  const second = settle(intent, facts({ occupied: [taken(desk1, morning)] }), now)
  expect(second.outcome).toMatchObject({ kind: 'confirmed', choice: 1 })
  const both = [taken(desk1, morning), taken(desk2, morning)]
  const third = settle(intent, facts({ occupied: both }), now)
  expect(third).toMatchObject({
    outcome: { kind: 'confirmed', choice: 2 },
    booking: { resourceId: desk1.id, interval: afternoon },
  })
})

test('[BOOKINGS-20] where nothing fits the reason is that of the wish itself', () => {
  const fallbacks = [choiceAt(harbour, room.id, span('2026-11-20', 540, 600))]
  const intent = wish(desk1, morning, { fallbacks })
  const { outcome } = settle(intent, facts({ occupied: [taken(desk1, morning)] }), now)
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'booked' } })
})

test('[BOOKINGS-20] [D-11] a desk put out of use meanwhile falls to the next choice, or says so', () => {
  const catalogue: Catalogue = {
    ...harbour,
    closures: [
      {
        id: toId('closure', 'clo_1'),
        eventId: null,
        name: 'New carpet',
        resourceIds: [desk1.id],
        from: { date: toLocalDate('2026-11-26'), minute: 0 },
        until: { date: toLocalDate('2026-11-26'), minute: 1440 },
      },
    ],
  }
  const fallbacks = [choiceAt(harbour, desk2.id, morning)]
  const fallen = settle(wish(desk1, morning, { fallbacks }), facts({ catalogue }), now)
  expect(fallen.outcome).toMatchObject({ kind: 'confirmed', choice: 1 })
  const refused = settle(wish(desk1, morning), facts({ catalogue }), now)
  expect(refused.outcome).toMatchObject({
    refusal: { reason: 'blocked', closureName: 'New carpet' },
  })
})

test('[BOOKINGS-21] the closest free one is taken where somebody else was first, in the order of the plan', () => {
  const distance = (_from: string, to: string) => (to === pool.id ? 1 : 2)
  const intent = wish(desk1, morning, { takeNearest: true })
  const occupied = [taken(desk1, morning)]
  const near = settle(intent, facts({ occupied, distance }), now)
  expect(near.outcome).toMatchObject({ kind: 'confirmed', choice: 'nearest' })
  expect(near.booking?.resourceId).toBe(pool.id)
  const full = [taken(pool, morning, 1), taken(pool, morning, 2), ...occupied]
  const next = settle(intent, facts({ occupied: full, distance }), now)
  expect(next.booking?.resourceId).toBe(desk2.id)
})

test('[BOOKINGS-21] the closest free one is not taken where a rule says no', () => {
  const strict = { ...desk1, rules: { ...freeRules, minMinutes: 300 } }
  const catalogue = harbourWith(strict)
  const intent = wish(desk1, morning, { takeNearest: true })
  expect(settle(intent, facts({ catalogue }), now)).toMatchObject({
    outcome: { kind: 'refused', refusal: { reason: 'too-short' } },
    booking: null,
  })
})

test('[BOOKINGS-22] [D-53] shown 20 it is booked at 20 or less, and asked again at 24', () => {
  const priced = (hourMinor: number) => ({
    ...harbour,
    rates: harbour.rates.map((rate) => ({ ...rate, hourMinor, dayMinor: null })),
  })
  const shown = wish(desk1, morning, { quote: euros(20) })
  expect(settle(shown, facts({ catalogue: priced(500) }), now).outcome).toMatchObject({
    kind: 'confirmed',
    price: euros(20),
  })
  expect(settle(shown, facts({ catalogue: priced(400) }), now).outcome).toMatchObject({
    kind: 'confirmed',
    price: euros(16),
  })
  const dearer = settle(shown, facts({ catalogue: priced(600) }), now)
  expect(dearer).toMatchObject({ outcome: { kind: 'ask-again', price: euros(24) }, booking: null })
  const agreed = wish(desk1, morning, { quote: euros(20), ceiling: euros(25) })
  expect(settle(agreed, facts({ catalogue: priced(600) }), now).outcome).toMatchObject({
    kind: 'confirmed',
    price: euros(24),
  })
})

test('[BOOKINGS-22] asked again, the wished place at its new price is the first to take, and stands once', () => {
  const intent = wish(desk1, morning, { quote: euros(15) })
  const { outcome } = settle(intent, facts(), now)
  if (outcome.kind !== 'ask-again') throw new Error('it costs 16')
  const places = outcome.alternatives.map(({ choice }) => choice.resourceId)
  expect(places[0]).toBe(desk1.id)
  expect(outcome.alternatives).toHaveLength(3)
})

test('[BOOKINGS-22] a price in another currency is never what was agreed', () => {
  const pounds = { amountMinor: 1_000_000, currency: 'GBP' }
  const { outcome } = settle(wish(desk1, morning, { quote: pounds }), facts(), now)
  expect(outcome.kind).toBe('ask-again')
})

test('[BOOKINGS-23] [D-63] at its deadline a wish still counts, a moment later it expires and books nothing', () => {
  const intent = { ...wish(desk1, morning), deadlineAt: now }
  expect(settle(intent, facts(), now).outcome.kind).toBe('confirmed')
  expect(settle(intent, facts(), addMinutes(now, 1))).toEqual({
    outcome: {
      kind: 'refused',
      refusal: { reason: 'expired', deadlineAt: now },
      alternatives: [],
    },
    booking: null,
  })
})

test('[BOOKINGS-24] [D-68] a second live wish for the same place and time is a slip, not a second desk', () => {
  const first = settle(wish(desk1, morning), facts(), now).booking
  if (first === null) throw new Error('it was free')
  const known = facts({ ownBookings: [first], occupied: [occupiedBy(first)] })
  expect(settle(wish(desk1, morning), known, now).outcome).toEqual({
    kind: 'refused',
    refusal: { reason: 'already-yours', bookingId: first.id },
    alternatives: [],
  })
  const cancelled = must(cancelBooking(first, by('member', now), now).booking, 'it is live')
  const again = settle(wish(desk1, morning), facts({ ownBookings: [cancelled] }), now)
  expect(again.outcome.kind).toBe('confirmed')
})

test('[BOOKINGS-25] [X-09] [D-02] a booking keeps wall time, zone, offsets, instants and the data they came from', () => {
  const night = span('2026-10-25', 60, 240)
  const booking = settle(wish(desk1, night), facts(), at('2026-10-20', 0)).booking
  expect(booking?.interval).toEqual(night)
  expect(booking?.wall).toEqual({
    start: { date: '2026-10-25', minute: 60 },
    end: { date: '2026-10-25', minute: 240 },
    zone: 'Europe/Berlin',
    startOffsetMinutes: 120,
    endOffsetMinutes: 60,
    tzdata: '2026c',
  })
})

function wished(change: (choice: Choice) => Choice) {
  const intent = wish(desk1, morning)
  return { ...intent, body: { ...intent.body, choice: change(intent.body.choice) } }
}

test('[BOOKINGS-26] [D-67] where the zone has changed since, the wall time that was agreed wins', () => {
  const shifted = wished((choice) => ({ ...choice, interval: span('2026-11-26', 600, 840) }))
  expect(settle(shifted, facts(), now).booking?.interval).toEqual(morning)
})

test('[BOOKINGS-26] a wall time days away from the instant claimed for it is malformed', () => {
  const far = wished((choice) => ({ ...choice, interval: span('2026-11-28', 540, 780) }))
  expect(settle(far, facts(), now).outcome).toMatchObject({ refusal: { reason: 'malformed' } })
})

test('[BOOKINGS-26] [D-05] 02:30 on the night the clocks jump cannot be booked', () => {
  const night = toInterval(at('2026-03-29', 150), at('2026-03-29', 240))
  const intent = wish(desk1, night)
  const { choice } = intent.body
  const start = { ...choice.wall.start, minute: 150 }
  const asked = {
    ...intent,
    body: { ...intent.body, choice: { ...choice, wall: { ...choice.wall, start } } },
  }
  expect(settle(asked, facts(), at('2026-03-27', 0)).outcome).toMatchObject({
    kind: 'refused',
    refusal: { reason: 'nonexistent-local-time' },
  })
})

test('[BOOKINGS-26] [D-05] of two 02:30 the one that was picked is booked, the first where none was', () => {
  const first = at('2026-10-25', 150)
  const second = addMinutes(first, 60)
  const until = at('2026-10-25', 240)
  const early = at('2026-10-20', 0)
  const book = (startsAt: number, isStated: boolean) => {
    const intent = wish(desk1, toInterval(startsAt, until))
    const { choice } = intent.body
    const { pass: _, ...start } = choice.wall.start
    const wall = isStated ? choice.wall : { ...choice.wall, start }
    // Without the pass, and by an instant that this table does not know, only the wall time is left.
    const interval = isStated ? choice.interval : toInterval(startsAt - 1_800_000, until)
    const body = { ...intent.body, choice: { ...choice, wall, interval } }
    return settle({ ...intent, body }, facts(), early).booking?.interval.startsAt
  }
  expect([book(first, true), book(second, true)]).toEqual([first, second])
  expect(book(second, false)).toBe(first)
})

test('[BOOKINGS-27] [B-34] what needs confirming is held for as long as its resource says', () => {
  const catalogue = harbourWith({ ...room, holdMinutes: 10 })
  const { outcome, booking } = settle(wish(room, morning), facts({ catalogue }), now)
  const holdExpiresAt = addMinutes(now, 10)
  expect(outcome).toMatchObject({ kind: 'held', holdExpiresAt, price: euros(88) })
  expect(booking).toMatchObject({ state: 'held', heldFor: 'confirmation', holdExpiresAt })
})

test('[MEMBERSHIPS-02] a member whose membership is gone is refused, whatever is free', () => {
  const member = { ...ada, tierId: null }
  expect(settle(wish(desk1, morning), facts({ member }), now).outcome).toMatchObject({
    refusal: { reason: 'tier' },
    alternatives: [],
  })
})

test('[BOOKINGS-04] a place that is gone is unknown before anything else is looked at', () => {
  const catalogue = { ...harbour, resources: [desk2] }
  const { outcome } = settle(wish(desk1, morning), facts({ catalogue }), now)
  expect(outcome).toMatchObject({ refusal: { reason: 'unknown-resource' }, alternatives: [] })
})
