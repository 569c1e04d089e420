import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CancellationPolicy } from '../../sites/cancellation-policy.ts'
import { must } from '../../values/assert.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { toLocalDate } from '../../values/local-date.ts'
import type { Booking } from '../booking.ts'
import { tenAndFiveDays } from '../cancellation/for-tests.ts'
import { ada, at, span } from '../for-tests.ts'
import { allowance, lot, makeStory, told, under, withAllowances } from './for-tests.ts'
import { planLotsOf } from './plan-lots.ts'
import { leftOf, usedOf } from './use-of.ts'

const free: CancellationPolicy = {
  ...tenAndFiveDays,
  steps: [{ hoursBefore: 0, refundPercent: 100 }],
}
const now = at('2026-06-01', 540)
const room = 'res_room'
const july = '2026-07-10'

function booked(booking: Booking | null): Booking {
  return must(booking, 'it is free')
}

test('[LOTS-10] [D-25] what comes back from a cancelled booking is in the lot that it was taken from', () => {
  const june = lot('june', { amount: 180, expiresAt: at('2026-07-01', 0) })
  const story = makeStory(under(free), [june, lot('ever')])
  const booking = booked(story.book(room, span(july, 540, 780), now))
  expect(told(booking)).toEqual({ uses: ['lot_june 180', 'lot_ever 60'], price: 0, owed: 0 })
  const cancelled = booked(story.cancel(booking, at('2026-06-20', 540)))
  expect(told(cancelled)).toEqual({ uses: [], price: 0, owed: 0 })
  expect(leftOf(june, story.wallet().uses)).toBe(180)
  expect(story.lots).toHaveLength(2)
})

test('[LOTS-11] [D-25] two hours of June come back on 2 July until 9 July, and are forfeited where the location says so', () => {
  const june = lot('june', { amount: 120, expiresAt: at('2026-07-01', 0) })
  const cancelledAt = at('2026-07-02', 600)
  for (const graceDays of [7, 0]) {
    const catalogue = under(free)
    const passes = { ...catalogue.site.passes, graceDays }
    const story = makeStory({ ...catalogue, site: { ...catalogue.site, passes } }, [june])
    story.cancel(booked(story.book(room, span(july, 540, 660), now)), cancelledAt)
    const came = story.lots.slice(1)
    expect(came).toMatchObject(
      graceDays === 0
        ? []
        : [{ amount: 120, unit: 'minutes', source: 'grace', expiresAt: at('2026-07-09', 600) }],
    )
    const again = booked(story.book(room, span('2026-08-01', 540, 600), at('2026-07-09', 599)))
    expect(told(again).owed).toBe(graceDays === 0 ? 22 : 0)
  }
})

test('[LOTS-11] [D-38] what the space takes back lasts thirty days, and is there once', () => {
  const june = lot('june', { amount: 120, expiresAt: at('2026-07-20', 0) })
  const story = makeStory(under(free), [june])
  const booking = booked(story.book(room, span(july, 540, 660), now))
  story.cancel(booking, at('2026-07-01', 600), 'space')
  const came = must(story.lots[1], 'it came back')
  expect(came).toMatchObject({ amount: 120, expiresAt: at('2026-07-31', 600) })
  expect([june, came].map((one) => leftOf(one, story.wallet().uses))).toEqual([0, 120])
})

test('[LOTS-12] [D-30] half back is half the minutes; a day or an entry comes back whole or not at all', () => {
  const story = makeStory(under(tenAndFiveDays), [lot('minutes', { amount: 120 })])
  const booking = booked(story.book(room, span('2026-06-10', 540, 720), now))
  expect(told(booking)).toEqual({ uses: ['lot_minutes 120'], price: 22, owed: 22 })
  const cancelled = booked(story.cancel(booking, at('2026-06-04', 540)))
  expect(told(cancelled)).toMatchObject({ uses: ['lot_minutes 60'], owed: 11 })
  const entries = makeStory(under(tenAndFiveDays), [lot('ten', { unit: 'entries', amount: 10 })])
  const entry = booked(entries.book(room, span('2026-06-10', 540, 720), now))
  const late = booked(entries.cancel(entry, at('2026-06-04', 540)))
  expect(told(late).uses).toEqual(['lot_ten 1'])
})

test('[LOTS-13] [B-29] longer, a booking uses more lots for what is added; shorter in time, it gives them back', () => {
  const story = makeStory(under(free), [lot('hour', { amount: 60 }), lot('more', { amount: 45 })])
  const hour = booked(story.book(room, span(july, 540, 600), now))
  const longer = booked(story.change(hour, room, span(july, 540, 660), now))
  expect(told(longer)).toEqual({ uses: ['lot_hour 60', 'lot_more 45'], price: 5.5, owed: 5.5 })
  const shorter = booked(story.change(longer, room, span(july, 540, 570), now))
  expect(told(shorter)).toEqual({ uses: ['lot_hour 30'], price: 0, owed: 0 })
})

test('[LOTS-13] [D-31] shortened where nothing comes back, it goes on using what it did', () => {
  const story = makeStory(under(tenAndFiveDays), [lot('ever')])
  const booking = booked(story.book(room, span('2026-06-10', 540, 720), now))
  const late = at('2026-06-09', 540)
  const shorter = booked(story.change(booking, room, span('2026-06-10', 540, 660), late))
  expect(told(shorter)).toEqual({ uses: ['lot_ever 180'], price: 0, owed: 0 })
  const half = makeStory(under(tenAndFiveDays), [lot('ever')])
  const other = booked(half.book(room, span('2026-06-10', 540, 720), now))
  const earlier = at('2026-06-04', 540)
  const part = booked(half.change(other, room, span('2026-06-10', 540, 660), earlier))
  expect(told(part).uses).toEqual(['lot_ever 150'])
})

test('[LOTS-13] [D-31] moved where nothing comes back, the old time stays used and the new one uses more', () => {
  const story = makeStory(under(tenAndFiveDays), [lot('ever', { amount: 180 })])
  const booking = booked(story.book(room, span('2026-06-10', 540, 660), now))
  const late = at('2026-06-09', 540)
  const moved = booked(story.change(booking, room, span('2026-06-12', 540, 660), late))
  expect(told(moved)).toEqual({
    uses: ['lot_ever 60', 'lot_ever 120 spent'],
    price: 22,
    owed: 22,
  })
  const waived = booked(story.cancel(moved, late, 'space'))
  expect(told(waived)).toMatchObject({ uses: [], owed: 0 })
})

test('[LOTS-13] [D-23] moved to another month in time, it uses the allowance of that month', () => {
  const story = makeStory(under(free, withAllowances(allowance())), [])
  const booking = booked(story.book(room, span('2026-06-20', 540, 600), now))
  const moved = booked(story.change(booking, room, span(july, 540, 600), now))
  expect(told(moved).uses).toEqual(['lot_ada.rooms.2026-07-01 60'])
})

const places = ['res_room', 'res_desk-1', 'res_desk-2'] as const
const step = fc.record({
  act: fc.constantFrom('book', 'book', 'book', 'cancel', 'space', 'change', 'end'),
  which: fc.nat(9),
  place: fc.constantFrom(...places),
  from: fc.integer({ min: 0, max: 2000 }),
  length: fc.integer({ min: 1, max: 40 }),
  waits: fc.integer({ min: 0, max: 3000 }),
})

test('[LOTS-14] no lot is ever used beyond its amount, and what is covered and owed add up, whatever happens', () => {
  const kinds = ['meeting-room', 'hot-desk'] as const
  const policies = fc.constantFrom(free, tenAndFiveDays, {
    ...tenAndFiveDays,
    freeMoveHoursBefore: 1,
  })
  const from = toLocalDate('2026-01-01')
  const rollovers = fc.constantFrom(null, { periods: 2, amountMax: 30, from })
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 25 }),
      policies,
      rollovers,
      (steps, policy, rollover) => {
        const catalogue = under(policy, withAllowances(allowance({ amount: 90, rollover })))
        const story = makeStory(catalogue, [
          lot('minutes', { kinds, amount: 200, expiresAt: at('2026-06-20', 0) }),
          lot('days', { kinds, unit: 'days', amount: 3, expiresAt: at('2026-06-25', 0) }),
          lot('halves', { kinds, unit: 'half-days', amount: 2 }),
          lot('entries', { kinds, unit: 'entries', amount: 2 }),
        ])
        let clock: Instant = now
        for (const { act, which, place, from, length, waits } of steps) {
          clock = addMinutes(clock, waits)
          const starts = addMinutes(now, from * 15)
          const interval = { startsAt: starts, endsAt: addMinutes(starts, length * 15) }
          const booking = story.all()[which]
          if (act === 'book') story.book(place, interval, clock)
          else if (booking === undefined) continue
          else if (act === 'cancel') story.cancel(booking, clock)
          else if (act === 'space') story.cancel(booking, clock, 'space')
          else if (act === 'change') story.change(booking, place, interval, clock)
          else story.end(booking, clock)
          const { uses } = story.wallet()
          const plan = [0, 30, 60].flatMap((days) =>
            planLotsOf(
              { catalogue, member: ada, wallet: story.wallet() },
              addMinutes(now, days * 1440),
            ),
          )
          for (const one of [...story.lots, ...plan]) {
            expect(usedOf(one.id, uses)).toBeLessThanOrEqual(one.amount)
          }
          for (const { owed, price, covered } of story.all()) {
            expect(owed.amountMinor).toBeGreaterThanOrEqual(0)
            expect(price.amountMinor).toBeGreaterThanOrEqual(0)
            for (const { worth, amount } of covered) {
              expect(worth.amountMinor).toBeGreaterThanOrEqual(0)
              expect(amount).toBeGreaterThan(0)
            }
          }
        }
      },
    ),
    { numRuns: 300 },
  )
})
