/** What is booked with one wish is paid with one payment: several places, or the dates of a series. */
import { expect, test } from 'vitest'
import { openOf } from '../../../domain/billing/payment.ts'
import type { AnyIntent } from '../../../domain/bookings/wishes/intent.ts'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import { addMinutes } from '../../../domain/values/instant.ts'
import { addDays, toLocalDate } from '../../../domain/values/local-date.ts'
import { money } from '../../../domain/values/money.ts'
import { inTestSpace, intentOf, type TestSpace } from '../../settlement/for-tests.ts'
import { type MakeDatabase, makeSqlite, onEachEngine } from '../../storage/for-tests.ts'
import { findBill } from '../../storage/load-bills.ts'
import { findBookings } from '../../storage/load-bookings.ts'
import { now, send } from '../for-tests.ts'
import { look } from './ask.ts'
import { collectBooking } from './collect-booking.ts'
import { bookHall, HALL_PRICE, hana, openPaying, type PayingSpace } from './for-tests.ts'
import { payOnPage } from './pay-on-page.ts'

const siteId = toId('site', 'sit_harbour-loft')
const hall = toId('resource', 'res_hall-north')
const monday = toLocalDate('2026-11-30')
const plenty = money(1_000_000, 'EUR')

async function choiceOf(space: TestSpace, resource: string, date = monday) {
  const { body } = await space.request('', resource, date, 600, 720)
  return (body as { readonly choice: object }).choice // a booking request
}

/** The hall, which is paid when it is booked, with lunch, and a projector. */
async function basket(space: TestSpace): Promise<AnyIntent> {
  const alone = { people: 1, guests: [], payWith: 'personal', quote: plenty } as const
  const extras = [{ extraId: toId('extra', 'ext_coffee'), count: 4 }]
  const items = [
    { ...alone, extras, choice: await choiceOf(space, hall) },
    { ...alone, extras: [], choice: await choiceOf(space, 'res_projector') },
  ]
  return intentOf(space.now, 'basket.request', {
    siteId,
    items,
    note: '',
    ceiling: null,
    quote: plenty,
  })
}

async function series(space: TestSpace, after = 0): Promise<AnyIntent> {
  const start = addDays(monday, after)
  const dates = [0, 7, 14].map((days) => addDays(start, days))
  const occurrences = await Promise.all(
    dates.map(async (date, index) => {
      const choice = await choiceOf(space, hall, date)
      return { kind: 'book', number: index + 1, choice, quote: plenty }
    }),
  )
  const rule = { rhythm: { kind: 'weekly', weekdays: [1] }, every: 1, startOn: start }
  const recurrence = { ...rule, end: { kind: 'count', count: 3 } }
  const body = { siteId, resourceId: hall, recurrence, span: { from: 600, until: 720 } }
  const how = { people: 1, note: '', payWith: 'personal', mode: 'exactly' }
  return intentOf(space.now, 'series.request', { ...body, ...how, occurrences })
}

interface Wished {
  readonly ids: readonly string[]
  readonly first: string
  states(): Promise<string>
}

async function wishedBy(space: TestSpace, intent: AnyIntent, count: number): Promise<Wished> {
  await space.send(hana, intent)
  const { outcome } = await space.outcomeOf(intent)
  expect(outcome.kind).toMatch(/basket|series/)
  const ids = Array.from({ length: count }, (_, index) => `bkg_${intent.id.slice(4)}.${index + 1}`)
  const states = async () => {
    const found = await findBookings(space.storage.read, ids)
    return [...new Set(found.map(({ state }) => state))].join(' ')
  }
  return { ids, first: must(ids[0], 'there is one'), states }
}

type Make = (space: TestSpace) => Promise<AnyIntent>
type Work = (paying: PayingSpace, space: TestSpace, wished: Wished) => Promise<void>

function inSpace(makeDatabase: MakeDatabase, make: Make, count: number, work: Work) {
  return inTestSpace(makeDatabase, now, async (space) => {
    const paying = await openPaying(space)
    await work(paying, space, await wishedBy(space, await make(space), count))
  })
}

const billOf = async (space: TestSpace, first: string) =>
  must(await findBill(space.storage.read, `bil_${first.slice(4)}`), 'it is billed')

onEachEngine('paid together', (makeDatabase) => {
  test('[PREPAID-10] [B-33] a basket is charged as one amount, and booked and billed on one bill with a line a part', () =>
    inSpace(makeDatabase, basket, 2, async (paying, space, { states, first }) => {
      expect(await states()).toBe('held')
      const unbilled = await paying.balance(`unbilled:${hana}`)
      const page = await payOnPage(paying.ports, { kind: 'booking', id: first })
      await paying.pressOn(page, 'succeeds')
      expect(await states()).toBe('confirmed')
      const { bill, payments } = await billOf(space, first)
      expect(bill.lines.map(({ kind }) => kind)).toEqual(['booking', 'extra', 'booking'])
      expect(payments.map(({ amount }) => amount)).toEqual([bill.total])
      expect(await paying.balance('cash:stripe_pending')).toBe(bill.total.amountMinor)
      expect(await paying.balance(`unbilled:${hana}`)).toBe(unbilled)
    }))
})

test('[PREPAID-10] let go in one part, all of it is let go, and its page takes no money any more', () =>
  inSpace(makeSqlite, basket, 2, async (paying, space, { states, first, ids }) => {
    const page = await payOnPage(paying.ports, { kind: 'booking', id: first })
    await send(space, 'booking.extend-hold', { bookingId: ids[1] }, hana)
    const held = await findBookings(space.storage.read, ids)
    expect(held.map((one) => one.state === 'held' && one.holdExtended)).toEqual([true, true])
    await send(space, 'booking.cancel', { bookingId: ids[1] }, hana)
    expect(await states()).toBe('cancelled')
    await space.runJobs()
    await paying.pressOn(page, 'succeeds')
    expect(await paying.balance('cash:stripe_pending')).toBe(0)
  }))

test('[PREPAID-10] [B-17] a series is one charge and one bill, and a date of it that is cancelled goes back by itself', () =>
  inSpace(makeSqlite, series, 3, async (paying, space, { states, first, ids }) => {
    expect(await states()).toBe('held')
    await paying.addCard('succeeds')
    await collectBooking(paying.ports, first)
    expect(await states()).toBe('confirmed')
    expect(await paying.balance('cash:stripe_pending')).toBe(3 * HALL_PRICE)
    const { bill } = await billOf(space, first)
    expect(bill.lines).toHaveLength(3)
    await send(space, 'booking.cancel', { bookingId: ids[2] }, hana)
    await space.runJobs()
    expect(await paying.balance('cash:stripe_pending')).toBe(2 * HALL_PRICE)
  }))

test('[PREPAID-10] [B-34] nobody pays, and all of it lapses; what comes late takes all of it again', () =>
  inSpace(makeSqlite, series, 3, async (paying, space, { states, first, ids }) => {
    const page = await payOnPage(paying.ports, { kind: 'booking', id: first })
    paying.processor.messageFaults.push(...Array<'drop'>(12).fill('drop'))
    await paying.pressOn(page, 'succeeds')
    space.now = addMinutes(space.now, 95)
    await collectBooking(paying.ports, first)
    expect(await states()).toBe('lapsed')
    await look(paying.ports, `${first}.1`)
    const again = await findBookings(
      space.storage.read,
      ids.map((id) => `${id}.late`),
    )
    expect(again.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    expect(again.map(({ paidWith }) => paidWith)).toEqual(Array(3).fill(`${first}.late`))
    expect(await paying.balance('cash:stripe_pending')).toBe(3 * HALL_PRICE)
  }))

test('[PREPAID-11] [P-20] [D-32] credits pay before the card, what goes back goes to the card first, and what they pay all of is booked at once', () =>
  inTestSpace(makeSqlite, now, async (space) => {
    const paying = await openPaying(space)
    await paying.addCard('succeeds')
    const payer = { kind: 'member', memberId: hana }
    const grant = { siteId, payer, reason: 'For the noise', validUntil: null }
    await send(space, 'credit.grant', { ...grant, amount: money(2000, 'EUR') })
    const held = await bookHall(paying, space)
    expect(await held.state()).toBe('held')
    await space.runJobs()
    expect(await held.state()).toBe('confirmed')
    const { bill, payments } = await billOf(space, held.id)
    expect(payments.map(({ method, amount }) => [method, amount.amountMinor])).toEqual([
      ['credit', 2000],
      ['card', bill.total.amountMinor - 2000],
    ])
    const back = { billId: bill.id, amount: money(2500, 'EUR'), reason: 'The heating was off' }
    await send(space, 'bill.credit', { siteId, ...back })
    await space.runJobs()
    const after = (await billOf(space, held.id)).payments.slice(payments.length)
    expect(after.map(({ method, amount }) => [method, amount.amountMinor])).toEqual([
      ['card', -2500],
    ])
    await send(space, 'credit.grant', { ...grant, amount: money(100_000, 'EUR') })
    const covered = await wishedBy(space, await series(space, 7), 3)
    expect(await covered.states()).toBe('confirmed')
    expect(openOf(await billOf(space, covered.first)).amountMinor).toBe(0)
    await space.runJobs()
    expect(await paying.balance('cash:stripe_pending')).toBe(HALL_PRICE - 2000 - 2500)
  }))

test('[PREPAID-11] a credit that is given while it waits books it, and its page takes no money any more', () =>
  inTestSpace(makeSqlite, now, async (space) => {
    const paying = await openPaying(space)
    const held = await bookHall(paying, space)
    const page = await held.goToPay()
    const payer = { kind: 'member', memberId: hana }
    const credit = { amount: money(HALL_PRICE, 'EUR'), reason: 'Sorry', validUntil: null }
    await send(space, 'credit.grant', { siteId, payer, ...credit })
    expect(await held.state()).toBe('confirmed')
    await paying.pressOn(page, 'succeeds')
    await space.runJobs()
    // It was paid already: what came besides goes back.
    expect(await paying.balance('cash:stripe_pending')).toBe(0)
  }))

function codeOf(basisPoints: number) {
  const gift = { kind: 'percent', basisPoints, off: ['booking'], bills: null }
  const whom = { tierIds: [], teamIds: [], domains: [], isFirstTime: false, usesMax: null }
  const when = { from: null, until: null, isPaused: false }
  return {
    id: `bki_promo-${basisPoints}`,
    code: `OFF${basisPoints}`,
    name: 'Welcome',
    gift,
    ...whom,
    ...when,
  }
}

test('[PREPAID-12] [P-06] a code takes its share off the charge, and of what goes back; one that leaves nothing books at once', () =>
  inTestSpace(makeSqlite, now, async (space) => {
    const paying = await openPaying(space)
    await paying.addCard('succeeds')
    const use = async (basisPoints: number) => {
      const promo = codeOf(basisPoints)
      await send(space, 'promo.save', { siteId, promo })
      const outcome = await send(space, 'promo.redeem', { siteId, code: promo.code }, hana)
      expect(outcome.kind).toBe('confirmed')
    }
    await use(5000)
    const held = await bookHall(paying, space)
    await space.runJobs()
    expect(await held.state()).toBe('confirmed')
    expect(await paying.balance('cash:stripe_pending')).toBe(HALL_PRICE / 2)
    const unbilled = await paying.balance(`unbilled:${hana}`)
    await send(space, 'booking.cancel', { bookingId: held.id }, hana)
    await space.runJobs()
    const gone = await held.booking()
    const back = gone.state === 'cancelled' ? gone.refundDue.amountMinor : 0
    expect(back).toBeGreaterThan(0)
    expect(await paying.balance('cash:stripe_pending')).toBe((HALL_PRICE - back) / 2)
    // Nothing of it is left for the next bill.
    expect(await paying.balance(`unbilled:${hana}`)).toBe(unbilled)
    await paying.pass(1)
    const asked = await wishedBy(space, await series(space, 7), 3)
    await use(10_000)
    expect(await asked.states()).toBe('confirmed')
    expect((await billOf(space, asked.first)).bill.total.amountMinor).toBe(0)
  }))
