import { expect, test } from 'vitest'
import { toLocalDate } from '../../values/local-date.ts'
import {
  basketWish,
  catalogue,
  facts,
  item,
  lunch,
  now,
  otherRoom,
  projector,
} from '../baskets/for-tests.ts'
import { settleBasket } from '../baskets/settle-basket.ts'
import type { Booking } from '../booking.ts'
import { bookingFacts, cancelBooking, extendHold, lapseHold } from '../change-booking.ts'
import { at, by, harbour, room } from '../for-tests.ts'
import { facts as ofSeries, seriesWish, thursdays, now as whenAsked } from '../series/for-tests.ts'
import { settleSeries } from '../series/settle-series.ts'
import type { SettleFacts } from '../settle.ts'
import { follow } from './pay-together.ts'

const since = toLocalDate('2026-01-01')
const rates = harbour.rates.map((rate) => ({ ...rate, isPrepaid: rate.id === 'rat_room' }))
const site = { ...catalogue.site, billing: { ...catalogue.site.billing, startsOn: since } }
const paying = { isAway: false }
const known: SettleFacts = { ...facts, catalogue: { ...catalogue, site, rates }, paying }
const lunches = [{ extraId: lunch.id, count: 2 }]

function heldOf(items = [item(room, undefined, { extras: lunches }), item(projector)], of = known) {
  return settleBasket(basketWish(items), of, now).bookings
}

test('[PREPAID-10] [B-33] a basket of which anything is paid first is held as a whole, and its first carries the payment', () => {
  const [hall, beamer] = heldOf()
  const hold = { state: 'held', heldFor: 'payment', isPrepaid: true, paidWith: hall?.id }
  expect(hall).toMatchObject(hold)
  expect(beamer).toMatchObject({
    ...hold,
    holdExpiresAt: hall?.state === 'held' ? hall.holdExpiresAt : 0,
  })
  // Nothing of it is paid first, or one place is by itself.
  expect(heldOf([item(projector)])).toMatchObject([{ state: 'confirmed', paidWith: null }])
  expect(heldOf([item(room)])).toMatchObject([{ state: 'held', paidWith: null }])
  expect(
    heldOf(undefined, { ...known, catalogue: { ...known.catalogue, rates: harbour.rates } }),
  ).toMatchObject([{ state: 'confirmed' }, { state: 'confirmed' }])
})

test('[PREPAID-10] what the team is asked about first is paid by itself', () => {
  const resources = known.catalogue.resources.map((one) =>
    one.id === otherRoom.id ? { ...one, approvalMinutes: 60 } : one,
  )
  const asking = { ...known, catalogue: { ...known.catalogue, resources } }
  const bookings = heldOf([item(room), item(otherRoom), item(projector)], asking)
  expect(bookings.map((one) => one.state === 'held' && one.heldFor)).toEqual([
    'payment',
    'approval',
    'payment',
  ])
  expect(bookings.map(({ paidWith }) => paidWith)).toEqual([bookings[0]?.id, null, bookings[0]?.id])
})

test('[PREPAID-10] the dates of a series are paid with one payment, and kept until the first of them allows', () => {
  const cheap = { ...ofSeries, catalogue: { ...harbour, site, rates }, paying: { isAway: true } }
  const wish = seriesWish({ recurrence: thursdays(4) })
  const { bookings, outcome } = settleSeries(wish, cheap, whenAsked)
  expect(new Set(bookings.map(({ paidWith }) => paidWith))).toEqual(new Set([bookings[0]?.id]))
  expect(new Set(bookings.map((one) => one.state === 'held' && one.holdExpiresAt)).size).toBe(1)
  expect(outcome.kind === 'series' && outcome.occurrences[3]).toMatchObject({
    holdExpiresAt: bookings[0]?.state === 'held' ? bookings[0].holdExpiresAt : 0,
  })
})

test('[PREPAID-10] whatever becomes of one that waits becomes of the others', () => {
  const [first, other] = heldOf()
  if (first === undefined || other === undefined) throw new Error('a basket of two is two')
  const later = at('2026-11-23', 620)
  const gone = cancelBooking(first, by('member', now), now).booking
  const after = (one: Booking | null) => one && follow(other, one, later)
  expect(after(gone)).toMatchObject({
    state: 'cancelled',
    cancelledBy: 'member',
    owed: { amountMinor: 0 },
  })
  const longer = extendHold(first, now).booking
  expect(after(longer)).toMatchObject({ holdExtended: true })
  expect(after(lapseHold(first, later))).toMatchObject({ state: 'lapsed', heldFor: 'payment' })
  const booked: Booking = { ...bookingFacts(first), state: 'confirmed' }
  expect(after(booked)).toMatchObject({ state: 'confirmed' })
  expect(after(first)).toBeNull()
  // Booked, each has its own story.
  expect(follow(booked, gone ?? first, later)).toBeNull()
})
