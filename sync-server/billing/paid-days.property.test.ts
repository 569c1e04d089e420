/**
 * A day is one account, whatever becomes of its parts (BILLING-23), through the real settlement, pages and refunds: two members book, pay at once or
 * leave the page open, come back to it too late, cancel, move, and are given their time back by the space, which now asks for its money at once and
 * now by the month. What fails is printed with the seed and the shortest story that fails as well.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chargesOfBooking } from '../../domain/billing/charge.ts'
import { dayCosts, dayPartOf } from '../../domain/billing/days/day-cost.ts'
import { DAY } from '../../domain/billing/days/day-lines.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toInterval } from '../../domain/values/interval.ts'
import { addDays, type LocalDate } from '../../domain/values/local-date.ts'
import { instantOf } from '../../domain/values/zone.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { bookingsOfMembers } from '../storage/load-bookings.ts'
import { catalogueOf, draftOf, now, send, thursday } from './for-tests.ts'
import { openPaying, type PayingSpace } from './paying/for-tests.ts'
import { type PageAnswer, payOnPage } from './paying/pay-on-page.ts'

const table = 'res_flex'
const people = ['mem_hana', 'mem_ines'] as const
const days: readonly LocalDate[] = [thursday, addDays(thursday, 1)]
const WORLDS = 12
const STEPS_MAX = 24
/** A story that fails is shortened for so long, and printed. */
const SHRINK_MS = 45_000

const who = fc.constantFrom(...people)
const time = {
  from: fc.integer({ min: 16, max: 36 }).map((half) => half * 30),
  minutes: fc.integer({ min: 2, max: 8 }).map((half) => half * 30),
  on: fc.constantFrom(...days),
}
const step = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      ...{ kind: fc.constant('book' as const), who, ...time },
      next: fc.constantFrom('pay' as const, 'pay', 'go-to-pay', 'leave-it'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('press' as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('cancel' as const), who, which: fc.nat() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('take-back' as const), who, which: fc.nat() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('move' as const), who, which: fc.nat(), ...time }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      minutes: fc.integer({ min: 1, max: 45 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('ask-later' as const), isPrepaid: fc.boolean() }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

interface Story {
  readonly space: TestSpace
  readonly paying: PayingSpace
  /** Pages that somebody has before them. */
  readonly pages: PageAnswer[]
}

/** Half a day at the long table for 15, a day for 25. */
async function price({ storage }: TestSpace, isPrepaid: boolean): Promise<string> {
  return storage.transaction(async (tx) => {
    const rates = await tx.selectFrom('rate').select(['id', 'body']).execute()
    const { id, body } = must(
      rates.find((one) => one.body.includes(table)),
      'the sample prices it',
    )
    const prices = { hourMinor: 500, halfDayMinor: 1500, dayMinor: 2500, isPrepaid }
    const changed = JSON.stringify({ ...JSON.parse(body), ...prices })
    await tx.updateTable('rate').set({ body: changed }).where('id', '=', id).execute()
    return id
  })
}

async function perform(story: Story, one: Step): Promise<void> {
  const { space, paying, pages } = story
  switch (one.kind) {
    case 'book': {
      const until = Math.min(1200, one.from + one.minutes)
      const wish = await space.request(one.who, table, one.on, one.from, until)
      await space.send(one.who, wish)
      const { outcome } = await space.outcomeOf(wish)
      if (outcome.kind !== 'held' || one.next === 'leave-it') return
      const page = await payOnPage(paying.ports, { kind: 'booking', id: outcome.bookingId })
      if (one.next === 'pay') return press(paying, page)
      pages.push(page)
      return
    }
    case 'press': {
      const [page] = pages.splice(one.which % Math.max(1, pages.length), 1)
      if (page !== undefined) await press(paying, page)
      return
    }
    case 'cancel':
    case 'take-back': {
      const some = await standing(space, one)
      const by = one.kind === 'cancel' ? one.who : 'mem_mara'
      if (some !== undefined) await send(space, 'booking.cancel', { bookingId: some.id }, by)
      return
    }
    case 'move': {
      const some = await standing(space, one)
      if (some !== undefined) await move(space, some, one)
      return
    }
    case 'pass':
      space.now = toInstant(space.now + one.minutes * 60_000)
      await space.runJobs()
      return
    case 'ask-later':
      await price(space, one.isPrepaid)
      return
  }
}

/** There may be nothing to pay any more. */
async function press(paying: PayingSpace, page: PageAnswer): Promise<void> {
  if (page.kind === 'redirect') await paying.pressOn(page, 'succeeds')
}

async function move(
  space: TestSpace,
  { id, memberId }: Booking,
  { on, from, minutes }: Extract<Step, { kind: 'move' }>,
): Promise<void> {
  const catalogue = await catalogueOf(space)
  const at = (minute: number) => instantOf(catalogue.zone, { date: on, minute })
  const interval = toInterval(at(from), at(Math.min(1200, from + minutes)))
  const choice = choiceAt(catalogue, toId('resource', table), interval)
  const quote = { amountMinor: 1_000_000, currency: 'EUR' }
  await send(space, 'booking.change', { bookingId: id, choice, quote, ceiling: null }, memberId)
}

async function standing(space: TestSpace, one: { readonly who: string; readonly which: number }) {
  const own = (await bookingsOf(space, one.who)).filter(({ state }) => state === 'confirmed')
  return own[one.which % Math.max(1, own.length)]
}

/** What was ever booked at the table on those days, in order of their ids. */
async function bookingsOf({ storage }: TestSpace, memberId: string): Promise<readonly Booking[]> {
  const all = (await bookingsOfMembers(storage.read, [memberId], now)).get(memberId) ?? []
  return all.filter(
    (one) => one.resourceId === table && days.some((day) => day === one.wall.start.date),
  )
}

/** Nobody is on a page any more, what is held lapses, and what is owed back goes back. */
async function comeToRest({ space, pages }: Story): Promise<void> {
  pages.length = 0
  for (const minutes of [60, 60, 1]) {
    space.now = toInstant(space.now + minutes * 60_000)
    while ((await space.runJobs()) > 0);
  }
}

/** What bills and credit notes have asked for of these bookings, and for what their days cost less. */
async function billedFor({ storage }: TestSpace, isOwn: (source: string) => boolean) {
  const rows = await storage.read
    .selectFrom('bill_line')
    .select(['source', 'amount_minor'])
    .execute()
  const own = rows.filter(({ source }) => source !== null && isOwn(source))
  return own.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
}

/** Each day as it costs, and beside it what is of no day. */
function costOf(bookings: readonly Booking[]): number {
  const charges = bookings.flatMap((booking) => chargesOfBooking(booking, ''))
  const parts = charges.flatMap((charge) => dayPartOf(charge, charge.amount.amountMinor) ?? [])
  const owed = charges.reduce((sum, { amount }) => sum + amount.amountMinor, 0)
  return [...dayCosts(parts).values()].reduce(
    (sum, { together, instead }) => sum + together - instead,
    owed,
  )
}

/** What the bill of the month would ask for of the same. */
async function stillToAsk(space: TestSpace, memberId: string, isOwn: (source: string) => boolean) {
  const { lines } = await draftOf(space, memberId)
  const own = lines.filter(({ source }) => isOwn(source))
  return own.reduce((sum, { amount }) => sum + amount.amountMinor, 0)
}

test('[BILLING-23] [PREPAID-18] whatever two members book, pay, leave unpaid, move and give back, their days cost what the rule says and the money is there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: STEPS_MAX, size: 'max' }),
      async (steps) =>
        inTestSpace(makeSqlite, now, async (space) => {
          const rateId = await price(space, true)
          const paying = await openPaying(space)
          const cash = () => paying.balance('cash:stripe_pending')
          const before = await cash()
          const story: Story = { space, paying, pages: [] }
          for (const one of steps) await perform(story, one)
          await comeToRest(story)
          let asked = 0
          for (const memberId of people) {
            const bookings = await bookingsOf(space, memberId)
            const sources = new Set(
              bookings.flatMap((one) => chargesOfBooking(one, '').map(({ source }) => source)),
            )
            const isOwn = (source: string) =>
              sources.has(source) ||
              days.some((day) => source.startsWith(`${DAY}${memberId}/${day}/${rateId}/`))
            const billed = await billedFor(space, isOwn)
            const still = await stillToAsk(space, memberId, isOwn)
            asked += billed
            expect(billed + still).toBe(costOf(bookings))
          }
          expect((await cash()) - before).toBe(asked)
        }),
    ),
    { numRuns: WORLDS, interruptAfterTimeLimit: SHRINK_MS },
  )
})
