import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { at, by, room, span } from '../for-tests.ts'
import { cancelBasket } from './cancel-basket.ts'
import { basketWish, catalogue, facts, item, lunch, now, projector, ten } from './for-tests.ts'
import { settleBasket } from './settle-basket.ts'

const halfBack = {
  ...{ steps: [{ hoursBefore: 24, refundPercent: 50 }], graceMinutes: 0 },
  ...{ freeMoveHoursBefore: null, noShowRefundPercent: 0 },
}
const rooms = { ...room, rules: { ...room.rules, cancellation: halfBack } }
const resources = catalogue.resources.map((one) => (one.id === room.id ? rooms : one))
const { bookings } = settleBasket(
  basketWish([
    item(room, ten, { extras: [{ extraId: lunch.id, count: 2 }] }),
    item(projector, span('2026-11-26', 540, 720)),
  ]),
  { ...facts, catalogue: { ...catalogue, resources } },
  now,
)
const basketId = must(bookings[0]?.basketId, 'a basket was booked')
const ids = bookings.map(({ id }) => id)

test('[BASKETS-06] [BASKETS-05] given back together, each by its own policy and with its extras', () => {
  const body = { basketId, bookingIds: ids }
  const { outcome, changes } = cancelBasket(body, bookings, by('member', now), now)
  expect(outcome.kind).toBe('confirmed')
  expect(changes.map(({ booking }) => [booking.state, booking.owed.amountMinor])).toEqual([
    ['cancelled', (4400 + 2900) / 2],
    ['cancelled', 0],
  ])
})

test('[BASKETS-06] one item given back by itself leaves the others', () => {
  const body = { basketId, bookingIds: ids.slice(1) }
  const { changes } = cancelBasket(body, bookings.slice(1), by('member', now), now)
  expect(changes.map(({ booking }) => booking.resourceId)).toEqual([projector.id])
})

test('[BASKETS-06] where one of them has begun none is given back', () => {
  const begun = at('2026-11-26', 570)
  const body = { basketId, bookingIds: ids }
  const { outcome, changes } = cancelBasket(body, bookings, by('member', begun), begun)
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'already-started' } })
  expect(changes).toEqual([])
})

test('[BASKETS-06] what is not of the basket is unknown', () => {
  const body = { basketId, bookingIds: ids }
  const strangers = bookings.map((booking) => ({ ...booking, basketId: null }))
  expect(cancelBasket(body, strangers, by('member', now), now).outcome).toMatchObject({
    refusal: { reason: 'unknown-basket' },
  })
})
