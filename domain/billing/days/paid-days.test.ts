import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Booking } from '../../bookings/booking.ts'
import { bookingFacts } from '../../bookings/change-booking.ts'
import { ada, desk1, desk2, span } from '../../bookings/for-tests.ts'
import { under } from '../../bookings/lots/for-tests.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { add, type Money, money } from '../../values/money.ts'
import { english } from '../../words/words.ts'
import { draftBookedBill } from '../booked-bill.ts'
import { bookedTotal } from '../booked-total.ts'
import { chargesOfBooking } from '../charge.ts'
import { day, euros } from '../for-tests.ts'
import { dayCosts, dayPartOf } from './day-cost.ts'
import { noDays } from './day-lines.ts'
import {
  bookedIn,
  catalogue,
  halfBack,
  makePayer,
  now,
  offices,
  site,
  thursday,
  wednesday,
} from './for-tests.ts'

test('[BILLING-23] [D-20] the morning was paid with 15, so the afternoon asks for 10, and the evening for nothing more', () => {
  const payer = makePayer()
  expect(bookedIn(payer, 540, 780).asked).toBe(15)
  expect(bookedIn(payer, 780, 900).asked).toBe(10)
  expect(bookedIn(payer, 900, 1080).asked).toBe(0)
  expect(bookedIn(payer, 540, 780, desk1, thursday).asked).toBe(15)
  // What is at the same time is another day.
  expect(bookedIn(payer, 540, 780, desk2).asked).toBe(15)
  expect(payer.period().lines).toEqual([])
})

test('[BILLING-23] [BILLING-17] either half of a day of 25 gives back 10 when it is cancelled, and both of them all', () => {
  for (const first of ['morning', 'afternoon'] as const) {
    const payer = makePayer()
    const halves = { morning: bookedIn(payer, 540, 780), afternoon: bookedIn(payer, 780, 1080) }
    const other = first === 'morning' ? 'afternoon' : 'morning'
    expect(payer.cancel(halves[first].booking)).toBe(-10)
    expect(payer.sum()).toBe(15)
    expect(payer.cancel(halves[other].booking)).toBe(-15)
    expect(payer.sum()).toBe(0)
    expect(payer.period().lines).toEqual([])
  }
})

test('[BILLING-23] [D-30] half of a morning that is given back late leaves the day at 22.50, so 2.50 goes back', () => {
  const payer = makePayer(under(halfBack, catalogue))
  const morning = bookedIn(payer, 540, 780)
  bookedIn(payer, 780, 1080)
  expect(payer.cancel(morning.booking)).toBe(-2.5)
  expect(payer.sum()).toBe(22.5)
  expect(payer.period().lines).toEqual([])
})

test('[BILLING-23] a morning that is moved to another day makes the afternoon cost its own price on the next bill', () => {
  const payer = makePayer()
  const morning = bookedIn(payer, 540, 780)
  bookedIn(payer, 780, 1080)
  expect(payer.move(morning.booking, thursday, 540, 780)).toBe(0)
  const { total, lines } = payer.period()
  expect(total).toEqual(euros(5))
  expect(english.billing.line(must(lines[0], 'there is one'))).toEqual({
    what: 'Day price',
    when: 'Wed 10 Jun, not so any more',
  })
  payer.issue(payer.period())
  expect(payer.period().lines).toEqual([])
  // And back again: the day is a day again.
  payer.move(must(payer.made.all()[0], 'it is there'), wednesday, 540, 780)
  expect(payer.period().total).toEqual(euros(-5))
})

test('[BILLING-23] [PREPAID-10] halves that are paid with one payment cost the day', () => {
  const { made } = makePayer()
  const halves = [
    made.book(desk1.id, span(wednesday, 540, 780), now),
    made.book(desk1.id, span(wednesday, 780, 1080), now),
  ].map((one) => must(one, 'it is free'))
  const paidFor = must(halves[0], 'there are two').id
  const known = { catalogue, billed: new Map(), days: noDays, promos: [], billTo: null }
  const on = day('2026-06-01')
  const draft = draftBookedBill({ ...known, bookings: halves, paidFor, memberName: '', on })
  expect(draft.total).toEqual(euros(25))
  const parts = halves.map(({ price, wall: { start, end }, dayPrice }) => {
    return { price, extras: [], start, end, dayPrice }
  })
  const by = { site, memberId: ada.id, promos: [], billTo: null, days: noDays, today: on }
  expect(bookedTotal(by, parts)).toEqual(draft.total)
})

test('[BILLING-23] [PREPAID-13] hours that are added to an afternoon are of its day, too', () => {
  const payer = makePayer()
  const added = (booking: Booking, until: number): Booking => ({
    ...bookingFacts(booking),
    id: toId('booking', `${booking.id}.more`),
    ...{ price: euros(5), owed: euros(5), interval: span(wednesday, 900, until) },
    moves: {
      ...{ bookingId: booking.id, resourceId: booking.resourceId, interval: booking.interval },
      ...{ wall: booking.wall, to: span(wednesday, 780, until), effectiveAt: now },
    },
    ...{ state: 'held', heldFor: 'payment', holdExpiresAt: now, holdExtended: false },
  })
  const afternoon = bookedIn(payer, 780, 900)
  expect(payer.draft(added(afternoon.booking, 1020)).total).toEqual(euros(5))
  expect(bookedIn(payer, 540, 780).asked).toBe(15)
  expect(payer.draft(added(afternoon.booking, 1020)).total).toEqual(euros(0))
  expect(payer.draft(added(afternoon.booking, 1020)).lines[0]?.about).toMatchObject({
    ...{ start: { minute: 780 }, end: { minute: 1020 } },
  })
})

test('[BILLING-23] what the bill of the period asks for of a day counts with what was paid of it', () => {
  const payer = makePayer()
  bookedIn(payer, 540, 780)
  payer.made.book(desk1.id, span(wednesday, 780, 1080), now)
  expect(payer.period().total).toEqual(euros(10))
  payer.issue(payer.period())
  expect(payer.sum()).toBe(25)
  expect(payer.period().lines).toEqual([])
})

const step = fc.oneof(
  fc.record({
    kind: fc.constant('book' as const),
    from: fc.integer({ min: 36, max: 71 }).map((one) => one * 15),
    quarters: fc.integer({ min: 1, max: 14 }),
    place: fc.constantFrom(...offices),
    on: fc.constantFrom(wednesday, thursday),
    isPaid: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom('cancel' as const, 'take-back' as const),
    which: fc.nat(),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    which: fc.nat(),
    from: fc.constantFrom(540, 660, 780, 900),
    on: fc.constantFrom(wednesday, thursday),
  }),
)

test('[BILLING-23] [BILLING-22] whatever is booked, paid, moved and cancelled in whatever order, after the bill of the period each day has cost what it costs', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 9 }),
      fc.constantFrom(catalogue, under(halfBack, catalogue)),
      (steps, of) => {
        const payer = makePayer(of)
        for (const one of steps) {
          const all = payer.made.all()
          const some = all[(one.kind === 'book' ? 0 : one.which) % Math.max(1, all.length)]
          if (one.kind === 'book') {
            const until = Math.min(1080, one.from + one.quarters * 15)
            const wish = [one.from, until, one.place, one.on] as const
            if (one.isPaid) {
              const asked = payer.book(...wish)
              expect(asked?.asked ?? 0).toBeGreaterThanOrEqual(0)
              expect(asked?.asked ?? 0).toBeLessThanOrEqual(
                (asked?.booking.price.amountMinor ?? 0) / 100,
              )
            } else payer.made.book(one.place.id, span(one.on, one.from, until), now)
          } else if (some !== undefined && some.state === 'confirmed') {
            if (one.kind === 'move') {
              const long = some.wall.end.minute - some.wall.start.minute
              payer.move(some, one.on, one.from, Math.min(1080, one.from + long))
            } else payer.cancel(some, one.kind === 'cancel' ? undefined : 'space')
          }
        }
        payer.issue(payer.period())
        expect(payer.period().lines).toEqual([])
        expect(money(Math.round(payer.sum() * 100), 'EUR')).toEqual(costOf(payer.made.all()))
      },
    ),
    { numRuns: 300 },
  )
})

/** Each day as it costs, and beside it what is of no day. */
function costOf(bookings: readonly Booking[]): Money {
  const charges = bookings.flatMap((booking) => chargesOfBooking(booking, ''))
  const owed = charges.reduce((sum, { amount }) => add(sum, amount), euros(0))
  const parts = charges.flatMap((charge) => dayPartOf(charge, charge.amount.amountMinor) ?? [])
  const off = [...dayCosts(parts).values()].reduce(
    (sum, { together, instead }) => sum + together - instead,
    0,
  )
  return add(owed, money(off, 'EUR'))
}
