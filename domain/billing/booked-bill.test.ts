import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Booking } from '../bookings/booking.ts'
import { ada, at, harbour, noDistance, room, span, wish } from '../bookings/for-tests.ts'
import { emptyWallet } from '../bookings/lots/lot.ts'
import { settle } from '../bookings/settle.ts'
import { must } from '../values/assert.ts'
import { money } from '../values/money.ts'
import { billedBy } from './bill.ts'
import { bookedBillId, draftBookedBill, draftLateBill, purposesOf } from './booked-bill.ts'
import { bookedTotal } from './booked-total.ts'
import { day, settings } from './for-tests.ts'
import { nextPeriodOf } from './next-bill.ts'

const ofTen = span('2026-11-26', 600, 660)
const facts = { catalogue: harbour, member: ada, occupied: [], ownBookings: [] }
const known = { ...facts, distance: noDistance, wallet: emptyWallet, madeBy: null }
const { booking } = settle(wish(room, ofTen), known, at('2026-11-26', 480))
const booked = must(booking, 'it is free')

function draftOf(one: Booking, isTaxIncluded = true, basisPoints = 2000) {
  const taxRates = [{ kind: null, from: day('2020-01-01'), basisPoints }]
  const billing = { ...settings, isTaxIncluded, taxRates }
  const catalogue = { ...harbour, site: { ...harbour.site, billing } }
  const input = { bookings: [one], paidFor: one.id, catalogue, memberName: 'Ada', billTo: null }
  return { billing, draft: draftBookedBill(input), late: draftLateBill(input) }
}

test('[PREPAID-05] [P-20] what a device says is charged is what its bill comes to, whatever the tax', () => {
  const minor = fc.integer({ min: 50, max: 1_000_000 })
  fc.assert(
    fc.property(minor, fc.boolean(), fc.integer({ min: 0, max: 3000 }), (price, isIn, tax) => {
      const owed = money(price, 'EUR')
      const { billing, draft } = draftOf({ ...booked, price: owed, owed }, isIn, tax)
      const on = booked.wall.start.date
      expect(bookedTotal(billing, 'EUR', [{ price: owed, extras: [], on }], null)).toEqual(
        draft.total,
      )
    }),
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
