import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usualCheckIn } from '../../sites/booking-rules.ts'
import { freeUntilStart } from '../../sites/cancellation-policy.ts'
import { must } from '../../values/assert.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { money } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { effectiveAt } from '../cancellation/effective-at.ts'
import { cancelBooking, lapseHold } from '../change-booking.ts'
import { ada, at, by, freeRules, harbourWith, noDistance, room, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { settle } from '../settle.ts'
import { arrivalTimes } from './arrival-times.ts'
import { checkIn, missBooking } from './check-in.ts'
import { stateAt } from './state-at.ts'

const day = '2026-11-26'
const clock = (hour: number, minute = 0) => at(day, hour * 60 + minute)
const ofNine = span(day, 540, 660)

/** 09:00 to 11:00 unless said otherwise, booked two days before. */
function booked(interval = ofNine, now = at('2026-11-24', 540), more: object = {}): Booking {
  const place = { ...room, rules: { ...freeRules, checkIn: usualCheckIn }, ...more }
  const facts = {
    ...{ catalogue: harbourWith(place), member: ada, occupied: [], ownBookings: [] },
    ...{ distance: noDistance, wallet: emptyWallet, madeBy: null },
  }
  return must(settle(wish(place, interval), facts, now).booking, 'the room is free')
}

function arrive(
  booking: Booking,
  now: Instant,
  more: { evidence?: Instant; relet?: boolean } = {},
) {
  const { evidence = now, relet = false } = more
  const decision = checkIn(booking, { evidenceAt: evidence, isRelet: relet, now })
  const { outcome } = decision
  return { ...decision, said: outcome.kind === 'refused' ? outcome.refusal.reason : 'yes' }
}

test('[ARRIVAL-01] [D-35] [B-28] a booking for 09:00 opens at 08:45 and is given back at 09:15', () => {
  const booking = booked()
  expect(arrivalTimes(booking)).toEqual({ opensAt: clock(8, 45), releaseAt: clock(9, 15) })
  expect(arrive(booking, clock(8, 44)).said).toBe('check-in-not-open')
  expect(arrive(booking, clock(8, 45)).booking).toMatchObject({
    state: 'checked-in',
    checkedInAt: clock(8, 45),
  })
  expect(missBooking(booking, clock(9, 14))).toBeNull()
  expect(missBooking(booking, clock(9, 15))).toMatchObject({ state: 'no-show', id: booking.id })
})

test('[ARRIVAL-01] both are settings, kept as they were when it was booked; without them nobody has to', () => {
  const rules = {
    ...freeRules,
    checkIn: { ...usualCheckIn, opensMinutesBefore: 60, releaseMinutesAfter: 45 },
  }
  const booking = booked(ofNine, at('2026-11-24', 540), { rules })
  expect(arrivalTimes(booking)).toEqual({ opensAt: clock(8), releaseAt: clock(9, 45) })
  const unasked = booked(ofNine, at('2026-11-24', 540), { rules: freeRules })
  expect(arrivalTimes(unasked)).toBeNull()
  expect(arrive(unasked, clock(8, 59)).said).toBe('check-in-not-open')
  expect(arrive(unasked, clock(9)).booking).toMatchObject({ state: 'checked-in' })
  expect(missBooking(unasked, clock(12))).toBeNull()
})

test('[ARRIVAL-02] [D-35] short notice, a whole day, and what would be over by then are never given back', () => {
  const shortly = booked(ofNine, clock(7, 1))
  const inTime = booked(ofNine, clock(7))
  const wholeDay = booked(span(day, 540, 1020))
  const almost = booked(span(day, 540, 1019 - 14))
  const brief = booked(span(day, 540, 555))
  expect(
    [shortly, inTime, wholeDay, almost, brief].map((one) => arrivalTimes(one)?.releaseAt),
  ).toEqual([null, clock(9, 15), null, clock(9, 15), null])
  for (const exempt of [shortly, wholeDay, brief]) {
    expect(missBooking(exempt, clock(20))).toBeNull()
    expect(arrive(exempt, clock(9, 5)).said).toBe('yes')
  }
})

test('[ARRIVAL-03] checked in is checked in: the second tap says yes and writes nothing', () => {
  const here = must(arrive(booked(), clock(9)).booking, 'it is open')
  expect(arrive(here, clock(9, 30))).toMatchObject({ said: 'yes', booking: null })
  expect(missBooking(here, clock(9, 15))).toBeNull()
})

test('[ARRIVAL-04] [D-35] what is given back keeps its price and whose it was', () => {
  const booking = booked()
  const { id, memberId, price, interval } = booking
  const missed = missBooking(booking, clock(9, 15))
  expect(missed).toMatchObject({ id, memberId, price, interval, missedAt: clock(9, 15) })
  expect(missed).toMatchObject({ isFeeWaived: false })
})

test('[ARRIVAL-05] [D-36] a check-in counts from when it was made, within what is known of its device', () => {
  const heard = (hour: number, minute: number) => ({ generation: 'g', at: clock(hour, minute) })
  const cases = [
    { made: clock(9, 8), heardAt: heard(8, 50), counts: clock(9, 8) },
    { made: clock(6), heardAt: heard(9, 20), counts: clock(9, 20) }, // the clock was put back
    { made: clock(9, 8), heardAt: null, counts: clock(9, 40) }, // nothing bears it out
    { made: clock(23), heardAt: heard(8, 50), counts: clock(9, 40) },
  ]
  for (const { made, heardAt, counts } of cases) {
    expect(effectiveAt({ madeAt: made, heardAt }, 'g', clock(9, 40))).toBe(counts)
  }
})

test('[ARRIVAL-06] [D-36] made 09:08 without a network and here at 09:40: it counts where nobody else was given the place', () => {
  const missed = must(missBooking(booked(), clock(9, 15)), 'nobody came')
  const late = { evidence: clock(9, 8) }
  expect(arrive(missed, clock(9, 40), late).booking).toMatchObject({
    state: 'checked-in',
    checkedInAt: clock(9, 8),
  })
  expect(arrive(missed, clock(9, 40), { ...late, relet: true })).toMatchObject({
    said: 'given-away',
    booking: { state: 'no-show', isFeeWaived: true },
  })
})

test('[ARRIVAL-06] who came too late has missed it, and what arrives after the end claims nothing back', () => {
  const missed = must(missBooking(booked(), clock(9, 15)), 'nobody came')
  expect(arrive(missed, clock(9, 40), { evidence: clock(9, 15) }).said).toBe('missed')
  expect(arrive(missed, clock(14), { evidence: clock(9, 8) }).booking).toMatchObject({
    state: 'completed',
  })
  expect(arrive(booked(), clock(11)).said).toBe('past')
})

test('[ARRIVAL-07] held, cancelled and lapsed bookings are not checked in to', () => {
  const held = booked(ofNine, at('2026-11-24', 540), { holdMinutes: 10 })
  expect(arrive(held, clock(9)).said).toBe('not-booked-yet')
  expect(missBooking(held, clock(9, 15))).toBeNull()
  const lapsed = must(lapseHold(held, clock(9)), 'it has run out')
  const cancelled = must(
    cancelBooking(booked(), by('member', clock(8)), clock(8)).booking,
    'it is live',
  )
  for (const dead of [lapsed, cancelled]) {
    expect(arrive(dead, clock(9)).said).toBe('already-cancelled')
    expect(missBooking(dead, clock(10))).toBeNull()
  }
})

test('[ARRIVAL-08] over is over by the clock; what was missed or cancelled stays so', () => {
  const shown = (state: Booking['state'], hour: number) =>
    stateAt({ state, endsAt: clock(11) }, clock(hour))
  expect(shown('confirmed', 10)).toBe('confirmed')
  expect(shown('confirmed', 11)).toBe('completed')
  expect(shown('checked-in', 11)).toBe('completed')
  expect(shown('no-show', 12)).toBe('no-show')
  expect(shown('cancelled', 12)).toBe('cancelled')
})

test('[ARRIVAL-06] whatever is claimed, whoever missed it gets it back only if they were in time and it was not given away', () => {
  const missed = must(missBooking(booked(), clock(9, 15)), 'nobody came')
  const minutes = fc.integer({ min: -600, max: 600 }).map((minute) => addMinutes(clock(9), minute))
  fc.assert(
    fc.property(minutes, minutes, fc.boolean(), (evidence, now, relet) => {
      const { said } = arrive(missed, now, { evidence, relet })
      const wasInTime = evidence >= clock(8, 45) && evidence < clock(9, 15)
      expect(said === 'yes').toBe(wasInTime && !relet)
    }),
  )
})

test('[ARRIVAL-04] [D-35] the money follows the no-show share of the policy, and back when they were there after all', () => {
  const cancellation = { ...freeUntilStart, noShowRefundPercent: 25 }
  const rules = { ...freeRules, checkIn: usualCheckIn, cancellation }
  const booking = booked(ofNine, at('2026-11-24', 540), { rules })
  const missed = must(missBooking(booking, clock(9, 15)), 'nobody came')
  expect(booking.owed).toEqual(money(4400, 'EUR'))
  expect(missed).toMatchObject({ owed: money(3300, 'EUR'), refundDue: money(1100, 'EUR') })
  const came = arrive(missed, clock(9, 40), { evidence: clock(9, 8) })
  expect(came.booking).toMatchObject({ state: 'checked-in', owed: booking.owed })
  const late = arrive(missed, clock(9, 40), { evidence: clock(9, 8), relet: true })
  expect(late.booking).toMatchObject({ owed: money(0, 'EUR'), refundDue: booking.owed })
})

test('[ARRIVAL-02] [D-35] who extends it once check-in has opened is not given back', () => {
  const extended = { ...booked(), changedAt: clock(8, 50) }
  expect(arrivalTimes(extended)?.releaseAt).toBeNull()
  expect(arrivalTimes({ ...booked(), changedAt: clock(8, 40) })?.releaseAt).toBe(clock(9, 15))
})
