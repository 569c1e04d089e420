import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Booking } from '../bookings/booking.ts'
import { ada, at, harbour, noDistance, room, span, wish } from '../bookings/for-tests.ts'
import { emptyWallet } from '../bookings/lots/lot.ts'
import { settle } from '../bookings/settle.ts'
import type { Redemption } from '../sites/promo.ts'
import { must } from '../values/assert.ts'
import { toId } from '../values/ids.ts'
import { add, type Money, money } from '../values/money.ts'
import { billedBy } from './bill.ts'
import { bookedBillId, draftBookedBill, draftLateBill, purposesOf } from './booked-bill.ts'
import { bookedTotal } from './booked-total.ts'
import { noDays } from './days/day-lines.ts'
import { day, settings } from './for-tests.ts'
import { nextPeriodOf } from './next-bill.ts'
import { redeemed } from './promos/for-tests.ts'

const ofTen = span('2026-11-26', 600, 660)
const facts = { catalogue: harbour, member: ada, occupied: [], ownBookings: [] }
const known = { ...facts, distance: noDistance, wallet: emptyWallet, madeBy: null }
const { booking } = settle(wish(room, ofTen), known, at('2026-11-26', 480))
const booked = must(booking, 'it is free')

const tenOff = { kind: 'percent', basisPoints: 1000, off: ['booking'], bills: 1 } as const
const code = { ...redeemed(tenOff), memberId: ada.id, on: day('2026-11-20') }

function draftOf(
  one: Booking,
  isTaxIncluded = true,
  basisPoints = 2000,
  promos: readonly Redemption[] = [],
  billed: ReadonlyMap<string, Money> = new Map(),
) {
  const taxRates = [{ kind: null, from: day('2020-01-01'), basisPoints }]
  const billing = { ...settings, isTaxIncluded, taxRates }
  const catalogue = { ...harbour, site: { ...harbour.site, billing } }
  const input = {
    bookings: [one],
    paidFor: one.id,
    catalogue,
    memberName: 'Ada',
    billTo: null,
    billed,
    days: noDays,
    promos,
    on: day('2026-11-24'),
  }
  return { billing, draft: draftBookedBill(input), late: draftLateBill(input) }
}

test('[PREPAID-05] [P-20] what a device says is charged is what its bill comes to, whatever the tax', () => {
  const off = fc.constantFrom([], [code])
  const minor = fc.integer({ min: 50, max: 1_000_000 })
  fc.assert(
    fc.property(
      minor,
      fc.boolean(),
      fc.integer({ min: 0, max: 3000 }),
      off,
      (price, isIn, tax, some) => {
        const owed = money(price, 'EUR')
        const { billing, draft } = draftOf({ ...booked, price: owed, owed }, isIn, tax, some)
        const site = { ...harbour.site, billing }
        const by = { site, memberId: ada.id, promos: some, billTo: null, today: day('2026-11-24') }
        const { start, end } = booked.wall
        const part = { price: owed, extras: [], start, end, dayPrice: booked.dayPrice }
        expect(bookedTotal({ ...by, days: noDays }, [part])).toEqual(draft.total)
      },
    ),
  )
})

test('[PREPAID-05] its bill is for it alone, and leaves the bill of the period as it is', () => {
  const { draft, late } = draftOf(booked)
  expect(draft.lines.map(({ source }) => source)).toEqual([booked.id])
  expect(draft.paidFor).toBe(booked.id)
  expect(purposesOf(bookedBillId(booked.id))).toContain(booked.id)
  const story = {
    bill: { ...draft, period: { from: day('2026-11-01'), until: day('2026-11-02') } },
  }
  const bill = {
    ...story.bill,
    id: bookedBillId(booked.id),
    number: '',
    issuedAt: at('2026-11-26', 480),
  }
  const issued = {
    ...bill,
    issuedOn: day('2026-11-26'),
    dueOn: day('2026-11-26'),
    company: settings.company,
  }
  const paid = { bill: issued, payments: [], credits: [] }
  expect(nextPeriodOf(1, [paid], day('2026-11-26')).from).toBe('2026-11-01')
  expect(billedBy([paid]).get(booked.id)).toEqual(booked.price)
  // Money that came late is asked for under another cause, so that the booking itself was never billed.
  expect(late.lines.map(({ source }) => source)).toEqual([`late/${booked.id}`])
})

test('[PREPAID-13] [P-20] what a change adds is billed as more of its booking, and taken back as nothing of it', () => {
  const { resourceId, interval, wall } = booked
  const effectiveAt = interval.startsAt
  const moves = { bookingId: booked.id, resourceId, interval, wall, to: interval, effectiveAt }
  const price = money(900, 'EUR')
  const hold = { ...booked, id: toId('booking', 'bkg_more'), price, owed: price, moves }
  const billed = new Map([[booked.id, booked.price]])
  const { draft, late } = draftOf(hold, true, 2000, [code], billed)
  expect(draft.paidFor).toBe(hold.id)
  expect(draft.lines).toMatchObject([
    { source: booked.id, amount: money(900, 'EUR'), billedBefore: booked.price },
    { amount: money(-90, 'EUR') },
  ])
  const all = add(must(billed.get(booked.id), 'it was'), hold.price)
  expect(draft.lines[0] && add(draft.lines[0].billedBefore, draft.lines[0].amount)).toEqual(all)
  expect(late.lines).toMatchObject([{ source: `late/${hold.id}`, amount: hold.price }])
})

test('[PREPAID-12] [P-06] 10 % off what is booked is off what is charged at once, for whatever day it is, and once each', () => {
  const { draft } = draftOf(booked, true, 2000, [code])
  expect(draft.lines.map(({ amount }) => amount.amountMinor)).toEqual([2200, -220])
  expect(draft.total.amountMinor).toBe(1980)
  const other = { ...booked, id: toId('booking', 'bkg_other') }
  const sources = [draft, draftOf(other, true, 2000, [code]).draft].map(
    (one) => one.lines[1]?.source,
  )
  expect(new Set(sources).size).toBe(2)
  // An amount off a bill is off the bill of the period, and one that is over is over.
  const five = redeemed({ kind: 'fixed', amountMinor: 500, off: ['booking'], bills: null })
  const amount = { ...five, memberId: ada.id, on: day('2026-11-20') }
  expect(draftOf(booked, true, 2000, [amount]).draft.total.amountMinor).toBe(2200)
  const old = { ...code, on: day('2026-10-20') }
  expect(draftOf(booked, true, 2000, [old]).draft.total.amountMinor).toBe(2200)
})
