import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ada, at, desk1, desk2, harbour, span } from '../../bookings/for-tests.ts'
import { makeStory } from '../../bookings/lots/for-tests.ts'
import { must } from '../../values/assert.ts'
import { add, type Money, subtract } from '../../values/money.ts'
import { english } from '../../words/words.ts'
import { type BillDraft, billedBy, draftBill } from '../bill.ts'
import { chargesOfBooking } from '../charge.ts'
import { correctionsOf } from '../correction.ts'
import { euros, input, issued, june, unpaid } from '../for-tests.ts'
import { redeemed } from '../promos/for-tests.ts'
import { daysHad } from './day-lines.ts'
import { offices, rate as prepaid } from './for-tests.ts'

const rate = { ...prepaid, isPrepaid: false }
const catalogue = { ...harbour, resources: offices, rates: [rate] }
const day = '2026-06-10'
const now = at('2026-06-01', 600)

type Wished = readonly [from: number, until: number, place?: typeof desk1, on?: string]

function story(...wished: readonly Wished[]) {
  const made = makeStory(catalogue, [])
  for (const [from, until, place = desk1, on = day] of wished) {
    must(made.book(place.id, span(on, from, until), now), 'it is free')
  }
  return made
}

const chargesIn = (made: ReturnType<typeof story>) =>
  made.all().flatMap((booking) => chargesOfBooking(booking, 'Desk 1'))
const billIn = (made: ReturnType<typeof story>, more: Parameters<typeof input>[1] = {}) =>
  draftBill(input(chargesIn(made), more))
const amounts = ({ lines }: BillDraft) => lines.map(({ amount }) => amount.amountMinor / 100)

test('[BILLING-22] [D-20] a morning for 15 and an afternoon for 15 are a day for 25, not 30', () => {
  const draft = billIn(story([540, 780], [780, 1080]))
  expect(amounts(draft)).toEqual([15, 15, -5])
  expect(draft.total).toEqual(euros(25))
  expect(english.billing.line(must(draft.lines[2], 'what comes back'))).toEqual({
    what: 'Day price',
    when: 'Wed 10 Jun, 2 bookings for €25.00 instead of €30.00',
  })
})

test('[BILLING-22] [D-20] hours of one morning cost the half-day at most, and with the afternoon the day', () => {
  const morning = billIn(story([540, 660], [660, 780]))
  expect(amounts(morning)).toEqual([10, 10, -5])
  expect(morning.lines[2]?.about).toMatchObject({ per: 'half-day', together: euros(15) })
  expect(billIn(story([540, 660], [660, 780], [840, 960])).total).toEqual(euros(25))
  expect(amounts(billIn(story([540, 600], [660, 720])))).toEqual([5, 5])
})

test('[BILLING-22] [D-27] what is at the same time, on another day or at another rate is a day of its own', () => {
  expect(amounts(billIn(story([540, 780], [540, 780, desk2])))).toEqual([15, 15])
  expect(amounts(billIn(story([540, 780], [780, 1080, desk1, '2026-06-11'])))).toEqual([15, 15])
  const special = { ...rate, id: 'rat_special', resourceId: desk2.id }
  const made = makeStory({ ...catalogue, rates: [rate, special] }, [])
  must(made.book(desk1.id, span(day, 540, 780), now), 'it is free')
  must(made.book(desk2.id, span(day, 780, 1080), now), 'it is free')
  expect(amounts(billIn(made))).toEqual([15, 15])
  expect(amounts(billIn(story([540, 780], [780, 1080, desk2])))).toEqual([15, 15, -5])
})

test('[BILLING-22] [D-23] the day costs what it did when a part of it was booked, the dearer where that changed', () => {
  const made = story([540, 780], [780, 1080])
  const [first, second] = made.all()
  const dearer = must(second?.dayPrice, 'its rate has a day price')
  const charges = [
    ...chargesOfBooking(must(first, 'it is booked'), ''),
    ...chargesOfBooking(
      { ...must(second, 'so is this'), dayPrice: { ...dearer, dayMinor: 2800 } },
      '',
    ),
  ]
  expect(draftBill(input(charges)).total).toEqual(euros(28))
})

test('[BILLING-22] [D-31] what a move left owed is not of the day it went to', () => {
  const made = story([540, 780], [780, 1080])
  const [first, second] = made.all()
  const kept = { ...must(first, 'it is booked'), owed: euros(30) }
  const charges = [kept, must(second, 'so is this')].flatMap((one) => chargesOfBooking(one, ''))
  expect(amounts(draftBill(input(charges)))).toEqual([30, 15])
})

test('[BILLING-22] [BILLING-17] a part that is taken back after the bill gives back what the day costs less without it', () => {
  const made = story([540, 780], [780, 1080])
  const bill = issued(billIn(made))
  const [morning] = made.all()
  const source = must(morning, 'it is booked').id
  const back = (over: number) => {
    const left = made.all().map((one) => {
      return one.id === source ? { ...one, owed: subtract(one.owed, euros(over)) } : one
    })
    const days = daysHad(left, billedBy([unpaid(bill)]))
    const [one] = correctionsOf([unpaid(bill)], new Map([[source, euros(over)]]), days)
    const { lines, total } = must(one, 'there is something to give back')
    return [total.amountMinor / 100, ...lines.map(({ amount }) => amount.amountMinor / 100)]
  }
  expect(back(15)).toEqual([-10, -15, 5])
  expect(back(8)).toEqual([-3, -8, 5])
  expect(back(3)).toEqual([0, -3, 3])
})

test('[BILLING-22] [PROMO-03] a code takes its share off what the day costs', () => {
  const gift = { kind: 'percent', basisPoints: 1000, off: ['booking'], bills: 1 } as const
  const promos = [{ ...redeemed(gift), memberId: ada.id, on: june.from }]
  expect(billIn(story([540, 780], [780, 1080]), { promos }).total).toEqual(euros(22.5))
})

test('[BILLING-22] [BILLING-08] billed once, it is on no other bill, and what comes later of the day costs what was agreed', () => {
  const made = story([540, 780], [780, 1080])
  const bill = issued(billIn(made))
  const billed = billedBy([unpaid(bill)])
  expect(draftBill(input(chargesIn(made), { billed })).lines).toEqual([])
})

const quarter = fc.integer({ min: 36, max: 71 }).map((one) => one * 15)
const times = fc.array(
  fc.tuple(quarter, fc.integer({ min: 1, max: 12 }), fc.constantFrom(...offices)),
  { minLength: 1, maxLength: 6 },
)

test('[BILLING-22] whatever is booked of a day costs no more than each for itself, a bill never less than nothing, and all of it goes back', () => {
  fc.assert(
    fc.property(times, (wished) => {
      const made = makeStory(catalogue, [])
      for (const [from, quarters, place] of wished) {
        made.book(place.id, span(day, from, Math.min(1080, from + quarters * 15)), now)
      }
      const draft = billIn(made)
      const each = made.all().map(({ owed }) => owed)
      const sum = each.reduce(add, euros(0))
      expect(draft.total.amountMinor).toBeLessThanOrEqual(sum.amountMinor)
      expect(draft.total.amountMinor).toBeGreaterThanOrEqual(0)
      const bill = issued(draft)
      const over = new Map<string, Money>(made.all().map(({ id, owed }) => [id, owed]))
      const gone = made.all().map((one) => ({ ...one, owed: euros(0) }))
      const [back] = correctionsOf([unpaid(bill)], over, daysHad(gone, billedBy([unpaid(bill)])))
      expect(add(back?.total ?? euros(0), draft.total)).toEqual(euros(0))
    }),
  )
})
