import { expect, test } from 'vitest'
import { addMinutes } from '../../../domain/values/instant.ts'
import { limits } from '../../../domain/values/limits.ts'
import { addDays, toLocalDate } from '../../../domain/values/local-date.ts'
import { money } from '../../../domain/values/money.ts'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { type MakeDatabase, makeSqlite, onEachEngine } from '../../storage/for-tests.ts'
import { december, november, now, send, site } from '../for-tests.ts'
import { hana, methodsOf, openPaying, type PayingSpace } from './for-tests.ts'
import { agreeToBackup, hasNoRoom, lookForMethods, putFirst, removeMethod } from './methods.ts'

type Work = (paying: PayingSpace, space: TestSpace, billId: string) => Promise<void>

function paid(makeDatabase: MakeDatabase, title: string, work: Work): void {
  test(title, () =>
    inTestSpace(makeDatabase, now, async (space) => {
      const paying = await openPaying(space)
      await work(paying, space, (await paying.billOf()).bill.id)
    }),
  )
}

onEachEngine('paying', (makeDatabase) => {
  paid(
    makeDatabase,
    '[PAYING-01] [P-02] five taps, two tabs and five messages are one payment',
    async (paying, _space, bill) => {
      const taps = await Promise.all([1, 2, 3, 4, 5].map(() => paying.goToPay(bill)))
      const urls = taps.map((tap) => (tap.kind === 'redirect' ? tap.url : tap.kind))
      expect(new Set(urls).size).toBe(1)
      paying.processor.messageFaults.push(...Array<'twice'>(8).fill('twice'))
      await Promise.all([0, 1].map(() => paying.pressOn(taps[0] ?? { kind: 'away' }, 'succeeds')))
      expect(await paying.open(bill)).toBe(0)
      expect((await paying.story(bill)).payments).toHaveLength(1)
      expect(await paying.states(bill)).toBe('succeeded')
      expect(await paying.balance('cash:stripe_pending')).toBe(14_900)
      expect(await paying.goToPay(bill)).toEqual({ kind: 'paid' })
      // What was paid with is kept, as the page said.
      expect((await methodsOf(paying)).methods).toMatchObject([{ brand: 'visa', last4: '4242' }])
    },
  )

  paid(
    makeDatabase,
    '[PAYING-13] [B-17] [D-32] a credit note of a bill that was paid by card goes back to it, once',
    async (paying, space, bill) => {
      await paying.pressOn(await paying.goToPay(bill), 'succeeds')
      const credit = { siteId: site, billId: bill, reason: 'The heating was off' }
      await send(space, 'bill.credit', { ...credit, amount: money(6000, 'EUR') })
      await space.runJobs()
      await space.runJobs()
      expect(await paying.open(bill)).toBe(0)
      expect((await paying.story(bill)).payments.map(({ amount }) => amount.amountMinor)).toEqual([
        14_900, -6000,
      ])
      expect(await paying.balance('cash:stripe_pending')).toBe(8900)
      const refunds = await space.storage.read.selectFrom('refund').selectAll().execute()
      expect(refunds).toMatchObject([{ state: 'sent' }])
      // It never arrives: it is owed again, and somebody pays it back by hand.
      await paying.processor.failRefund(refunds[0]?.ref ?? '')
      await space.runJobs()
      expect(await paying.open(bill)).toBe(-6000)
      expect(await paying.balance('cash:stripe_pending')).toBe(14_900)
      const noted = { siteId: site, billId: bill, method: 'bank', on: '2026-11-24', reference: '' }
      const back = await send(space, 'bill.pay', { ...noted, amount: money(-6000, 'EUR') })
      expect(back.kind).toBe('confirmed')
    },
  )
})

paid(
  makeSqlite,
  '[BILLING-13] [P-02] a part that came by bank leaves the rest, and the page that asked for all is closed',
  async (paying, space, bill) => {
    const first = await paying.goToPay(bill)
    const noted = { siteId: site, billId: bill, method: 'bank', on: '2026-11-20', reference: '' }
    await send(space, 'bill.pay', { ...noted, amount: money(10_000, 'EUR') })
    const second = await paying.goToPay(bill)
    expect(second).not.toEqual(first)
    await paying.pressOn(second, 'succeeds')
    expect(await paying.open(bill)).toBe(0)
    expect(await paying.states(bill)).toBe('cancelled succeeded')
    expect(await paying.balance('cash:stripe_pending')).toBe(4900)
  },
)

paid(
  makeSqlite,
  '[PAYING-07] [D-49] a bill is charged as it is issued, again on days 3, 5 and 7, and blocks by its days',
  async (paying, space) => {
    await paying.addCard('declines-later')
    space.now = december
    await send(space, 'bills.issue', november)
    await space.runJobs()
    const { bill } = await paying.billOf()
    expect(bill.issuedOn).toBe('2026-12-01')
    expect(await paying.states(bill.id)).toBe('declined')
    const days: string[] = []
    for (let day = 1; day <= 9; day += 1) {
      await paying.pass(1)
      days.push(await paying.states(bill.id))
    }
    const tries = (n: number) => Array(n).fill('declined').join(' ')
    expect(days).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 4].map(tries))
    expect((await paying.attempts(bill.id)).map(({ on }) => on)).toEqual(
      ['2026-12-01', '2026-12-04', '2026-12-06', '2026-12-08'].map(toLocalDate),
    )
    // Another card ends it at once.
    await paying.addCard('succeeds')
    await space.runJobs()
    expect(await paying.open(bill.id)).toBe(0)
    const told = await paying.story(bill.id)
    expect(told.payments).toMatchObject([{ method: 'card', reference: 'Visa 4242' }])
  },
)

paid(
  makeSqlite,
  '[PAYING-09] [P-03] the backup is charged when the first is declined, if it was agreed to',
  async (paying, space, bill) => {
    await paying.addCard('succeeds')
    await paying.addCard('declines-later')
    const [, second] = (await methodsOf(paying)).methods
    expect(await agreeToBackup(paying.ports, hana, second?.id ?? '')).toBe(true)
    await paying.collect(bill)
    await space.runJobs()
    expect(await paying.states(bill)).toBe('declined succeeded')
    expect((await paying.attempts(bill))[1]?.method).toMatchObject({ isBackup: true })
  },
)

paid(
  makeSqlite,
  '[PAYING-10] [D-49] who has to prove who they are is led to a page, and there is one charge',
  async (paying, _space, bill) => {
    await paying.addCard('needs-authentication')
    await paying.collect(bill)
    expect(await paying.states(bill)).toBe('action-needed')
    const page = await paying.goToPay(bill)
    await paying.pressOn(page, 'succeeds')
    expect(await paying.open(bill)).toBe(0)
    expect(await paying.balance('cash:stripe_pending')).toBe(14_900)
  },
)

paid(
  makeSqlite,
  '[PAYING-10] unanswered for three days it counts as declined, and is tried by the days',
  async (paying, space, bill) => {
    await paying.addCard('needs-authentication')
    await paying.collect(bill)
    await paying.pass(4)
    await paying.pass(0)
    expect(await paying.states(bill)).toMatch(/^declined/)
    expect((await paying.attempts(bill))[0]?.standing).toMatchObject({ why: 'unproven' })
    expect(space.log).toEqual([])
  },
)

paid(
  makeSqlite,
  '[PAYING-05] [PAYING-06] [P-03] cards are put in order, and the last one stays while something is owed',
  async (paying, _space, bill) => {
    await paying.addCard('succeeds')
    await paying.addCard('declines-later')
    const [newest, oldest] = (await methodsOf(paying)).methods
    expect(newest?.last4).toBe('0341')
    expect(await putFirst(paying.ports, hana, oldest?.id ?? '')).toBe(true)
    expect(await removeMethod(paying.ports, hana, newest?.id ?? '')).toBeNull()
    expect(await removeMethod(paying.ports, hana, oldest?.id ?? '')).toBe('debt')
    await paying.collect(bill)
    expect(await removeMethod(paying.ports, hana, oldest?.id ?? '')).toBe('membership')
    expect((await methodsOf(paying)).methods).toHaveLength(1)
  },
)

paid(
  makeSqlite,
  '[PAYING-05] [P-03] a card beyond as many as are kept is not kept, and that is said',
  async (paying) => {
    for (let n = 0; n < limits.payMethodsMax; n += 1) {
      expect(await hasNoRoom(paying.ports, hana)).toBe(false)
      await paying.addCard('succeeds')
    }
    expect(await lookForMethods(paying.ports, hana)).toBe(true)
    expect(await hasNoRoom(paying.ports, hana)).toBe(true)
    await paying.addCard('declines-later')
    expect(await lookForMethods(paying.ports, hana)).toBe(false)
    expect((await methodsOf(paying)).methods).toHaveLength(limits.payMethodsMax)
  },
)

paid(
  makeSqlite,
  '[PAYING-15] [P-15] [D-49] from day 7 only what is free is booked, from day 14 nothing, and once it is paid everything',
  async (paying, space, bill) => {
    const ask = async () => {
      const day = addDays(toLocalDate(new Date(space.now).toISOString().slice(0, 10)), 2)
      const wish = await space.request(hana, 'res_room-drift', day, 600, 660)
      await space.send(hana, wish)
      const { outcome } = await space.outcomeOf(wish)
      return outcome.kind === 'refused' ? outcome.refusal : outcome.kind
    }
    await paying.addCard('declines-later')
    await paying.collect(bill)
    expect(await ask()).toBe('confirmed')
    space.now = addMinutes(space.now, 7 * 1440)
    expect(await ask()).toEqual({ reason: 'unpaid-bill', isFreeAllowed: true })
    space.now = addMinutes(space.now, 7 * 1440)
    expect(await ask()).toEqual({ reason: 'unpaid-bill', isFreeAllowed: false })
    await paying.pressOn(await paying.goToPay(bill), 'succeeds')
    expect(await ask()).toBe('confirmed')
  },
)

paid(
  makeSqlite,
  '[PAYING-15] [P-12] [P-15] a team’s declined bill keeps each of its people from what costs, nobody else, and what they had booked stands',
  async (paying, space) => {
    // October’s is paid.
    await paying.addCard('declines-later', 'tea_north')
    space.now = december
    await send(space, 'bills.issue', november)
    await space.runJobs()
    const { bill } = await paying.billOf('tea_north')
    expect(await paying.states(bill.id)).toBe('declined')
    const team = await space.storage.read
      .selectFrom('member')
      .select('id')
      .where('team_id', '=', 'tea_north')
      .execute()
    const ask = async (who: string, days: number) => {
      const day = addDays(toLocalDate('2026-12-10'), days)
      const wish = await space.request(who, 'res_room-drift', day, 1080, 1140)
      await space.send(who, wish)
      const { outcome } = await space.outcomeOf(wish)
      return outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind
    }
    expect(await ask('mem_ola', 0)).toBe('confirmed')
    space.now = addMinutes(space.now, 7 * 1440)
    const answers = []
    for (const { id } of team) answers.push(await ask(id, 1))
    expect(team.length).toBeGreaterThan(2)
    expect(new Set(answers)).toEqual(new Set(['unpaid-bill']))
    expect(await ask(hana, 1)).toBe('confirmed')
    const stands = space.storage.read
      .selectFrom('booking')
      .select('state')
      .where('member_id', '=', 'mem_ola')
      .where('state', '=', 'confirmed')
    expect((await stands.execute()).length).toBeGreaterThan(0)
    await paying.pressOn(await paying.goToPay(bill.id), 'succeeds')
    expect(await ask('mem_ola', 4)).toBe('confirmed')
  },
)
