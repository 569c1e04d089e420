import { expect, test } from 'vitest'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInterval } from '../../domain/values/interval.ts'
import { addDays } from '../../domain/values/local-date.ts'
import { instantOf } from '../../domain/values/zone.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { catalogueOf, draftOf, now, ownNextBill, send, thursday } from './for-tests.ts'
import { hana, openPaying, type PayingSpace } from './paying/for-tests.ts'
import { payOnPage } from './paying/pay-on-page.ts'
import { payableOf } from './paying/payable.ts'

const table = 'res_flex'

/** Half a day at the long table for 15, a day for 25, paid when it is booked. */
async function withPrices({ storage }: TestSpace): Promise<void> {
  await storage.transaction(async (tx) => {
    const rates = await tx.selectFrom('rate').select(['id', 'body']).execute()
    const { id, body } = must(
      rates.find((one) => one.body.includes(table)),
      'the sample prices it',
    )
    const prices = { hourMinor: 500, halfDayMinor: 1500, dayMinor: 2500, isPrepaid: true }
    const changed = JSON.stringify({ ...JSON.parse(body), ...prices })
    await tx.updateTable('rate').set({ body: changed }).where('id', '=', id).execute()
  })
}

interface Asked {
  readonly id: string
  readonly asked: number
  state(): Promise<string>
  pay(): Promise<void>
}

/** What is held for its money, and how much of that. */
async function ask(
  { ports, pressOn }: PayingSpace,
  space: TestSpace,
  from: number,
  until: number,
): Promise<Asked> {
  const wish = await space.request(hana, table, thursday, from, until)
  await space.send(hana, wish)
  await space.outcomeOf(wish)
  const id = `bkg_${wish.id.slice(4)}`
  const purpose = { kind: 'booking', id } as const
  const { open } = await payableOf(space.storage.read, purpose, space.now)
  return {
    id,
    asked: open.amountMinor,
    state: async () => must(await findBooking(space.storage.read, id), 'it is there').state,
    pay: async () => pressOn(await payOnPage(ports, purpose), 'succeeds'),
  }
}

onEachEngine('days that are paid when they are booked', (makeDatabase) => {
  test('[BILLING-23] [PREPAID-18] [D-20] the afternoon asks for what the day of 25 is short of, and the morning gives back 10', () =>
    inTestSpace(makeDatabase, now, async (space) => {
      await withPrices(space)
      const paying = await openPaying(space)
      const cash = () => paying.balance('cash:stripe_pending')
      const before = (await draftOf(space)).total.amountMinor
      const morning = await ask(paying, space, 480, 780)
      expect(morning.asked).toBe(1500)
      await morning.pay()
      const afternoon = await ask(paying, space, 780, 1200)
      expect(afternoon.asked).toBe(1000)
      await afternoon.pay()
      expect([await morning.state(), await afternoon.state()]).toEqual(['confirmed', 'confirmed'])
      expect(await cash()).toBe(2500)
      expect((await draftOf(space)).total.amountMinor).toBe(before)
      await send(space, 'booking.cancel', { bookingId: morning.id }, hana)
      await space.runJobs()
      await space.runJobs()
      expect(await cash()).toBe(1500)
      await send(space, 'booking.cancel', { bookingId: afternoon.id }, hana)
      await space.runJobs()
      await space.runJobs()
      expect(await cash()).toBe(0)
      expect((await draftOf(space)).total.amountMinor).toBe(before)
      expect(await ownNextBill(space, hana, space.now)).toEqual(await draftOf(space))
    }))

  test('[BILLING-23] two pages that were opened for 15 each pay 25 for the day: what is too much goes back', () =>
    inTestSpace(makeDatabase, now, async (space) => {
      await withPrices(space)
      const paying = await openPaying(space)
      const morning = await ask(paying, space, 480, 780)
      const afternoon = await ask(paying, space, 780, 1200)
      expect([morning.asked, afternoon.asked]).toEqual([1500, 1500])
      const pages = await Promise.all(
        [morning, afternoon].map(({ id }) => payOnPage(paying.ports, { kind: 'booking', id })),
      )
      for (const page of pages) await paying.pressOn(page, 'succeeds')
      await space.runJobs()
      await space.runJobs()
      expect([await morning.state(), await afternoon.state()]).toEqual(['confirmed', 'confirmed'])
      expect(await paying.balance('cash:stripe_pending')).toBe(2500)
    }))

  test('[BILLING-23] [PREPAID-18] what the day has cost all of is booked at once, and a morning that moves makes the next bill ask', () =>
    inTestSpace(makeDatabase, now, async (space) => {
      await withPrices(space)
      const paying = await openPaying(space)
      const before = (await draftOf(space)).total.amountMinor
      const morning = await ask(paying, space, 480, 780)
      await morning.pay()
      await (await ask(paying, space, 780, 960)).pay()
      const evening = await ask(paying, space, 960, 1140)
      expect([evening.asked, await evening.state()]).toEqual([0, 'confirmed'])
      expect(await paying.balance('cash:stripe_pending')).toBe(2500)
      expect((await move(space, morning.id)).kind).toBe('confirmed')
      // Without the morning the afternoon is a half-day again.
      const draft = await draftOf(space)
      expect(draft.total.amountMinor - before).toBe(500)
      expect(await ownNextBill(space, hana, space.now)).toEqual(draft)
    }))
})

/** To the same hours of the next day. */
async function move(space: TestSpace, bookingId: string) {
  const friday = addDays(thursday, 1)
  const catalogue = await catalogueOf(space)
  const at = (minute: number) => instantOf(catalogue.zone, { date: friday, minute })
  const interval = toInterval(at(480), at(780))
  const choice = choiceAt(catalogue, toId('resource', table), interval)
  const quote = { amountMinor: 1500, currency: 'EUR' }
  return send(space, 'booking.change', { bookingId, choice, quote, ceiling: null }, hana)
}
