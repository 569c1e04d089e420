import { expect, test } from 'vitest'
import type { CancellationPolicy } from '../../sites/cancellation-policy.ts'
import { toId } from '../../values/ids.ts'
import { addMinutes, addMs, HOUR_MS } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import type { Booking } from '../booking.ts'
import { cancelBooking } from '../change-booking.ts'
import { at, by, desk1, desk2, span } from '../for-tests.ts'
import { type ChangeTo, changeTerms } from './change-terms.ts'
import { bookedUnder, euros, tenAndFiveDays } from './for-tests.ts'

/** Three hours for EUR 60: EUR 20 the hour. */
const noon = span('2026-06-20', 600, 780)
const threeHours = bookedUnder(tenAndFiveDays, noon, at('2026-05-01', 0), { price: euros(60) })
const hoursBefore = (hours: number) => addMs(noon.startsAt, -hours * HOUR_MS)
/** Of the 100 %, the 50 % and the 0 % step. */
const [early, between, late] = [hoursBefore(300), hoursBefore(193), hoursBefore(20)]

function to(interval: Interval, more: Partial<ChangeTo> = {}): ChangeTo {
  const hourly = (time: Interval) => euros(((time.endsAt - time.startsAt) / HOUR_MS) * 20)
  return {
    resourceId: desk1.id,
    interval,
    was: hourly(noon),
    will: hourly(interval),
    policy: tenAndFiveDays,
    ...more,
  }
}

function owedAfter(booking: Booking, change: ChangeTo, when = late) {
  const { kind, price, owed } = changeTerms(booking, change, when)
  return { kind, price, owed }
}

const twoHours = span('2026-06-20', 600, 720)
const nextWeek = span('2026-06-27', 600, 780)

test('[CANCELLATION-20] [D-31] three hours shortened to two inside the last step still pay for three', () => {
  expect(owedAfter(threeHours, to(twoHours))).toEqual({
    kind: 'shorter',
    price: euros(40),
    owed: euros(60),
  })
})

test('[CANCELLATION-20] [B-29] earlier the hour given up comes back by its step', () => {
  expect(owedAfter(threeHours, to(twoHours), early).owed).toEqual(euros(40))
  expect(owedAfter(threeHours, to(twoHours), between).owed).toEqual(euros(50))
})

test('[CANCELLATION-20] [D-23] what is left is priced as it was agreed, whatever it costs today', () => {
  const dearer = { was: euros(120), will: euros(80) }
  expect(owedAfter(threeHours, to(twoHours, dearer), early).owed).toEqual(euros(40))
  const free = { was: euros(0), will: euros(0) }
  expect(owedAfter(threeHours, to(twoHours, free), early).owed).toEqual(euros(40))
})

test('[CANCELLATION-21] [D-31] [B-30] moved while cancelling is free, only the difference is settled', () => {
  const cheaper = to(nextWeek, { resourceId: desk2.id, will: euros(30) })
  expect(owedAfter(threeHours, cheaper, early)).toEqual({
    kind: 'moved',
    price: euros(30),
    owed: euros(30),
  })
})

test('[CANCELLATION-21] [D-31] moved inside the last step, the old price stays owed and the new one is owed too', () => {
  expect(owedAfter(threeHours, to(nextWeek)).owed).toEqual(euros(120))
  expect(owedAfter(threeHours, to(nextWeek), between).owed).toEqual(euros(90))
})

const movesUntil = (hours: number): CancellationPolicy => ({
  ...tenAndFiveDays,
  freeMoveHoursBefore: hours,
})

test('[CANCELLATION-21] [D-31] up to the hours that the operator allows a move is free, the boundary included', () => {
  const booking = { ...threeHours, policy: movesUntil(20) }
  expect(owedAfter(booking, to(nextWeek), late).owed).toEqual(euros(60))
  expect(owedAfter(booking, to(nextWeek), addMs(late, 1)).owed).toEqual(euros(120))
})

test('[CANCELLATION-21] [D-31] a free move to something cheaper gives the difference back by the step alone', () => {
  const booking = { ...threeHours, policy: movesUntil(20) }
  const cheap = to(nextWeek, { will: euros(10) })
  expect(owedAfter(booking, cheap, late).owed).toEqual(euros(60))
  expect(owedAfter(booking, cheap, between).owed).toEqual(euros(35))
})

test('[CANCELLATION-23] [D-31] moved away for free and cancelled there, no more comes back than before the move', () => {
  const booking = { ...threeHours, policy: movesUntil(20) }
  const july = span('2026-07-20', 600, 780)
  const { price, owed, policy } = changeTerms(booking, to(july), between)
  const there = { ...booking, price, owed, policy, interval: july }
  const cancelled = cancelBooking(there, by('member', between), between).booking
  expect(cancelled).toMatchObject({ refundDue: euros(30), owed: euros(30) })
})

test('[CANCELLATION-23] given up from its beginning, what is left does not become free again', () => {
  const day = span('2026-06-20', 0, 1440)
  const booking = bookedUnder(tenAndFiveDays, day, at('2026-05-01', 0), { price: euros(480) })
  const evening = span('2026-06-20', 1200, 1440)
  const nearly = addMs(day.startsAt, -119 * HOUR_MS)
  const change = to(evening, { was: euros(480), will: euros(80) })
  const { policy, owed } = changeTerms(booking, change, nearly)
  expect(owed).toEqual(euros(480))
  expect(policy.steps.map(({ refundPercent }) => refundPercent)).toEqual([0, 0])
})

test('[CANCELLATION-22] [B-29] longer costs what is added, and what was agreed stays agreed', () => {
  const fourHours = to(span('2026-06-20', 600, 840))
  expect(owedAfter(threeHours, fourHours)).toEqual({
    kind: 'longer',
    price: euros(80),
    owed: euros(80),
  })
  const dearer = { ...fourHours, was: euros(90), will: euros(120) }
  expect(owedAfter(threeHours, dearer).owed).toEqual(euros(90))
  const dayPrice = { ...fourHours, was: euros(60), will: euros(60) }
  expect(owedAfter(threeHours, dayPrice).owed).toEqual(euros(60))
})

test('[CANCELLATION-03] [B-18] the grace is used once: shortened in it, the rest is cancelled by the steps', () => {
  const policy = { ...tenAndFiveDays, graceMinutes: 5 }
  const booking = bookedUnder(policy, noon, late, { price: euros(60) })
  const soon = addMinutes(late, 2)
  const terms = changeTerms(booking, to(twoHours), soon)
  expect(terms).toMatchObject({ owed: euros(40), step: { because: 'grace' } })
  const { price, owed, policy: left } = terms
  const rest = { ...booking, price, owed, policy: left, interval: twoHours }
  expect(cancelBooking(rest, by('member', soon), soon).booking).toMatchObject({
    refundDue: euros(0),
    owed: euros(40),
  })
})

test('[CANCELLATION-03] a move keeps the grace of the booking, not that of the new place', () => {
  const generous = { ...tenAndFiveDays, graceMinutes: 600 }
  const moved = changeTerms(threeHours, to(nextWeek, { policy: generous }), early)
  expect(moved.policy.graceMinutes).toBe(0)
})

test('a change to what it is already changes nothing', () => {
  const terms = changeTerms(threeHours, to(noon, { will: euros(999) }), late)
  expect(terms).toMatchObject({ kind: 'same', owed: euros(60), price: euros(60), step: null })
  const place = { resourceId: toId('resource', 'res_desk-9') }
  expect(changeTerms(threeHours, to(noon, place), late).kind).toBe('moved')
})
