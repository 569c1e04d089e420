/** What a change adds to the dates of a series that were paid first: one hold, one charge, one bill, and the series is never half changed. */
import { expect, test } from 'vitest'
import { openOf } from '../../../domain/billing/payment.ts'
import { addMinutes } from '../../../domain/values/instant.ts'
import { money } from '../../../domain/values/money.ts'
import { type MakeDatabase, makeSqlite, onEachEngine } from '../../storage/for-tests.ts'
import { findBookings } from '../../storage/load-bookings.ts'
import { draftOf, send } from '../for-tests.ts'
import { HALL_PRICE, hana } from '../paying/for-tests.ts'
import { payOnPage } from '../paying/pay-on-page.ts'

import { expectSound, HOUR, inPaidSeries, type PaidSeries, siteId } from './for-tests.ts'

function paid(makeDatabase: MakeDatabase, title: string, work: (one: PaidSeries) => Promise<void>) {
  test(title, () => inPaidSeries(makeDatabase, work))
}

onEachEngine('changes of prepaid series', (makeDatabase) => {
  paid(
    makeDatabase,
    '[PREPAID-17] [B-30] [P-20] [D-31] dates that get longer are charged once and billed together, the one that gets shorter goes back',
    async (one) => {
      const { space, paying } = one
      const cash = () => paying.balance('cash:stripe_pending')
      // The third alone takes two hours more.
      const alone = await one.change(840, 3)
      await space.runJobs()
      expect(await paying.states(alone)).toBe('succeeded')
      expect(await cash()).toBe(8 * HOUR)
      const before = await one.bookings()
      const hold = await one.change(780)
      expect(await one.bookings()).toEqual(before)
      await space.runJobs()
      await space.runJobs()
      expect(await paying.states(hold)).toBe('succeeded')
      const after = await one.bookings()
      expect(after.map(({ interval }) => interval.endsAt)).toEqual(
        before.map(({ interval }) => addMinutes(interval.startsAt, 180)),
      )
      expect(after.map(({ series }) => series?.detached)).toEqual([[], [], []])
      const story = await paying.story(`bil_${hold.slice(4)}`)
      expect(story.bill.lines.map(({ amount }) => amount.amountMinor)).toEqual([HOUR, HOUR])
      expect(openOf(story).amountMinor).toBe(0)
      // What the shorter one owes less is on its way back; what it still owes by its policy stays.
      await space.runJobs()
      const owed = after.reduce((sum, booking) => sum + booking.owed.amountMinor, 0)
      expect(owed).toBeLessThan(10 * HOUR)
      expect(await one.billed()).toBe(owed)
      expect(await cash()).toBe(owed)
      const next = (await draftOf(space)).lines.filter(({ source }) => one.ids.includes(source))
      expect(next).toEqual([])
      await expectSound(space)
      expect(space.log).toEqual([])
    },
  )
})

paid(
  makeSqlite,
  '[PREPAID-17] [B-34] not paid in time all of it lapses, the series is as it was, and money that comes late goes back, once',
  async (one) => {
    const { space, paying } = one
    await paying.addCard('insufficient-funds')
    const before = await one.bookings()
    const hold = await one.change(780)
    const page = await payOnPage(paying.ports, { kind: 'booking', id: hold })
    paying.processor.messageFaults.push(...Array<'drop'>(12).fill('drop'))
    await paying.pressOn(page, 'succeeds')
    await send(space, 'booking.cancel', { bookingId: hold }, hana)
    paying.processor.messageFaults.length = 0
    for (let times = 0; times < 3; times += 1) await space.runJobs()
    expect(await one.bookings()).toEqual(before)
    expect(await paying.balance('cash:stripe_pending')).toBe(3 * HALL_PRICE)
    expect(await one.billed()).toBe(3 * HALL_PRICE)
    await expectSound(space)
  },
)

paid(
  makeSqlite,
  '[PREPAID-17] [PREPAID-14] a date that is cancelled while it waits ends the change of all of them, and what was paid for it goes back',
  async (one) => {
    const { space, paying } = one
    const hold = await one.change(780)
    const page = await payOnPage(paying.ports, { kind: 'booking', id: hold })
    await send(space, 'booking.cancel', { bookingId: one.ids[1] }, hana)
    const holds = await findBookings(
      space.storage.read,
      [1, 2, 3].map((number) => `${hold.slice(0, -1)}${number}`),
    )
    expect(holds.map(({ state }) => state)).toEqual(Array(3).fill('cancelled'))
    await paying.pressOn(page, 'succeeds')
    for (let times = 0; times < 3; times += 1) await space.runJobs()
    const after = await one.bookings()
    expect(after.map(({ state }) => state)).toEqual(['confirmed', 'cancelled', 'confirmed'])
    expect(after[0]?.owed).toEqual(money(HALL_PRICE, 'EUR'))
    const owed = after.reduce((sum, booking) => sum + booking.owed.amountMinor, 0)
    expect(await paying.balance('cash:stripe_pending')).toBe(owed)
    await expectSound(space)
  },
)

paid(
  makeSqlite,
  '[PREPAID-17] [PREPAID-11] credits that pay all that is added change all of them at once; what the team changes is on the next bill',
  async (one) => {
    const { space, paying } = one
    const payer = { kind: 'member', memberId: hana }
    const grant = { siteId, payer, reason: 'For the noise', validUntil: null }
    await send(space, 'credit.grant', { ...grant, amount: money(3 * HOUR, 'EUR') })
    const hold = await one.change(780)
    expect(await paying.states(hold)).toBe('')
    const longer = Array(3).fill(money(3 * HOUR, 'EUR'))
    expect((await one.bookings()).map(({ owed }) => owed)).toEqual(longer)
    expect(await one.billed()).toBe(9 * HOUR)
    await one.change(840, 1, 'mem_mara')
    expect((await one.bookings())[2]?.owed).toEqual(money(4 * HOUR, 'EUR'))
    expect(await one.billed()).toBe(9 * HOUR)
    await space.runJobs()
    expect(await paying.balance('cash:stripe_pending')).toBe(3 * HALL_PRICE)
    await expectSound(space)
  },
)
