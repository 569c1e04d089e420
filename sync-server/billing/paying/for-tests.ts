/** The sample space with its processor: who pays, what is pressed on the demo pages, and messages that arrive where they should. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { DepositAsk } from '../../../domain/billing/deposits/deposit.ts'
import { liveAttempt, type PaymentAttempt } from '../../../domain/billing/paying/attempt.ts'
import { type BillStory, openOf } from '../../../domain/billing/payment.ts'
import type { Booking } from '../../../domain/bookings/booking.ts'
import { dedicatedDeskTier } from '../../../domain/seeds/harbour-loft/tiers.ts'
import { must } from '../../../domain/values/assert.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import { addMinutes, type Instant, toInstant } from '../../../domain/values/instant.ts'
import { toLocalDate } from '../../../domain/values/local-date.ts'
import { money } from '../../../domain/values/money.ts'
import type { TestSpace } from '../../settlement/for-tests.ts'
import { billsOfPayers, findBill } from '../../storage/load-bills.ts'
import { findBooking } from '../../storage/load-bookings.ts'
import { asksOfPayers } from '../../storage/load-deposits.ts'
import { attemptsOf, loadPayer } from '../../storage/load-paying.ts'
import { keepPaymentMode } from '../../storage/payment-mode.ts'
import type { Storage } from '../../storage/storage.ts'
import type { CardName } from '../emulator/cards.ts'
import type { CallFault } from '../emulator/faults.ts'
import { openTestProcessor, type TestProcessor } from '../emulator/for-tests.ts'
import { withDisputes } from '../feed/disputes.ts'
import { catalogueOf, send, site } from '../for-tests.ts'
import { ask } from './ask.ts'
import { collectBill } from './collect.ts'
import { collectBooking } from './collect-booking.ts'
import { startAdding } from './methods.ts'
import { type PageAnswer, payOnPage } from './pay-on-page.ts'
import type { PayingPorts } from './ports.ts'
import { registerPaying } from './register.ts'

export const hana = 'mem_hana'

export interface PayingSpace {
  readonly ports: PayingPorts
  readonly processor: TestProcessor
  readonly log: string[]
  /** The newest bill of somebody of the sample. */
  billOf(payerId?: string): Promise<BillStory>
  story(billId: string): Promise<BillStory>
  open(billId: string): Promise<number>
  attempts(billId: string): Promise<readonly PaymentAttempt[]>
  /** "declined declined succeeded". */
  states(billId: string): Promise<string>
  /** Somebody enters a card on the page they are led to. */
  addCard(card: CardName, payerId?: string): Promise<void>
  /** Somebody asks to pay, and is led somewhere. */
  goToPay(billId: string): Promise<PageAnswer>
  pressOn(answer: PageAnswer, card: CardName): Promise<void>
  /** So many days later, everything that is due is done. */
  pass(days: number): Promise<void>
  /** What the ledger says of an account that begins so. */
  balance(account: string): Promise<number>
  collect(billId: string): Promise<void>
}

/** `kept` is where the processor keeps what it knows: beside the space's own tables, or somewhere that outlives it. */
export async function openPaying(
  space: TestSpace,
  kept: Storage = space.storage,
): Promise<PayingSpace> {
  const { storage } = space
  const log: string[] = []
  await keepPaymentMode(storage, 'emulator')
  const now = (): Instant => space.now
  const processor = openTestProcessor(kept, now, async (body, signature) => {
    const event = must(await processor.gateway.feed.verify(body, signature), 'it is signed')
    const found = await processor.gateway.feed.fetch(event.subject)
    if (found.ok && found.value !== null) await takeFact(found.value)
  })
  let ulids = 0
  const ports: PayingPorts = {
    ...{ storage, settlement: space.settlement, gateway: processor.gateway, now },
    makeUlid: () => `${++ulids}`.padStart(26, '0'),
    origin: () => 'http://portal.example',
    log: (line) => log.push(line),
  }
  const paying = registerPaying(ports)
  const takeFact = withDisputes(storage, now, paying.takeFact)
  for (const [kind, handler] of paying.jobs) space.jobHandlers.set(kind, handler)
  const story = async (billId: string) => must(await findBill(storage.read, billId), 'it is there')
  const attempts = (billId: string) => attemptsOf(storage.read, [billId])
  return {
    ...{ ports, processor, log, story, attempts },
    billOf: async (payerId = hana) => {
      const [newest] = await billsOfPayers(storage.read, [payerId], '')
      return must(newest, 'the sample bills them')
    },
    open: async (billId) => openOf(await story(billId)).amountMinor,
    states: async (billId) => (await attempts(billId)).map((one) => one.standing.state).join(' '),
    addCard: async (card, payerId = hana) => {
      const url = must(await startAdding(ports, payerId, 'EUR'), 'somebody answers')
      const page = checkoutOf(url)
      const pressed = await processor.press(page, card)
      if (pressed.kind === 'prove') await processor.prove(page, true)
      space.now = toInstant(space.now + 1000)
    },
    goToPay: async (billId) => payOnPage(ports, { kind: 'bill', id: billId }),
    pressOn: async (answer, card) => {
      if (answer.kind !== 'redirect') throw new Error(`led nowhere: ${answer.kind}`)
      await processor.press(checkoutOf(answer.url), card)
    },
    pass: async (days) => {
      space.now = toInstant(space.now + days * 86_400_000)
      await space.runJobs()
    },
    balance: async (account) => {
      const sum = storage.read
        .selectFrom('ledger_entry')
        .select(({ fn }) => fn.sum('amount_minor').as('minor'))
        .where('account', 'like', `${account}%`)
      return Number((await sum.executeTakeFirst())?.minor ?? 0)
    },
    collect: (billId) => collectBill(ports, billId),
  }
}

export function checkoutOf(url: string): string {
  return must(/cs_\w+/.exec(url)?.[0], 'a page names its checkout')
}

/** What is on file of somebody. */
export async function methodsOf({ ports }: PayingSpace, payerId = hana) {
  return (await loadPayer(ports.storage.read, payerId, 'emulator')).payMethods
}

/** Two hours of a hall, which is paid when it is booked. */
export const HALL_PRICE = 14_000
export const hallDay = toLocalDate('2026-11-30')

export interface Held {
  readonly id: string
  booking(): Promise<Booking>
  state(): Promise<string>
  /** Its member asks to pay for it. */
  goToPay(): Promise<PageAnswer>
}

export async function bookHall(
  { ports }: PayingSpace,
  space: TestSpace,
  member = hana,
  wish: object = {},
): Promise<Held> {
  const asked = await space.request(member, 'res_hall-north', hallDay, 600, 720)
  const intent = { ...asked, ...wish }
  await space.send(member, intent)
  await space.outcomeOf(intent)
  const id = `bkg_${intent.id.slice(4)}`
  const booking = async () => must(await findBooking(space.storage.read, id), 'it is there')
  return {
    ...{ id, booking, state: async () => (await booking()).state },
    goToPay: () => payOnPage(ports, { kind: 'booking', id }),
  }
}

/** The dearer plan asks for 300, and Hana, who has hot desks, takes it from the next period on. */
export async function askForDeposit(space: TestSpace): Promise<DepositAsk> {
  const { site: here } = await catalogueOf(space)
  const fees = here.billing.fees.map((one) =>
    one.tierId === dedicatedDeskTier ? { ...one, depositMinor: 30_000 } : one,
  )
  const billing = { ...here.billing, fees }
  const saved = { siteId: site, basedOn: fingerprint(here.billing), billing }
  expect((await send(space, 'billing.save', saved)).kind).toBe('confirmed')
  const change = {
    ...{ siteId: site, membershipId: 'msh_hana', forMemberId: null, reason: '' },
    ...{ tierId: dedicatedDeskTier, when: 'next', resolutions: {} },
  }
  const asked = (minor: number) =>
    send(space, 'membership.change', { ...change, quote: money(minor, 'EUR') }, hana)
  expect(await asked(29_900)).toMatchObject({ kind: 'ask-again', price: money(30_000, 'EUR') })
  expect((await asked(30_000)).kind).toBe('confirmed')
  const [found] = await asksOfPayers(space.storage.read, [hana])
  return must(found, 'it is asked for')
}

const card = fc.constantFrom('succeeds', 'declines-later', 'needs-authentication', 'declined')

/** What happens to a place that is held for its money, whoever holds it. `calls` are what may go wrong with a call. */
export function paySteps<Fault extends CallFault>(calls: readonly Fault[]) {
  return [
    fc.record({ kind: fc.constant('pay' as const), card }),
    fc.record({ kind: fc.constant('add' as const), card }),
    fc.record({ kind: fc.constantFrom('collect' as const, 'look') }),
    fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(5, 12, 40, 100) }),
    fc.record({
      kind: fc.constant('faults' as const),
      calls: fc.array(fc.constantFrom(...calls, null), { maxLength: 9 }),
      messages: fc.array(fc.constantFrom('drop', 'twice', null), { maxLength: 6 }),
    }),
  ] as const
}
export type PayStep =
  ReturnType<typeof paySteps>[number] extends fc.Arbitrary<infer One> ? One : never

export async function takePayStep(
  one: PayStep,
  paying: PayingSpace,
  space: TestSpace,
  hold: string,
): Promise<void> {
  switch (one.kind) {
    case 'pay': {
      const page = await payOnPage(paying.ports, { kind: 'booking', id: hold })
      if (page.kind === 'redirect') await paying.pressOn(page, one.card)
      return
    }
    case 'add':
      return paying.addCard(one.card).catch(() => undefined) // nobody may answer
    case 'collect':
      return collectBooking(paying.ports, hold)
    case 'look': {
      const live = liveAttempt(await paying.attempts(hold))
      if (live !== null) await ask(paying.ports, live)
      return
    }
    case 'wait':
      space.now = addMinutes(space.now, one.minutes)
      await space.runJobs()
      return
    case 'faults':
      paying.processor.callFaults.push(...one.calls)
      paying.processor.messageFaults.push(...one.messages)
  }
}

/** Nothing goes wrong any more, and everything that is due is done. */
export async function settleDown(
  paying: PayingSpace,
  space: TestSpace,
  hours: number,
): Promise<void> {
  paying.processor.callFaults.length = 0
  paying.processor.messageFaults.length = 0
  for (let hour = 0; hour < hours; hour += 1) {
    space.now = addMinutes(space.now, 60)
    await space.runJobs()
  }
}
