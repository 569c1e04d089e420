import { expect, test } from 'vitest'
import { must } from '../../../domain/values/assert.ts'
import { addMinutes, type Instant } from '../../../domain/values/instant.ts'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { type MakeDatabase, makeSqlite, onEachEngine } from '../../storage/for-tests.ts'
import { billedOf } from '../../storage/load-bills.ts'
import { findBooking } from '../../storage/load-bookings.ts'
import { now, send } from '../for-tests.ts'
import { look } from './ask.ts'
import { collectBooking } from './collect-booking.ts'
import {
  bookHall,
  HALL_PRICE,
  type Held,
  hana,
  methodsOf,
  openPaying,
  type PayingSpace,
} from './for-tests.ts'
import { agreeToBackup } from './methods.ts'

type Work = (paying: PayingSpace, space: TestSpace, held: Held) => Promise<void>

function held(
  makeDatabase: MakeDatabase,
  title: string,
  work: Work,
  prepare: (paying: PayingSpace) => Promise<void> = async () => undefined,
): void {
  test(title, () =>
    inTestSpace(makeDatabase, now, async (space) => {
      const paying = await openPaying(space)
      await prepare(paying)
      await work(paying, space, await bookHall(paying, space))
    }),
  )
}

const withCard = (paying: PayingSpace) => paying.addCard('succeeds')

async function billsFor({ id }: Held, space: TestSpace) {
  const rows = await space.storage.read.selectFrom('bill').selectAll().execute()
  return rows.filter(({ period_from }) => period_from === id)
}

/** What is charged for it and on no bill yet. */
async function owedFor(id: string, { storage: { read } }: TestSpace): Promise<number> {
  const charged = read
    .selectFrom('ledger_entry')
    .select(({ fn }) => fn.sum('amount_minor').as('minor'))
  const row = await charged
    .where('subject', '=', id)
    .where('account', 'like', 'unbilled:%')
    .executeTakeFirst()
  return Number(row?.minor ?? 0) - ((await billedOf(read, [id])).get(id) ?? 0)
}

const inMinutes = (space: TestSpace, minutes: number): Instant => addMinutes(space.now, minutes)

onEachEngine('prepaid bookings', (makeDatabase) => {
  held(
    makeDatabase,
    '[PREPAID-02] [PREPAID-04] [PREPAID-05] [B-34] the card on file is charged, and with its money it is booked, billed and paid',
    async (paying, space, held) => {
      expect(await held.booking()).toMatchObject({ state: 'held', heldFor: 'payment' })
      await space.runJobs()
      expect(await held.state()).toBe('confirmed')
      expect(await paying.states(held.id)).toBe('succeeded')
      const [bill] = await billsFor(held, space)
      const story = await paying.story(must(bill, 'it is billed').id)
      expect(story.bill.total.amountMinor).toBe(HALL_PRICE)
      expect(story.payments).toMatchObject([{ method: 'card', reference: 'Visa 4242' }])
      expect(await paying.balance('cash:stripe_pending')).toBe(HALL_PRICE)
      expect(await owedFor(held.id, space)).toBe(0)
    },
    withCard,
  )

  held(
    makeDatabase,
    '[PREPAID-06] [PREPAID-07] [B-34] money that comes when somebody else has the place goes back, once',
    async (paying, space, held) => {
      const page = await held.goToPay()
      paying.processor.messageFaults.push(...Array<'drop'>(12).fill('drop'))
      // Nobody who moves the money answers for an hour, so the place is given back.
      space.now = inMinutes(space, 31)
      paying.processor.callFaults.push(...Array<'no-connection'>(9).fill('no-connection'))
      await paying.pressOn(page, 'succeeds')
      await collectBooking(paying.ports, held.id)
      expect(await held.state()).toBe('held')
      space.now = inMinutes(space, 61)
      await collectBooking(paying.ports, held.id)
      expect(await held.state()).toBe('lapsed')
      const other = await bookHall(paying, space, 'mem_mara')
      expect(await other.booking()).toMatchObject({ state: 'held', heldFor: 'confirmation' })
      paying.processor.callFaults.length = 0
      paying.processor.messageFaults.length = 0
      await look(paying.ports, `${held.id}.1`)
      await space.runJobs()
      await space.runJobs()
      expect(await held.state()).toBe('lapsed')
      expect(await paying.balance('cash:stripe_pending')).toBe(0)
      const refunds = await space.storage.read.selectFrom('refund').selectAll().execute()
      expect(refunds.map(({ amount_minor }) => Number(amount_minor))).toEqual([HALL_PRICE])
    },
  )
})

held(
  makeSqlite,
  '[PREPAID-02] [B-34] without a card its member is led to a page, has half an hour there, and cannot be charged twice',
  async (paying, space, held) => {
    await space.runJobs()
    expect(await paying.states(held.id)).toBe('')
    const first = await held.booking()
    space.now = inMinutes(space, 8)
    const taps = await Promise.all([1, 2, 3].map(() => held.goToPay()))
    expect(new Set(taps.map((tap) => (tap.kind === 'redirect' ? tap.url : tap.kind))).size).toBe(1)
    const kept = await held.booking()
    expect('holdExpiresAt' in kept && kept.holdExpiresAt).toBe(inMinutes(space, 30))
    expect('holdExpiresAt' in first && first.holdExpiresAt).toBe(inMinutes(space, 2))
    paying.processor.messageFaults.push(...Array<'twice'>(8).fill('twice'))
    const [tap] = taps
    await paying.pressOn(must(tap, 'there are three'), 'declined')
    expect(await held.state()).toBe('held')
    await paying.pressOn(must(tap, 'there are three'), 'succeeds')
    expect(await held.state()).toBe('confirmed')
    expect(await paying.balance('cash:stripe_pending')).toBe(HALL_PRICE)
    expect(await held.goToPay()).toEqual({ kind: 'paid' })
  },
)

held(
  makeSqlite,
  '[PREPAID-04] a declined card leaves the hold, the backup is tried where it was agreed to, and another one pays on the page',
  async (paying, space, held) => {
    await space.runJobs()
    expect(await paying.states(held.id)).toBe('declined')
    expect(await held.state()).toBe('held')
    await paying.pressOn(await held.goToPay(), 'succeeds')
    expect(await held.state()).toBe('confirmed')
    expect(space.log).toEqual([])
  },
  (paying) => paying.addCard('declines-later'),
)

held(
  makeSqlite,
  '[PREPAID-04] [P-03] the backup is charged once where it was agreed to',
  async (paying, space, held) => {
    const [, second] = (await methodsOf(paying)).methods
    expect(await agreeToBackup(paying.ports, hana, second?.id ?? '')).toBe(true)
    await space.runJobs()
    expect(await paying.states(held.id)).toBe('declined succeeded')
    expect(await held.state()).toBe('confirmed')
  },
  async (paying) => {
    await paying.addCard('succeeds')
    await paying.addCard('declines-later')
  },
)

held(
  makeSqlite,
  '[PREPAID-04] [PREPAID-05] who has to prove who they are is led to a page, and there is one charge',
  async (paying, space, held) => {
    await space.runJobs()
    expect(await paying.states(held.id)).toBe('action-needed')
    expect(await held.state()).toBe('held')
    await paying.pressOn(await held.goToPay(), 'succeeds')
    expect(await held.state()).toBe('confirmed')
    expect(await paying.balance('cash:stripe_pending')).toBe(HALL_PRICE)
  },
  (paying) => paying.addCard('needs-authentication'),
)

held(
  makeSqlite,
  '[PREPAID-06] [B-34] the page of a hold that ran out takes no money any more, and its place is free',
  async (paying, space, held) => {
    const page = await held.goToPay()
    await space.runJobs()
    space.now = inMinutes(space, 30)
    await space.runJobs()
    expect(await held.booking()).toMatchObject({ state: 'lapsed', heldFor: 'payment' })
    expect(await paying.states(held.id)).toBe('cancelled')
    await expect(paying.pressOn(page, 'succeeds')).resolves.toBeUndefined()
    expect(await paying.balance('cash:stripe_pending')).toBe(0)
    const other = await bookHall(paying, space, 'mem_mara')
    expect(await other.booking()).toMatchObject({ state: 'held', heldFor: 'confirmation' })
  },
)

held(
  makeSqlite,
  '[PREPAID-06] what had succeeded when its hold ran out is booked',
  async (paying, space, held) => {
    paying.processor.messageFaults.push(...Array<'drop'>(12).fill('drop'))
    await paying.pressOn(await held.goToPay(), 'succeeds')
    expect(await held.state()).toBe('held')
    space.now = inMinutes(space, 30)
    await space.runJobs()
    expect(await held.state()).toBe('confirmed')
    expect(await paying.balance('cash:stripe_pending')).toBe(HALL_PRICE)
  },
)

held(
  makeSqlite,
  '[PREPAID-07] money that comes late takes the place again where nobody else has it, as a booking of its own',
  async (paying, space, held) => {
    const page = await held.goToPay()
    paying.processor.messageFaults.push(...Array<'drop'>(12).fill('drop'))
    await paying.pressOn(page, 'succeeds')
    space.now = inMinutes(space, 95)
    await collectBooking(paying.ports, held.id)
    expect(await held.state()).toBe('lapsed')
    await look(paying.ports, `${held.id}.1`)
    await space.runJobs()
    expect(await held.state()).toBe('lapsed')
    const again = await findBooking(space.storage.read, `${held.id}.late`)
    expect(again).toMatchObject({ state: 'confirmed', memberId: hana, isPrepaid: true })
    expect(await paying.balance('cash:stripe_pending')).toBe(HALL_PRICE)
    expect(await owedFor(`${held.id}.late`, space)).toBe(0)
  },
)

held(
  makeSqlite,
  '[PREPAID-08] [D-33] [B-17] cancelled, its money goes back to the card by its policy, once',
  async (paying, space, held) => {
    await space.runJobs()
    const outcome = await send(space, 'booking.cancel', { bookingId: held.id }, hana)
    expect(outcome.kind).toBe('confirmed')
    await space.runJobs()
    await space.runJobs()
    const booking = await held.booking()
    const back = booking.state === 'cancelled' ? booking.refundDue.amountMinor : -1
    expect(back).toBeGreaterThan(0)
    expect(await paying.balance('cash:stripe_pending')).toBe(HALL_PRICE - back)
    expect(await owedFor(held.id, space)).toBe(0)
  },
  withCard,
)

held(
  makeSqlite,
  '[PREPAID-09] let go before it is paid it costs nothing, its page is closed, and it cannot be moved meanwhile',
  async (paying, space, held) => {
    const page = await held.goToPay()
    const outcome = await send(space, 'booking.cancel', { bookingId: held.id }, hana)
    expect(outcome.kind).toBe('confirmed')
    await space.runJobs()
    expect(await paying.states(held.id)).toBe('cancelled')
    await paying.pressOn(page, 'succeeds')
    expect(await paying.balance('cash:stripe_pending')).toBe(0)
    expect(await held.goToPay()).toEqual({ kind: 'paid' })
  },
)
