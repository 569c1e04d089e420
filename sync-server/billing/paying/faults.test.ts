/** What goes wrong between the portal and whoever moves the money, and that it comes right: each bill charged once, nothing back beyond it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { liveAttempt } from '../../../domain/billing/paying/attempt.ts'
import { addMinutes } from '../../../domain/values/instant.ts'
import { money } from '../../../domain/values/money.ts'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { makeSqlite } from '../../storage/for-tests.ts'
import { refundsOf } from '../../storage/load-paying.ts'
import type { CardName } from '../emulator/cards.ts'
import { now, send, site } from '../for-tests.ts'
import { ask } from './ask.ts'
import { openPaying, type PayingSpace } from './for-tests.ts'

type Work = (paying: PayingSpace, billId: string, space: TestSpace) => Promise<void>

function inPaying(work: Work): Promise<void> {
  return inTestSpace(makeSqlite, now, async (space) => {
    const paying = await openPaying(space)
    await work(paying, (await paying.billOf()).bill.id, space)
  })
}

const fault = (title: string, work: Work) => test(title, () => inPaying(work))

/** The SDK asks three times before it gives up. */
const thrice = <Fault>(one: Fault): readonly Fault[] => [one, one, one]

async function lookAtLive(paying: PayingSpace, billId: string): Promise<void> {
  const live = liveAttempt(await paying.attempts(billId))
  if (live !== null) await ask(paying.ports, live)
}

fault(
  '[PAYING-01] [D-50] an answer that is lost behind the charge is asked for with the same key, and is one charge',
  async (paying, bill) => {
    await paying.addCard('succeeds')
    paying.processor.messageFaults.push(...Array<'drop'>(6).fill('drop'))
    paying.processor.callFaults.push(...thrice('cut-after' as const))
    await paying.collect(bill)
    expect(await paying.states(bill)).toBe('succeeded')
    expect(await paying.balance('cash:stripe_pending')).toBe(14_900)
  },
)

fault(
  '[PAYING-02] while nobody answers nothing is said to be declined, and no other charge is begun',
  async (paying, bill) => {
    await paying.addCard('succeeds')
    for (const one of ['too-many', 'no-connection', 'fails', 'locked', 'wrong-404'] as const) {
      paying.processor.callFaults.push(...thrice(one))
      await paying.collect(bill)
      paying.processor.callFaults.length = 0
      expect(await paying.states(bill)).toBe('unknown')
    }
    await paying.collect(bill)
    expect(await paying.states(bill)).toBe('succeeded')
  },
)

fault(
  '[PAYING-01] killed between the charge and its answer, the next start finds it',
  async (paying, bill, space) => {
    await paying.addCard('succeeds')
    paying.processor.messageFaults.push(...Array<'drop'>(6).fill('drop'))
    paying.processor.callFaults.push(...thrice('cut-after' as const))
    await paying.collect(bill)
    // A day later the key is not sure any more: it is looked for, and never sent again.
    const before = paying.processor.sent.length
    await paying.pass(1)
    expect(await paying.states(bill)).toBe('succeeded')
    const posts = paying.processor.sent.slice(before).filter((one) => one.startsWith('POST'))
    expect(posts).toEqual([])
    expect(space.log).toEqual([])
  },
)

fault(
  '[PAYING-03] [P-22] without any message, who comes back from the page is believed by nobody, and asked about',
  async (paying, bill) => {
    paying.processor.messageFaults.push(...Array<'drop'>(12).fill('drop'))
    await paying.pressOn(await paying.goToPay(bill), 'succeeds')
    expect(await paying.open(bill)).toBe(14_900)
    await lookAtLive(paying, bill)
    expect(await paying.open(bill)).toBe(0)
  },
)

fault(
  '[PAYING-03] [PAYING-13] what is paid on a page after the bank had paid goes back whole',
  async (paying, bill, space) => {
    const page = await paying.goToPay(bill)
    const noted = { siteId: site, billId: bill, method: 'bank', on: '2026-11-20', reference: '' }
    await send(space, 'bill.pay', { ...noted, amount: money(14_900, 'EUR') })
    space.now = addMinutes(space.now, 1)
    await paying.pressOn(page, 'succeeds')
    await space.runJobs()
    expect(await paying.open(bill)).toBe(0)
    expect(await paying.balance('cash:stripe_pending')).toBe(0)
  },
)

fault(
  '[PAYING-09] a lost card is not tried again, and neither is the backup',
  async (paying, bill, space) => {
    await paying.addCard('succeeds')
    await paying.addCard('declines-later')
    await paying.collect(bill)
    expect(await paying.states(bill)).toBe('declined')
    await paying.pressOn(await paying.goToPay(bill), 'lost')
    // On a page its payer takes another card: that is no failure.
    expect(await paying.states(bill)).toBe('declined sent')
    expect(space.log).toEqual([])
  },
)

const cards = ['succeeds', 'declined', 'declines-later', 'needs-authentication', 'lost'] as const
const step = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), card: fc.constantFrom<CardName>(...cards) }),
  fc.record({
    kind: fc.constant('add' as const),
    card: fc.constantFrom<CardName>('succeeds', 'declines-later'),
  }),
  fc.record({ kind: fc.constantFrom('collect' as const, 'day' as const, 'look' as const) }),
  fc.record({
    kind: fc.constantFrom('bank' as const, 'credit' as const),
    euros: fc.integer({ min: 1, max: 149 }),
  }),
  fc.record({
    kind: fc.constant('faults' as const),
    calls: fc.array(
      fc.constantFrom('cut-after', 'too-many', 'fails-after', 'no-connection', null),
      { maxLength: 6 },
    ),
    messages: fc.array(fc.constantFrom('drop', 'twice', 'hold', null), { maxLength: 6 }),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

async function take(one: Step, paying: PayingSpace, bill: string, space: TestSpace): Promise<void> {
  const about = { siteId: site, billId: bill }
  switch (one.kind) {
    case 'pay': {
      const page = await paying.goToPay(bill)
      if (page.kind === 'redirect') await paying.pressOn(page, one.card)
      return
    }
    case 'add':
      return paying.addCard(one.card).catch(() => undefined) // nobody may answer
    case 'collect':
      return paying.collect(bill)
    case 'look':
      return lookAtLive(paying, bill)
    case 'day':
      return paying.pass(1)
    case 'bank': {
      const noted = { ...about, method: 'bank', on: '2026-11-20', reference: '' }
      await send(space, 'bill.pay', { ...noted, amount: money(one.euros * 100, 'EUR') })
      return
    }
    case 'credit':
      await send(space, 'bill.credit', {
        ...about,
        reason: 'x',
        amount: money(one.euros * 100, 'EUR'),
      })
      return
    case 'faults':
      paying.processor.callFaults.push(...one.calls)
      paying.processor.messageFaults.push(...one.messages)
  }
}

test('[PAYING-02] [PAYING-13] [P-21] whatever happens in whatever order, a bill is charged once and gives back no more', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), (steps) =>
      inPaying(async (paying, bill, space) => {
        for (const one of steps) await take(one, paying, bill, space)
        paying.processor.callFaults.length = 0
        paying.processor.messageFaults.length = 0
        await paying.processor.letGo()
        for (let day = 0; day < 3; day += 1) await paying.pass(1)
        const { bill: asked, payments } = await paying.story(bill)
        const refunds = await refundsOf(space.storage.read, [bill])
        const taken = sum(
          payments.filter(({ amount, method }) => method === 'card' && amount.amountMinor > 0),
        )
        const back = sum(refunds.map(({ amount }) => ({ amount })))
        expect(back).toBeLessThanOrEqual(taken)
        expect(taken - back).toBeLessThanOrEqual(asked.total.amountMinor)
        expect(await paying.open(bill)).toBeGreaterThanOrEqual(
          -sum(payments.filter(({ method }) => method === 'bank')),
        )
        // Refunds that wait for an answer say so while nobody answers.
        space.log.length = 0
      }),
    ),
    { numRuns: 4 },
  )
})

function sum(all: readonly { readonly amount: { readonly amountMinor: number } }[]): number {
  return all.reduce((total, { amount }) => total + amount.amountMinor, 0)
}
