import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Booking } from '../bookings/booking.ts'
import { bookedUnder, tenAndFiveDays } from '../bookings/cancellation/for-tests.ts'
import { owedForNoShow } from '../bookings/cancellation/owed.ts'
import { bookingFacts, cancelBooking } from '../bookings/change-booking.ts'
import { ada, at, by, harbour, span } from '../bookings/for-tests.ts'
import { lot } from '../bookings/lots/for-tests.ts'
import { toId } from '../values/ids.ts'
import { addMs, HOUR_MS } from '../values/instant.ts'
import { add, money } from '../values/money.ts'
import { billedBy, draftBill } from './bill.ts'
import { chargeOfPass, chargesOfBooking, owedOf } from './charge.ts'
import { noDays } from './days/day-lines.ts'
import { feesOfMember } from './fees.ts'
import { day, euros, issued, settings, unpaid } from './for-tests.ts'
import { nextBill } from './next-bill.ts'

const noon = span('2026-06-20', 600, 780)
const hall = bookedUnder(tenAndFiveDays, noon, at('2026-05-01', 0), { price: euros(80) })
const lunch = { extraId: toId('extra', 'ext_lunch'), name: 'Lunch', count: 2, price: euros(20) }
const withLunch: Booking = { ...hall, extras: [lunch], owed: euros(100) }

const amountsOf = (booking: Booking) =>
  chargesOfBooking(booking, 'Desk 1').map(({ kind, amount }) => [kind, amount.amountMinor / 100])

test('[BILLING-03] [P-05] the time and what came with it are charged each for itself, on the day of the booking', () => {
  expect(amountsOf(withLunch)).toEqual([
    ['booking', 80],
    ['extra', 20],
  ])
  expect(chargesOfBooking(withLunch, 'Desk 1')[0]).toMatchObject({
    ...{ on: '2026-06-20', source: hall.id, memberId: ada.id },
    about: { place: 'Desk 1', ended: null },
  })
})

test('[BILLING-03] [D-30] cancelled at the 50 % step, half of each stays owed', () => {
  const late = addMs(noon.startsAt, -193 * HOUR_MS)
  const cancelled = cancelBooking(withLunch, by('member', late), late).booking
  expect(cancelled && amountsOf(cancelled)).toEqual([
    ['booking', 40],
    ['extra', 10],
  ])
})

test('[BILLING-03] [D-38] what the space takes back is charged for nothing', () => {
  const late = addMs(noon.startsAt, -HOUR_MS)
  const cancelled = cancelBooking(withLunch, by('space', late), late).booking
  expect(cancelled && amountsOf(cancelled)).toEqual([
    ['booking', 0],
    ['extra', 0],
  ])
})

test('[BILLING-03] a hold, and one that lapsed, owe nothing yet', () => {
  const held: Booking = {
    ...bookingFacts(withLunch),
    ...{ state: 'held', heldFor: 'confirmation', holdExpiresAt: noon.startsAt },
    holdExtended: false,
  }
  expect(amountsOf(held)).toEqual([
    ['booking', 0],
    ['extra', 0],
  ])
})

const cents = fc.nat(50_000).map((minor) => money(minor, 'EUR'))

test('[BILLING-03] whatever is given back, the parts sum to what is owed and none is below nothing', () => {
  fc.assert(
    fc.property(cents, cents, cents, fc.nat(100), (price, extra, kept, noShowRefundPercent) => {
      const policy = { ...tenAndFiveDays, noShowRefundPercent }
      const owed = add(add(price, extra), kept)
      const extras = [{ ...lunch, price: extra }]
      const stands: Booking = { ...hall, price, extras, owed, policy, state: 'confirmed' }
      const missed: Booking = {
        ...{ ...bookingFacts(stands), ...owedForNoShow(stands) },
        ...{ state: 'no-show', missedAt: noon.endsAt, isFeeWaived: false },
      }
      for (const booking of [stands, missed]) {
        const { time, extras: rest } = owedOf(booking)
        expect(add(time, rest)).toEqual(booking.owed)
        expect(time.amountMinor).toBeGreaterThanOrEqual(0)
        expect(rest.amountMinor).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

const pass = lot('ten', { owed: euros(160), validFrom: at('2026-06-03', 600), name: 'Ten' })
const catalogue = {
  ...harbour,
  site: { ...harbour.site, billing: { ...settings, startsOn: day('2026-06-01') } },
}

test('[BILLING-10] [P-04] the device’s next bill is the one that is made of the same charges', () => {
  const known = {
    member: ada,
    catalogue,
    bookings: [withLunch],
    lots: [pass],
    bills: [],
    credits: [],
    ...{ promos: [], addons: [], billTo: null },
  }
  const next = nextBill(known, day('2026-06-25'))
  const { billing, currency, id: siteId } = catalogue.site
  const period = { from: day('2026-06-01'), until: day('2026-07-01') }
  const made = draftBill({
    ...{ siteId, settings: billing, currency, period, payerName: 'Ada' },
    payer: { kind: 'member', memberId: ada.id },
    charges: [
      ...chargesOfBooking(withLunch, 'Desk 1'),
      chargeOfPass(pass, harbour.zone),
      ...feesOfMember(ada, catalogue, period),
    ],
    memberNames: new Map([[ada.id, 'Ada']]),
    ...{ billed: new Map(), days: noDays, credits: [], promos: [], billTo: null },
  })
  expect(next).toEqual(made)
  expect(next?.lines.map(({ amount }) => amount.amountMinor / 100)).toEqual([300, 160, 80, 20, 300])
  const bill = issued(made, 'bil_june', billing)
  const bills = [{ bill, payments: [], credits: [] }]
  const after = nextBill({ ...known, bills }, day('2026-06-30'))
  expect(after?.period.from).toBe('2026-07-01')
  expect(after?.lines.map(({ on }) => on)).toEqual(['2026-08-01'])
  expect(billedBy([unpaid(bill)]).get(withLunch.id)).toEqual(euros(80))
})

test('[BILLING-10] where nothing is billed there is no next bill', () => {
  const known = {
    member: ada,
    catalogue: harbour,
    bookings: [],
    lots: [],
    bills: [],
    credits: [],
    ...{ promos: [], addons: [], billTo: null },
  }
  expect(nextBill(known, day('2026-06-25'))).toBeNull()
})
