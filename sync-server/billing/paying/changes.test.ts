/** What a change adds to a booking that was paid before it stood: held, charged and billed by itself, and the booking is never lost. */
import { expect, test } from 'vitest'
import { openOf } from '../../../domain/billing/payment.ts'
import { must } from '../../../domain/values/assert.ts'
import { addMinutes } from '../../../domain/values/instant.ts'
import { addDays } from '../../../domain/values/local-date.ts'
import { money } from '../../../domain/values/money.ts'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { billInvariants } from '../../storage/bill-invariants.ts'
import { type MakeDatabase, makeSqlite, onEachEngine } from '../../storage/for-tests.ts'
import { billedOf } from '../../storage/load-bills.ts'
import { findBooking } from '../../storage/load-bookings.ts'
import { booked, draftOf, now, send } from '../for-tests.ts'
import { bookHall, HALL_PRICE, type Held, hallDay, hana, openPaying } from './for-tests.ts'
import { payOnPage } from './pay-on-page.ts'

const hall = 'res_hall-north'
const HOUR_PRICE = HALL_PRICE / 2

interface Paid extends Held {
  readonly space: TestSpace
  readonly paying: Awaited<ReturnType<typeof openPaying>>
  /** Until another minute of the day; gives what waits for its money. */
  extend(until: number): Promise<string>
  holdOf(id: string): ReturnType<typeof findBooking>
}

/** Ten to twelve, paid with the card on file. */
function paid(makeDatabase: MakeDatabase, title: string, work: (paid: Paid) => Promise<void>) {
  test(title, () =>
    inTestSpace(makeDatabase, now, async (space) => {
      const paying = await openPaying(space)
      await paying.addCard('succeeds')
      const held = await bookHall(paying, space)
      await space.runJobs()
      expect(await held.state()).toBe('confirmed')
      const extend = async (until: number) => {
        const outcome = await change(space, held, until)
        if (outcome.kind !== 'held') throw new Error(`not held: ${JSON.stringify(outcome)}`)
        return must(outcome.bookingId, 'it is a booking')
      }
      const holdOf = (id: string) => findBooking(space.storage.read, id)
      await work({ ...held, space, paying, extend, holdOf })
    }),
  )
}

async function change(
  space: TestSpace,
  { id: bookingId }: Pick<Held, 'id'>,
  until: number,
  who = hana,
  { date, from } = { date: hallDay, from: 600 },
) {
  const { body } = await space.request(hana, hall, date, from, until)
  const { choice } = body as { readonly choice: object } // a booking request
  const quote = money(1_000_000, 'EUR')
  return send(space, 'booking.change', { bookingId, choice, quote, ceiling: null }, who)
}

/** What bills have asked for of it, and did not take back. */
async function billed({ id, space }: Paid): Promise<number> {
  return (await billedOf(space.storage.read, [id])).get(id) ?? 0
}

onEachEngine('changes of prepaid bookings', (makeDatabase) => {
  paid(
    makeDatabase,
    '[PREPAID-13] [B-29] [B-30] [P-20] longer, the difference is charged once under its own key, and with it the booking is longer and billed',
    async (one) => {
      const { paying, space } = one
      const hold = await one.extend(780)
      const before = await one.booking()
      expect(before).toMatchObject({ state: 'confirmed', owed: money(HALL_PRICE, 'EUR') })
      expect(await one.holdOf(hold)).toMatchObject({ state: 'held', heldFor: 'payment' })
      await space.runJobs()
      await space.runJobs()
      expect(await paying.states(hold)).toBe('succeeded')
      const after = await one.booking()
      expect(after).toMatchObject({
        ...{ state: 'confirmed', owed: money(HALL_PRICE + HOUR_PRICE, 'EUR') },
        interval: { endsAt: addMinutes(before.interval.endsAt, 60) },
      })
      expect(await one.holdOf(hold)).toMatchObject({ state: 'cancelled', owed: money(0, 'EUR') })
      const story = await paying.story(`bil_${hold.slice(4)}`)
      expect(story.bill.total).toEqual(money(HOUR_PRICE, 'EUR'))
      expect(openOf(story).amountMinor).toBe(0)
      expect(await billed(one)).toBe(HALL_PRICE + HOUR_PRICE)
      expect(await paying.balance('cash:stripe_pending')).toBe(HALL_PRICE + HOUR_PRICE)
      // Made shorter again, what was paid for it goes back by its policy, from the newest bill on.
      expect((await change(space, one, 720)).kind).toBe('confirmed')
      await space.runJobs()
      await space.runJobs()
      const { owed } = await one.booking()
      expect(owed.amountMinor).toBeLessThan(HALL_PRICE + HOUR_PRICE)
      expect(await paying.balance('cash:stripe_pending')).toBe(owed.amountMinor)
      expect(space.log).toEqual([])
    },
  )
})

paid(
  makeSqlite,
  '[PREPAID-14] [B-30] [B-34] not paid in time, its page is closed, the added time is free and the booking is as it was',
  async (one) => {
    const { paying, space } = one
    const before = await one.booking()
    const hold = await one.extend(780)
    expect((await change(space, one, 840)).kind).toBe('refused')
    const page = await payOnPage(paying.ports, { kind: 'booking', id: hold })
    space.now = addMinutes(space.now, 31)
    await space.runJobs()
    expect(await one.holdOf(hold)).toMatchObject({ state: 'lapsed', heldFor: 'payment' })
    await paying.pressOn(page, 'succeeds')
    expect(await one.booking()).toEqual(before)
    expect(await paying.balance('cash:stripe_pending')).toBe(HALL_PRICE)
    expect(await one.extend(780)).not.toBe(hold)
  },
)

paid(
  makeSqlite,
  '[PREPAID-14] [B-34] money that comes when its booking has been cancelled goes back, once',
  async (one) => {
    const { paying, space } = one
    const hold = await one.extend(780)
    const page = await payOnPage(paying.ports, { kind: 'booking', id: hold })
    paying.processor.messageFaults.push(...Array<'drop'>(12).fill('drop'))
    await paying.pressOn(page, 'succeeds')
    expect((await send(space, 'booking.cancel', { bookingId: one.id }, hana)).kind).toBe(
      'confirmed',
    )
    expect(await one.holdOf(hold)).toMatchObject({ state: 'cancelled' })
    paying.processor.messageFaults.length = 0
    await space.runJobs()
    await space.runJobs()
    await space.runJobs()
    const { owed } = await one.booking()
    expect(await paying.balance('cash:stripe_pending')).toBe(owed.amountMinor)
    expect(await billed(one)).toBe(owed.amountMinor)
  },
)

paid(
  makeSqlite,
  '[PREPAID-13] what the team changes is changed at once, and is on the next bill',
  async (one) => {
    expect((await change(one.space, one, 780, 'mem_mara')).kind).toBe('confirmed')
    expect(await one.booking()).toMatchObject({ owed: money(HALL_PRICE + HOUR_PRICE, 'EUR') })
    expect(await billed(one)).toBe(HALL_PRICE)
  },
)

paid(
  makeSqlite,
  '[PREPAID-11] [PREPAID-13] [P-20] credits pay what is added before a card does, and all of it at once',
  async (one) => {
    const payer = { kind: 'member', memberId: hana }
    const grant = { siteId: 'sit_harbour-loft', payer, reason: 'For the noise', validUntil: null }
    await send(one.space, 'credit.grant', { ...grant, amount: money(HOUR_PRICE, 'EUR') })
    const hold = await one.extend(780)
    expect(await one.holdOf(hold)).toMatchObject({ state: 'cancelled' })
    expect(await one.booking()).toMatchObject({ owed: money(HALL_PRICE + HOUR_PRICE, 'EUR') })
    await one.space.runJobs()
    expect(await one.paying.states(hold)).toBe('')
    expect(await billed(one)).toBe(HALL_PRICE + HOUR_PRICE)
    expect(await one.paying.balance('cash:stripe_pending')).toBe(HALL_PRICE)
  },
)

paid(
  makeSqlite,
  '[PREPAID-14] [B-30] money that comes when its booking has begun where it was goes back, once',
  async (one) => {
    const { paying, space } = one
    const { interval } = await one.booking()
    const later = { date: addDays(hallDay, 2), from: 720 }
    space.now = addMinutes(interval.startsAt, -5)
    const outcome = await change(space, one, 900, hana, later)
    expect(outcome).toMatchObject({ kind: 'held', holdExpiresAt: interval.startsAt })
    const hold = must(outcome.kind === 'held' ? outcome.bookingId : null, 'it is held')
    const page = await payOnPage(paying.ports, { kind: 'booking', id: hold })
    space.now = addMinutes(interval.startsAt, 5)
    await paying.pressOn(page, 'succeeds')
    await space.runJobs()
    await space.runJobs()
    expect(await one.holdOf(hold)).toMatchObject({ state: 'cancelled' })
    expect(await one.booking()).toMatchObject({ interval, owed: money(HALL_PRICE, 'EUR') })
    expect(await paying.balance('cash:stripe_pending')).toBe(HALL_PRICE)
  },
)

onEachEngine('bookings that are taken to a place that is paid first', (makeDatabase) => {
  test('[PREPAID-13] [B-30] [P-20] from a room on the next bill to a hall, what it costs more is charged once and billed, and the rest stays on the next bill', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const paying = await openPaying(space)
      await paying.addCard('succeeds')
      const id = await booked(space, 600, 720)
      const booking = async () => must(await findBooking(space.storage.read, id), 'it is there')
      const before = (await booking()).owed.amountMinor
      expect(before).toBeGreaterThan(0)
      const outcome = await change(space, { id }, 720)
      if (outcome.kind !== 'held') throw new Error(`not held: ${JSON.stringify(outcome)}`)
      const hold = must(outcome.bookingId, 'it is a booking')
      expect(await booking()).toMatchObject({ resourceId: 'res_room-drift', state: 'confirmed' })
      await space.runJobs()
      await space.runJobs()
      expect(await paying.states(hold)).toBe('succeeded')
      expect(await booking()).toMatchObject({
        ...{ resourceId: hall, state: 'confirmed', owed: money(HALL_PRICE, 'EUR') },
      })
      const story = await paying.story(`bil_${hold.slice(4)}`)
      expect(story.bill.total).toEqual(money(HALL_PRICE - before, 'EUR'))
      expect(openOf(story).amountMinor).toBe(0)
      const next = (await draftOf(space)).lines.filter(({ source }) => source === id)
      expect(next.map(({ amount }) => amount.amountMinor)).toEqual([before])
      // Let go, all that was paid and is not owed any more goes back.
      expect((await send(space, 'booking.cancel', { bookingId: id }, hana)).kind).toBe('confirmed')
      await space.runJobs()
      await space.runJobs()
      const { owed } = await booking()
      const billedOfIt = (await billedOf(space.storage.read, [id])).get(id) ?? 0
      expect(billedOfIt).toBeLessThanOrEqual(owed.amountMinor)
      expect(await paying.balance('cash:stripe_pending')).toBe(billedOfIt)
      for (const { title, violations } of billInvariants) {
        expect(await violations(space.storage.read), title).toEqual([])
      }
    })
  })
})
