import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { addMinutes, addMs, HOUR_MS } from '../../values/instant.ts'
import { add } from '../../values/money.ts'
import { cancelBooking, confirmHold } from '../change-booking.ts'
import { ada, at, by, desk1, harbourWith, noDistance, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { settle } from '../settle.ts'
import { bookedUnder, euros, tenAndFiveDays } from './for-tests.ts'
import { owedForNoShow } from './owed.ts'
import { refundStepAt } from './refund-step.ts'

const june = span('2026-06-20', 600, 720)
const room = bookedUnder(tenAndFiveDays, june, at('2026-05-01', 0), { price: euros(80) })
const inWords = { ...tenAndFiveDays, graceMinutes: 5 }

test('[CANCELLATION-01] [D-30] a room for EUR 80 cancelled 193 hours before gives EUR 40 back', () => {
  const then = at('2026-06-12', 540)
  expect((june.startsAt - then) / HOUR_MS).toBe(193)
  expect(cancelBooking(room, by('member', then), then).booking).toMatchObject({
    state: 'cancelled',
    step: { because: 'step', percent: 50 },
    refundDue: euros(40),
    owed: euros(40),
  })
})

test('[CANCELLATION-01] [D-30] exactly 240 hours before is all, a millisecond later half; after 120 hours nothing', () => {
  const percentAt = (hours: number, ms: number) =>
    refundStepAt(room, addMs(june.startsAt, -hours * HOUR_MS + ms)).percent
  expect([
    percentAt(240, 0),
    percentAt(240, 1),
    percentAt(120, 0),
    percentAt(120, 1),
    percentAt(0, 60_000),
  ]).toEqual([100, 50, 50, 0, 0])
})

test('[CANCELLATION-01] [D-04] the hours are elapsed hours: a day before the night that the clocks go forward ends at eight', () => {
  const steps = [{ hoursBefore: 24, refundPercent: 100 }]
  const sunday = span('2026-03-29', 540, 600)
  const booking = bookedUnder({ ...tenAndFiveDays, steps }, sunday, at('2026-03-01', 0))
  expect(refundStepAt(booking, at('2026-03-28', 480)).percent).toBe(100)
  expect(refundStepAt(booking, at('2026-03-28', 481)).percent).toBe(0)
})

test('[CANCELLATION-02] [D-23] a booking is cancelled by the policy it was booked under', () => {
  const generous = bookedUnder({ ...tenAndFiveDays, steps: [] }, june, at('2026-05-01', 0))
  const then = at('2026-05-02', 0)
  expect(room.policy).toEqual(tenAndFiveDays)
  expect(refundStepAt(room, then).percent).toBe(100)
  expect(refundStepAt(generous, then).percent).toBe(0)
})

test('[CANCELLATION-03] [B-18] within five minutes of booking all comes back, and not a moment longer', () => {
  const booked = at('2026-06-19', 600)
  const booking = bookedUnder(inWords, june, booked)
  const grace = { because: 'grace', percent: 100 }
  expect(refundStepAt(booking, addMinutes(booked, 5))).toEqual(grace)
  expect(refundStepAt(booking, addMs(addMinutes(booked, 5), 1))).toEqual({
    because: 'step',
    percent: 0,
  })
})

test('[CANCELLATION-03] [B-18] the grace ends at the start and is not for who has arrived', () => {
  const booked = addMinutes(june.startsAt, -2)
  const booking = bookedUnder(inWords, june, booked)
  expect(refundStepAt(booking, addMs(june.startsAt, -1)).percent).toBe(100)
  expect(refundStepAt(booking, june.startsAt).percent).toBe(0)
  const arrived = { ...booking, state: 'checked-in', checkedInAt: booked } as const
  expect(refundStepAt(arrived, addMinutes(booked, 1)).percent).toBe(0)
})

test('[CANCELLATION-04] [D-38] what the space takes back owes nothing, what a move had left owed included', () => {
  const moved = { ...room, owed: add(room.owed, euros(80)) }
  const late = addMinutes(june.startsAt, -10)
  expect(cancelBooking(moved, by('space', late), late).booking).toMatchObject({
    step: { because: 'space', percent: 100 },
    refundDue: euros(160),
    owed: euros(0),
  })
})

test('[CANCELLATION-04] staff who cancel for a member do so by the policy, unless they let it go', () => {
  const late = addMinutes(june.startsAt, -10)
  const how = { asker: 'space', isWaived: false, effectiveAt: late } as const
  expect(cancelBooking(room, how, late).booking).toMatchObject({
    cancelledBy: 'space',
    refundDue: euros(0),
    owed: euros(80),
  })
})

test('[CANCELLATION-04] a hold that was never confirmed owes nothing; once it is, its policy counts', () => {
  const rules = { ...desk1.rules, cancellation: tenAndFiveDays }
  const catalogue = harbourWith({ ...desk1, rules, holdMinutes: 10 })
  const empty = {
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
    madeBy: null,
  }
  const facts = { catalogue, member: ada, ...empty }
  const now = at('2026-06-19', 600)
  const held = must(settle(wish(desk1, june), facts, now).booking, 'it is free')
  const cancelled = cancelBooking(held, by('member', now), now).booking
  expect(cancelled).toMatchObject({ step: { because: 'hold' }, owed: euros(0) })
  const confirmed = must(confirmHold(held, now).booking, 'it lasts')
  expect(refundStepAt(confirmed, now)).toEqual({ because: 'step', percent: 0 })
})

test('[CANCELLATION-05] [D-39] half of an odd amount is rounded up, and the rest stays owed', () => {
  const odd = bookedUnder(tenAndFiveDays, june, at('2026-05-01', 0), { price: euros(0.05) })
  const then = at('2026-06-12', 540)
  expect(cancelBooking(odd, by('member', then), then).booking).toMatchObject({
    refundDue: euros(0.03),
    owed: euros(0.02),
  })
})

test('[CANCELLATION-01] [D-35] who does not come gets what the policy says, and no more', () => {
  const policy = { ...tenAndFiveDays, noShowRefundPercent: 25 }
  expect(owedForNoShow({ ...room, policy })).toEqual({ owed: euros(60), refundDue: euros(20) })
  expect(owedForNoShow(room)).toEqual({ owed: euros(80), refundDue: euros(0) })
})
