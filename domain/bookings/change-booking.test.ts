import { expect, test } from 'vitest'
import { must } from '../values/assert.ts'
import { addMinutes } from '../values/instant.ts'
import { zero } from '../values/money.ts'
import type { Booking } from './booking.ts'
import { cancelBooking, confirmHold, extendHold, lapseHold } from './change-booking.ts'
import { ada, at, by, desk1, harbour, harbourWith, noDistance, span, wish } from './for-tests.ts'
import { emptyWallet } from './lots/lot.ts'
import { settle } from './settle.ts'

const now = at('2026-11-24', 540)
const morning = span('2026-11-26', 540, 780)

function booked(holdMinutes: number | null): Booking {
  const catalogue = harbourWith({ ...desk1, holdMinutes })
  const facts = {
    catalogue,
    member: ada,
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
    madeBy: null,
  }
  return must(settle(wish(desk1, morning), facts, now).booking, 'the desk is free')
}

function reasonOf(decision: ReturnType<typeof cancelBooking>) {
  return decision.outcome.kind === 'refused' ? decision.outcome.refusal.reason : 'done'
}

test('[BOOKINGS-40] a member cancels until the start, the space until the end', () => {
  const booking = booked(null)
  const before = addMinutes(morning.startsAt, -1)
  expect(cancelBooking(booking, by('member', before), before).booking).toMatchObject({
    state: 'cancelled',
    cancelledBy: 'member',
    cancelledAt: before,
    interval: morning,
  })
  expect(reasonOf(cancelBooking(booking, by('member', morning.startsAt), morning.startsAt))).toBe(
    'already-started',
  )
  expect(
    cancelBooking(booking, by('space', morning.startsAt), morning.startsAt).booking,
  ).toMatchObject({
    cancelledBy: 'space',
  })
  expect(reasonOf(cancelBooking(booking, by('space', morning.endsAt), morning.endsAt))).toBe('past')
})

test('[BOOKINGS-40] [D-33] [D-34] a cancelled booking keeps its facts, loses its place, and says by which step what is due', () => {
  const booking = booked(10)
  const cancelled = cancelBooking(booking, by('member', now), now).booking
  expect(cancelled).toMatchObject({ id: booking.id, price: booking.price, wall: booking.wall })
  expect(cancelled).toMatchObject({
    step: { because: 'hold' },
    refundDue: booking.price,
    owed: zero('EUR'),
  })
  expect(cancelled).not.toHaveProperty('holdExpiresAt')
})

test('[BOOKINGS-41] [B-34] a hold becomes a booking while it lasts and not a moment longer', () => {
  const held = booked(10)
  const confirmed = confirmHold(held, addMinutes(now, 9)).booking
  expect(confirmed).toMatchObject({ state: 'confirmed', id: held.id })
  expect(confirmed).not.toHaveProperty('holdExpiresAt')
  expect(reasonOf(confirmHold(held, addMinutes(now, 10)))).toBe('hold-expired')
  expect(reasonOf(confirmHold(booked(null), now))).toBe('not-held')
})

test('[BOOKINGS-41] [B-34] a hold is extended once, by five minutes', () => {
  const extended = must(extendHold(booked(10), addMinutes(now, 9)).booking, 'it lasts')
  expect(extended).toMatchObject({ state: 'held', holdExpiresAt: addMinutes(now, 15) })
  expect(reasonOf(extendHold(extended, addMinutes(now, 11)))).toBe('hold-already-extended')
  expect(reasonOf(extendHold(extended, addMinutes(now, 15)))).toBe('hold-expired')
  expect(reasonOf(confirmHold(extended, addMinutes(now, 14)))).toBe('done')
})

test('[BOOKINGS-41] a hold lapses when it has run out, not before, and nothing else lapses', () => {
  const held = booked(10)
  expect(lapseHold(held, addMinutes(now, 9))).toBeNull()
  expect(lapseHold(held, addMinutes(now, 10))).toMatchObject({ state: 'lapsed', id: held.id })
  expect(lapseHold(booked(null), addMinutes(now, 600))).toBeNull()
})

test('[BOOKINGS-42] what is cancelled or lapsed is neither cancelled, confirmed, extended nor lapsed again', () => {
  const held = booked(10)
  const cancelled = must(cancelBooking(held, by('member', now), now).booking, 'it is live')
  const lapsed = must(lapseHold(held, addMinutes(now, 10)), 'it has run out')
  for (const dead of [cancelled, lapsed]) {
    expect(reasonOf(cancelBooking(dead, by('space', now), now))).toBe('already-cancelled')
    expect(reasonOf(confirmHold(dead, now))).toBe('not-held')
    expect(reasonOf(extendHold(dead, now))).toBe('not-held')
    expect(lapseHold(dead, addMinutes(now, 60))).toBeNull()
  }
})

test('[BOOKINGS-40] the zone is not asked again: a cancelled booking reads as it was agreed', () => {
  const cancelled = cancelBooking(booked(null), by('member', now), now).booking
  expect(cancelled?.wall.zone).toBe(harbour.site.zone)
})
