/** What a change adds to the dates of a series that were paid first: one hold, one charge, one bill, and the series is never half changed. */
import { expect, test } from 'vitest'
import { openOf } from '../../../domain/billing/payment.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import { addMinutes } from '../../../domain/values/instant.ts'
import { addDays, toLocalDate } from '../../../domain/values/local-date.ts'
import { money } from '../../../domain/values/money.ts'
import { inTestSpace, intentOf, type TestSpace } from '../../settlement/for-tests.ts'
import { billInvariants } from '../../storage/bill-invariants.ts'
import { type MakeDatabase, makeSqlite, onEachEngine } from '../../storage/for-tests.ts'
import { billedOf } from '../../storage/load-bills.ts'
import { findBookings } from '../../storage/load-bookings.ts'
import { draftOf, now, send } from '../for-tests.ts'
import { HALL_PRICE, hana, openPaying, type PayingSpace } from './for-tests.ts'
import { payOnPage } from './pay-on-page.ts'

const siteId = toId('site', 'sit_harbour-loft')
const hall = toId('resource', 'res_hall-north')
const monday = toLocalDate('2026-11-30')
const plenty = money(1_000_000, 'EUR')
const HOUR = HALL_PRICE / 2
const dates = [0, 7, 14].map((days) => addDays(monday, days))

interface Paid {
  readonly space: TestSpace
  readonly paying: PayingSpace
  readonly ids: readonly string[]
  bookings(): Promise<readonly Booking[]>
  /** All of them, or those from one on, from ten until another minute; gives the first of what waits for its money. */
  change(until: number, from?: number, who?: string): Promise<string>
  /** What bills ask for of them, and did not take back. */
  billed(): Promise<number>
}

/** Three Mondays in the hall, ten to twelve, paid with the card on file. */
function paid(makeDatabase: MakeDatabase, title: string, work: (paid: Paid) => Promise<void>) {
  test(title, () =>
    inTestSpace(makeDatabase, now, async (space) => {
      const paying = await openPaying(space)
      await paying.addCard('succeeds')
      const intent = await booking(space)
      await space.send(hana, intent)
      await space.outcomeOf(intent)
      await space.runJobs()
      const ids = [1, 2, 3].map((number) => `bkg_${intent.id.slice(4)}.${number}`)
      const bookings = async () => {
        const found = new Map(
          (await findBookings(space.storage.read, ids)).map((one) => [`${one.id}`, one]),
        )
        return ids.map((id) => must(found.get(id), 'it is there'))
      }
      expect(new Set((await bookings()).map(({ state }) => state))).toEqual(new Set(['confirmed']))
      const change = async (until: number, from = 1, who = hana) => {
        const meant = (await bookings()).slice(from - 1)
        return changed(space, meant, { until, from, who })
      }
      const billed = async () =>
        [...(await billedOf(space.storage.read, ids)).values()].reduce((sum, one) => sum + one, 0)
      await work({ space, paying, ids, bookings, change, billed })
    }),
  )
}

async function choiceOf(space: TestSpace, date: string, until: number) {
  const { body } = await space.request('', hall, toLocalDate(date), 600, until)
  return (body as { readonly choice: object }).choice // a booking request
}

async function booking(space: TestSpace) {
  const occurrences = await Promise.all(
    dates.map(async (date, index) => {
      const choice = await choiceOf(space, date, 720)
      return { kind: 'book', number: index + 1, choice, quote: plenty }
    }),
  )
  const rule = { rhythm: { kind: 'weekly', weekdays: [1] }, every: 1, startOn: monday }
  const recurrence = { ...rule, end: { kind: 'count', count: 3 } }
  const body = { siteId, resourceId: hall, recurrence, span: { from: 600, until: 720 } }
  const how = { people: 1, note: '', payWith: 'personal', mode: 'exactly' }
  return intentOf(space.now, 'series.request', { ...body, ...how, occurrences })
}

async function changed(
  space: TestSpace,
  meant: readonly Booking[],
  { until, from, who }: { readonly until: number; readonly from: number; readonly who: string },
): Promise<string> {
  const bookings = await Promise.all(
    meant.map(async ({ id, wall }) => {
      const choice = await choiceOf(space, wall.start.date, until)
      return { bookingId: id, choice, quote: plenty }
    }),
  )
  const intent = intentOf(space.now, 'series.change', {
    seriesId: must(meant[0]?.series, 'they are of a series').id,
    scope: { kind: 'following', occurrence: from },
    edit: { span: { from: 600, until }, resourceId: null },
    bookings,
  })
  await space.send(who, intent)
  const { outcome } = await space.outcomeOf(intent)
  if (outcome.kind !== 'series') throw new Error(JSON.stringify(outcome))
  return `bkg_${intent.id.slice(4)}.${from}`
}

async function expectSound({ storage }: TestSpace): Promise<void> {
  for (const { title, violations } of billInvariants) {
    expect(await violations(storage.read), title).toEqual([])
  }
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
