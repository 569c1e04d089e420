import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toId } from '../../values/ids.ts'
import { overlaps } from '../../values/interval.ts'
import { money } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { bookingView } from '../booking-view.ts'
import { desk1, desk2, pool, room, span, taken } from '../for-tests.ts'
import { lot } from '../lots/for-tests.ts'
import { occupiedBy } from '../occupied-by.ts'
import {
  basketWish,
  catalogue,
  facts,
  item,
  lunch,
  now,
  otherRoom,
  projector,
  ten,
} from './for-tests.ts'
import { settleBasket } from './settle-basket.ts'

const both = [item(room), item(projector)]

test('[BASKETS-01] [D-27] each place is paid for as its member says: by their own passes, their team’s, or money', () => {
  const teamId = toId('team', 'tea_north')
  const holder = { kind: 'team', teamId } as const
  const minutes = { kinds: ['meeting-room'], amount: 240 } as const
  const here = { siteId: catalogue.site.id, ...minutes }
  const wallet = {
    lots: [
      lot('own', { holder: { kind: 'member', memberId: facts.member.id }, ...here }),
      lot('team', { holder, ...here }),
    ],
    team: { usedBy: 'everybody', isFirst: false },
    uses: [],
  } as const
  const known = { ...facts, member: { ...facts.member, teamId }, wallet }
  const wish = basketWish(
    [
      item(room, ten, { payWith: 'team' }),
      item(otherRoom, ten, { payWith: 'personal' }),
      item(projector, ten, { payWith: 'money' }),
    ],
    { quote: money(1_000_000, 'EUR') },
  )
  const { bookings } = settleBasket(wish, known, now)
  expect(
    bookings.map(({ covered, payWith }) => [payWith, covered.map((use) => use.lot.id)]),
  ).toEqual([
    ['team', ['lot_team']],
    ['personal', ['lot_own']],
    ['money', []],
  ])
})

test('[BASKETS-01] [B-33] a room, a projector and lunch are booked as one, with one total', () => {
  const wish = basketWish([
    item(room, ten, { people: 6, extras: [{ extraId: lunch.id, count: 6 }] }),
    item(projector),
  ])
  const { outcome, bookings } = settleBasket(wish, facts, now)
  expect(outcome).toMatchObject({
    kind: 'basket',
    price: { amountMinor: 2 * 2200 + 6 * 1450 },
    bookings: [{ price: { amountMinor: 4400 + 8700 } }, { price: { amountMinor: 0 } }],
  })
  expect(bookings.map(({ id, basketId }) => [id.slice(4), basketId?.slice(4)])).toEqual([
    [`${wish.id.slice(4)}.1`, wish.id.slice(4)],
    [`${wish.id.slice(4)}.2`, wish.id.slice(4)],
  ])
  expect(bookings[0]).toMatchObject({ price: { amountMinor: 4400 }, owed: { amountMinor: 13_100 } })
})

test('[BASKETS-01] [BASKETS-03] where one item cannot be had nothing is booked, and it says which', () => {
  const occupied = [taken(projector, span('2026-11-26', 660, 690))]
  const { outcome, bookings } = settleBasket(basketWish(both), { ...facts, occupied }, now)
  expect(bookings).toEqual([])
  expect(outcome).toMatchObject({
    kind: 'refused',
    refusal: { reason: 'basket-item', item: 1, name: 'Projector', refusal: { reason: 'booked' } },
  })
})

test('[BASKETS-03] [D-19] what is offered instead fits beside all the rest', () => {
  const occupied = [taken(room, ten)]
  const wish = basketWish([item(room), item(otherRoom), item(projector)])
  const { outcome } = settleBasket(wish, { ...facts, occupied }, now)
  expect(outcome.kind).toBe('refused')
  if (outcome.kind !== 'refused') return
  // Beacon is the only other room, and the basket has it already: only other times are left.
  expect(outcome.alternatives.length).toBeGreaterThan(0)
  for (const { choice } of outcome.alternatives) {
    expect(choice.resourceId).toBe(room.id)
    const again = basketWish(wish.body.items.with(0, { ...item(room), choice }))
    expect(settleBasket(again, { ...facts, occupied }, now).outcome.kind).toBe('basket')
  }
})

test('[BASKETS-02] an item sees what the ones before it were given', () => {
  const twice = settleBasket(basketWish([item(room), item(room)]), facts, now)
  expect(twice.outcome).toMatchObject({
    refusal: { item: 1, refusal: { reason: 'already-yours' } },
  })
  const seats = settleBasket(
    basketWish([item(pool), item(pool, span('2026-11-26', 660, 780))]),
    facts,
    now,
  )
  expect(seats.bookings.map(({ unit }) => unit)).toEqual([1, 2])
})

test('[BASKETS-04] [D-53] the total is what was agreed to, not its parts', () => {
  const dear = [item(room, ten, { quote: money(10, 'EUR') }), item(desk1)]
  const exact = basketWish(dear, { quote: money(4400 + 800, 'EUR') })
  expect(settleBasket(exact, facts, now).outcome.kind).toBe('basket')
  const above = settleBasket(basketWish(dear, { quote: money(5199, 'EUR') }), facts, now)
  expect(above).toEqual({
    outcome: { kind: 'ask-again', price: money(5200, 'EUR'), alternatives: [] },
    bookings: [],
  })
  const agreed = basketWish(dear, { quote: money(1, 'EUR'), ceiling: money(5200, 'EUR') })
  expect(settleBasket(agreed, facts, now).outcome.kind).toBe('basket')
})

test('[BASKETS-08] an extra is refused as gone, elsewhere, too many and too late', () => {
  const why = (place: typeof room, count: number, on = ten, extras = [lunch]) => {
    const wished = [item(place, on, { extras: [{ extraId: lunch.id, count }] })]
    const offered = { ...catalogue, site: { ...catalogue.site, extras } }
    const { outcome } = settleBasket(basketWish(wished), { ...facts, catalogue: offered }, now)
    const refusal = outcome.kind === 'refused' ? outcome.refusal : null
    return refusal?.reason === 'basket-item' ? refusal.refusal : null
  }
  expect(why(room, 2, ten, [])).toEqual({ reason: 'extra-gone' })
  expect(why(desk1, 1)).toEqual({ reason: 'extra-not-here', name: 'Lunch' })
  expect(why(room, 13)).toEqual({ reason: 'extra-too-many', name: 'Lunch', max: 12 })
  expect(why(room, 1, span('2026-11-24', 480, 540))).toMatchObject({ reason: 'extra-notice' })
  expect(why(room, 12)).toBeNull()
})

test('[BASKETS-07] each item is a wish of its own until it is settled, and one line once it is refused', () => {
  const wish = basketWish(both)
  const intents = [{ intent: wish, state: 'saved', settled: null } as const]
  const view = { bookings: [], settled: [], series: [], intents, now }
  expect(bookingView(view).map(({ resourceId, state }) => [resourceId, state])).toEqual([
    [room.id, 'saved'],
    [projector.id, 'saved'],
  ])
  const { outcome } = settleBasket(wish, { ...facts, occupied: [taken(room, ten)] }, now)
  const settled = {
    ...{ intentId: wish.id, kind: wish.kind, device: wish.device, seq: wish.seq, settledAt: now },
    ...{ wish: both[0]?.choice ?? null, siteId: wish.body.siteId, people: 1, quote: null, outcome },
    basket: both,
  }
  const rows = bookingView({ ...view, intents: [], settled: [settled] })
  expect(rows).toMatchObject([{ state: 'refused', basket: both, resourceId: room.id }])
  const booked = settleBasket(wish, facts, now)
  const after = { ...settled, outcome: booked.outcome }
  const yes = bookingView({ ...view, intents: [], settled: [after], bookings: booked.bookings })
  expect(yes.map(({ state, basketId }) => [state, basketId])).toEqual([
    ['confirmed', booked.bookings[0]?.basketId],
    ['confirmed', booked.bookings[0]?.basketId],
  ])
})

test('[BASKETS-01] [B-03] baskets that race leave all or nothing, and never two on one place', () => {
  const places = [room, otherRoom, projector, desk1, desk2]
  const items = fc
    .subarray(places, { minLength: 1 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((place) =>
          fc
            .nat(4)
            .map((hour) => item(place, span('2026-11-26', 540 + hour * 60, 660 + hour * 60))),
        ),
      ),
    )
  fc.assert(
    fc.property(fc.array(items, { minLength: 1, maxLength: 8 }), (baskets) => {
      const standing: Booking[] = []
      for (const wished of baskets) {
        const occupied = standing.map(occupiedBy)
        const { outcome, bookings } = settleBasket(basketWish(wished), { ...facts, occupied }, now)
        expect(bookings).toHaveLength(outcome.kind === 'basket' ? wished.length : 0)
        standing.push(...bookings)
      }
      for (const [index, one] of standing.entries()) {
        for (const other of standing.slice(index + 1)) {
          const isSame = one.resourceId === other.resourceId && one.unit === other.unit
          expect(isSame && overlaps(one.interval, other.interval)).toBe(false)
        }
      }
    }),
    { numRuns: 60 },
  )
})
