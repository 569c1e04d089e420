import { expect, test } from 'vitest'
import { freeUntilStart } from '../../sites/cancellation-policy.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { money, zero } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { tenAndFiveDays } from '../cancellation/for-tests.ts'
import {
  ada,
  at,
  desk1,
  desk2,
  harbour,
  harbourWith,
  noDistance,
  pool,
  room,
  span,
  taken,
  wish,
} from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { occupiedBy } from '../occupied-by.ts'
import { settle } from '../settle.ts'
import { choiceAt } from '../wishes/choice.ts'
import type { ChangeRequest } from '../wishes/intent.ts'
import { type ChangeFacts, endBooking, settleChange } from './settle-change.ts'

const now = at('2026-11-24', 540)
const day = '2026-11-26'
const morning = span(day, 540, 780)

function booked(place = desk1, interval = morning, at: Instant = now): Booking {
  const empty = {
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
    madeBy: null,
  }
  const facts = { catalogue: harbourWith(place), member: ada, ...empty }
  return must(settle(wish(place, interval), facts, at).booking, 'it is free')
}

function factsOf(booking: Booking, more: Partial<ChangeFacts> = {}): ChangeFacts {
  return {
    ...{ booking, catalogue: harbour, member: ada, distance: noDistance, wallet: emptyWallet },
    ...{ occupied: [occupiedBy(booking)], ownBookings: [booking] },
    ...{ deadlineAt: booking.interval.endsAt, effectiveAt: now, approval: 'asked' },
    intentId: toId('intent', 'bki_change'),
    ...more,
  }
}

function change(
  booking: Booking,
  place: typeof desk1,
  interval: Interval,
  more: Partial<ChangeFacts> = {},
  asked: Partial<ChangeRequest> & { readonly now?: Instant } = {},
) {
  const quote = asked.quote ?? money(1_000_000, 'EUR')
  const choice = choiceAt(harbour, place.id, interval)
  const request = { bookingId: booking.id, choice, quote, ceiling: asked.ceiling ?? null }
  const when = asked.now ?? now
  const facts = factsOf(booking, { effectiveAt: when, ...more })
  const decision = settleChange(request, facts, when)
  const { outcome } = decision
  return { ...decision, said: outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind }
}

const one = booked()
const noon = span(day, 660, 900)

test('[CHANGES-01] [B-30] moved, it is the same booking elsewhere, with the price of where it is', () => {
  const { booking } = change(one, room, noon)
  expect(booking).toMatchObject({
    ...{ id: one.id, intentId: one.intentId, settledAt: one.settledAt, state: 'confirmed' },
    ...{ resourceId: room.id, interval: noon, changedAt: now, price: money(8800, 'EUR') },
    owed: money(8800, 'EUR'),
    wall: { start: { date: day, minute: 660 } },
  })
})

test('[CHANGES-01] [CHANGES-06] [B-30] onto somebody else’s time nothing changes, and what could be had is named', () => {
  const others = [occupiedBy(one), taken(desk2, noon)]
  const { booking, said, outcome } = change(one, desk2, noon, { occupied: others })
  expect([booking, said]).toEqual([null, 'booked'])
  const offered = outcome.kind === 'refused' ? outcome.alternatives : []
  expect(offered.length).toBeGreaterThan(0)
  for (const { choice } of offered) {
    const place = must(
      [desk1, desk2, pool].find(({ id }) => id === choice.resourceId),
      'a desk is offered',
    )
    expect(change(one, place, choice.interval, { occupied: others }).said).toBe('confirmed')
  }
})

test('[CHANGES-02] [B-29] its own span is not in its own way, on one unit of a pool and across midnight', () => {
  expect(change(one, desk1, noon).said).toBe('confirmed')
  const night = booked(pool, span(day, 1380, 1500))
  const halves = [
    taken(pool, span(day, 1380, 1440), night.unit),
    taken(pool, span('2026-11-27', 0, 60), night.unit),
  ]
  const longer = span(day, 1380, 1560)
  expect(change(night, pool, longer, { occupied: halves }).booking?.unit).toBe(night.unit)
  const both = [...halves, taken(pool, longer, night.unit === 1 ? 2 : 1)]
  expect(change(night, pool, longer, { occupied: both }).said).toBe('confirmed')
  const next = [...both, taken(pool, span('2026-11-27', 60, 120), night.unit)]
  expect(change(night, pool, longer, { occupied: next }).said).toBe('pool-full')
})

test('[CHANGES-03] what it would have besides passes every rule; shorter asks for its length and steps alone', () => {
  const rules = { ...desk1.rules, minMinutes: 60, maxMinutes: 480, noticeMinutes: 24 * 60 }
  const catalogue = harbourWith({ ...desk1, rules })
  const soon = addMinutes(morning.startsAt, -30)
  const asked = (interval: Interval, when = soon) =>
    change(one, desk1, interval, { catalogue }, { now: when }).said
  expect(asked(span(day, 540, 840))).toBe('confirmed')
  expect(asked(span(day, 540, 1200))).toBe('too-long')
  expect(asked(span(day, 600, 840))).toBe('notice')
  expect(asked(span(day, 540, 570))).toBe('too-short')
  expect(asked(span(day, 540, 607))).toBe('increment')
  const gone = { ...ada, tierId: toId('tier', 'tie_gone') }
  const as = (interval: Interval) => change(one, desk1, interval, { member: gone }).said
  expect([as(span(day, 540, 840)), as(span(day, 540, 600))]).toEqual(['tier', 'confirmed'])
})

test('[CHANGES-04] once it runs it is longer or shorter at its end and not moved; over, nothing is changed', () => {
  const running = addMinutes(morning.startsAt, 60)
  const asked = (place: typeof desk1, from: number, until: number, when = running) =>
    change(one, place, span(day, from, until), {}, { now: when }).said
  expect(asked(desk1, 540, 840)).toBe('confirmed')
  expect(asked(desk1, 540, 720)).toBe('confirmed')
  expect(asked(desk1, 540, 570)).toBe('past')
  expect(asked(desk1, 660, 780)).toBe('already-started')
  expect(asked(desk2, 540, 780)).toBe('already-started')
  expect(asked(desk1, 540, 840, morning.endsAt)).toBe('past')
  const arrived: Booking = { ...one, state: 'checked-in', checkedInAt: now }
  expect(change(arrived, desk2, morning).said).toBe('already-started')
})

test('[CHANGES-05] [D-53] above what was shown to be owed nothing changes, up to the ceiling it does', () => {
  const shown = money(6000, 'EUR')
  const dear = change(one, room, noon, {}, { quote: shown })
  expect(dear.outcome).toMatchObject({ kind: 'ask-again', price: money(8800, 'EUR') })
  expect(dear.booking).toBeNull()
  const agreed = { quote: shown, ceiling: money(8800, 'EUR') }
  expect(change(one, room, noon, {}, agreed).said).toBe('confirmed')
})

test('[CHANGES-05] [D-31] [D-71] moved within the last step both prices are owed, counted from when it was made', () => {
  const policy = { ...tenAndFiveDays, steps: [{ hoursBefore: 24, refundPercent: 100 }] }
  const booking = { ...one, policy }
  const late = addMinutes(morning.startsAt, -60)
  const next = span('2026-11-27', 540, 780)
  expect(change(booking, desk1, next, {}, { now: late }).booking?.owed).toEqual(money(3200, 'EUR'))
  const inTime = { effectiveAt: addMinutes(morning.startsAt, -25 * 60) }
  const early = change(booking, desk1, next, inTime, { now: late }).booking
  expect(early?.owed).toEqual(money(1600, 'EUR'))
})

test('[CHANGES-06] [D-19] longer than it can be, it is offered as long as it can be', () => {
  const neighbour = [occupiedBy(one), taken(desk1, span(day, 840, 900))]
  const { outcome } = change(one, desk1, span(day, 540, 960), { occupied: neighbour })
  expect(outcome).toMatchObject({
    refusal: { reason: 'booked' },
    alternatives: [{ choice: { interval: span(day, 540, 840) } }],
  })
})

test('[CHANGES-07] [B-29] ended now, the rest is free at once and what is owed follows from the policy', () => {
  const running = addMinutes(morning.startsAt, 61)
  const facts = factsOf(one, { effectiveAt: running })
  const { booking } = endBooking(facts, addMinutes(running, 0.5))
  expect(booking).toMatchObject({
    id: one.id,
    interval: span(day, 540, 602),
    owed: one.owed,
    changedAt: addMinutes(running, 0.5),
  })
  const generous = { ...freeUntilStart, steps: [{ hoursBefore: -99, refundPercent: 50 }] }
  const half = endBooking(factsOf({ ...one, policy: generous }, { effectiveAt: running }), running)
  // What was had of it is billed as 75 minutes (D-22).
  expect(half.booking?.owed.amountMinor).toBe(1600 - (1600 - (400 * 75) / 60) / 2)
})

test('[CHANGES-07] what does not run is not ended', () => {
  const said = (booking: Booking, when: Instant) => {
    const { outcome } = endBooking(factsOf(booking, { effectiveAt: when }), when)
    return outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind
  }
  expect(said(one, now)).toBe('not-running')
  expect(said(one, morning.endsAt)).toBe('past')
  const over = { ...one, state: 'lapsed', heldFor: 'confirmation', holdExpiresAt: now } as const
  expect(said(over, addMinutes(morning.startsAt, 5))).toBe('already-cancelled')
})

test('[CHANGES-08] to what it is already it does not change, and after its deadline neither', () => {
  expect(change(one, desk1, morning).said).toBe('unchanged')
  const moved = must(change(one, desk1, noon).booking, 'it is free')
  expect(change(moved, desk1, noon).said).toBe('unchanged')
  expect(change(one, desk1, noon, { deadlineAt: addMinutes(now, -1) }).said).toBe('expired')
  const gone = { ...desk1, id: toId('resource', 'res_gone') }
  expect(change(one, gone, noon).said).toBe('unknown-resource')
})

test('[CHANGES-09] [D-17] an occurrence is detached in the field that was changed, and in no other', () => {
  const series = { id: toId('series', 'ser_1'), occurrence: 4, detached: [] }
  const occurrence: Booking = { ...one, series }
  expect(change(occurrence, desk1, noon).booking?.series?.detached).toEqual(['time'])
  const elsewhere = must(change(occurrence, desk2, morning).booking, 'it is free')
  expect(elsewhere.series?.detached).toEqual(['place'])
  expect(change(elsewhere, desk2, noon).booking?.series?.detached).toEqual(['place', 'time'])
})

test('[CHANGES-10] [B-15] a place that is asked about first is not moved to; what one has there may be shorter', () => {
  const catalogue = harbourWith({ ...desk1, approvalMinutes: 120 })
  const asked = change(one, desk1, noon, { catalogue, approval: 'none' })
  expect(asked.said).toBe('needs-asking')
  expect(change(one, desk1, span(day, 540, 600), { catalogue }).said).toBe('confirmed')
})

test('[CHANGES-03] [B-26] a quota counts the booking once, where it would be', () => {
  const quota = { id: 'one', kinds: ['hot-desk'], per: 'day', unit: 'bookings', max: 1 } as const
  const tiers = harbour.tiers.map((tier) => ({ ...tier, quotas: [quota] }))
  const catalogue = { ...harbour, tiers }
  expect(change(one, desk1, noon, { catalogue }).said).toBe('confirmed')
  const second = booked(desk2, span('2026-11-27', 540, 600))
  const own = { catalogue, ownBookings: [one, second] }
  expect(change(one, desk1, span('2026-11-27', 660, 720), own).said).toBe('quota')
})

test('[CHANGES-05] a hold that moves is owed its new price and still has to be confirmed', () => {
  const held = booked({ ...desk1, holdMinutes: 10 })
  const { booking } = change(held, desk2, noon)
  expect(booking).toMatchObject({ state: 'held', owed: money(1600, 'EUR') })
  expect(zero('EUR')).not.toEqual(booking?.owed)
})
