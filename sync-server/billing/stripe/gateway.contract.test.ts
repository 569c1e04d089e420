/**
 * What the portal counts on, of whatever is behind the port. It runs on the emulator always, and on the processor's own test mode when
 * STRIPE_TEST_KEY is set: the only judge of whether the emulator plays it right.
 */
import { randomUUID } from 'node:crypto'
import Stripe from 'stripe'
import { afterAll, describe, expect, test } from 'vitest'
import { must } from '../../../domain/values/assert.ts'
import { type Instant, toInstant } from '../../../domain/values/instant.ts'
import { money } from '../../../domain/values/money.ts'
import { makeSqlite } from '../../storage/for-tests.ts'
import { openTestProcessor } from '../emulator/for-tests.ts'
import type { GatewayAnswer, PaymentGateway } from '../gateway.ts'
import { openGateway } from './open-gateway.ts'

type Card = 'succeeds' | 'declines-later' | 'needs-authentication'

interface Side {
  readonly gateway: PaymentGateway
  now(): Instant
  /** A method of the payer that behaves like the test card of that name. */
  methodOf(payer: string, card: Card): Promise<string>
  close(): Promise<void>
}

/** Keys and ids of one run: the processor remembers those of the runs before. */
const run = randomUUID()
let calls = 0
const fresh = (what: string) => `${what}-${run}-${++calls}`
const urls = { returnUrl: 'http://portal.example/a', cancelUrl: 'http://portal.example/b' }

async function openEmulated(): Promise<Side> {
  const database = await makeSqlite()
  const now = toInstant(Date.UTC(2026, 10, 26, 9))
  const { gateway, press, prove } = openTestProcessor(await database.open(), () => now)
  return {
    ...{ gateway, now: () => now, close: () => database.remove() },
    methodOf: async (payer, card) => {
      const command = { attemptId: fresh('seti'), payer, currency: 'EUR', ...urls }
      const { checkout } = given(await gateway.methods.startSetup(command, fresh('v1:seti')))
      if ((await press(checkout, card)).kind === 'prove') await prove(checkout, true)
      return must(given(await gateway.checkout.get(checkout)).method, 'the setup is complete')
    },
  }
}

async function openReal(key: string): Promise<Side> {
  const now = () => toInstant(Date.now())
  const stripe = new Stripe(key)
  const names = { succeeds: 'pm_card_visa', 'declines-later': 'pm_card_chargeCustomerFail' }
  const methods = { ...names, 'needs-authentication': 'pm_card_authenticationRequired' }
  return {
    gateway: openGateway({ mode: 'stripe-test', key, webhookSecrets: [], now }),
    now,
    methodOf: async (payer, card) =>
      (await stripe.paymentMethods.attach(methods[card], { customer: payer })).id,
    close: async () => undefined,
  }
}

function given<Value>(answer: GatewayAnswer<Value>): Value {
  if (!answer.ok) throw new Error(`It was refused: ${answer.kind} ${answer.code}`)
  return answer.value
}

function suite(title: string, open: () => Promise<Side>): void {
  describe(title, () => {
    let opened: Promise<Side> | null = null
    const side = () => (opened ??= open())
    afterAll(async () => (await opened)?.close())

    async function newPayer() {
      const command = { payerId: fresh('payer'), email: 'ada@example.com', name: 'Ada' }
      return given(await (await side()).gateway.payers.ensure(command, fresh('v1:cus'))).id
    }

    async function charge(card: Card, amountMinor = 4_200) {
      const { gateway, methodOf } = await side()
      const payer = await newPayer()
      const command = {
        ...{ attemptId: fresh('attempt'), payer, method: await methodOf(payer, card) },
        ...{ amount: money(amountMinor, 'EUR'), isOffSession: true, returnUrl: null },
        capture: 'now' as const,
      }
      const key = fresh('v1:inv')
      return { gateway, command, key, answer: await gateway.payments.charge(command, key) }
    }

    test('[PAYMENTS-01] a card is charged, and the same key again is the same payment', async () => {
      const { gateway, command, key, answer } = await charge('succeeds')
      const payment = given(answer)
      expect(payment).toMatchObject({
        ...{ state: 'succeeded', amount: command.amount, received: command.amount },
        ...{ payer: command.payer, attemptId: command.attemptId, failure: null },
      })
      expect(given(await gateway.payments.charge(command, key)).id).toBe(payment.id)
      expect(given(await gateway.payments.get(payment.id))).toEqual(payment)
    })

    test('[PAYMENTS-02] the same key with another amount is a conflict, not a decline', async () => {
      const { gateway, command, key } = await charge('succeeds')
      const dearer = { ...command, amount: money(4_300, 'EUR') }
      expect(await gateway.payments.charge(dearer, key)).toMatchObject({
        ...{ ok: false, kind: 'conflict', retry: 'never' },
      })
    })

    test('[PAYMENTS-02] a card that says no is declined with its payment named', async () => {
      const { answer, gateway } = await charge('declines-later')
      expect(answer).toMatchObject({ ok: false, kind: 'declined', retry: 'new-attempt' })
      const ref = answer.ok ? '' : must(answer.ref, 'a payment was made')
      expect(given(await gateway.payments.get(ref))).toMatchObject({
        ...{ state: 'needs-method', failure: { code: 'card_declined' } },
      })
    })

    test('[PAYMENTS-03] who has to prove themselves is led to a page, for the same payment', async () => {
      const { answer, gateway, command } = await charge('needs-authentication')
      expect(answer).toMatchObject({ ok: false, kind: 'action-required', retry: 'never' })
      const ref = answer.ok ? '' : must(answer.ref, 'a payment was made')
      const how = { method: command.method, returnUrl: urls.returnUrl }
      const resumed = given(await gateway.payments.resume(ref, how, fresh('v1:res')))
      expect(resumed.payment).toMatchObject({ id: ref, state: 'needs-action' })
      expect(resumed.redirect?.url).toMatch(/^https?:/)
      expect(given(await gateway.payments.cancel(ref, fresh('v1:can'))).state).toBe('canceled')
    })

    test('[PAYMENTS-04] an attempt is found by its id, and one that was never made is not', async () => {
      const { gateway, command, answer } = await charge('succeeds')
      const sought = { payer: command.payer, since: given(answer).createdAt }
      const find = (attemptId: string) => gateway.payments.findByAttempt({ ...sought, attemptId })
      expect(given(await find(command.attemptId))?.id).toBe(given(answer).id)
      expect(given(await find('never-made'))).toBeNull()
    })

    test('[PAYMENTS-05] what was received is given back, never more', async () => {
      const { gateway, answer } = await charge('succeeds')
      const payment = given(answer).id
      const refund = (amountMinor: number) =>
        gateway.refunds.create(
          { refundId: fresh('refund'), payment, amount: money(amountMinor, 'EUR') },
          fresh('v1:rf'),
        )
      const first = given(await refund(4_000))
      expect(first).toMatchObject({ payment, amount: money(4_000, 'EUR'), state: 'succeeded' })
      expect(given(await gateway.refunds.get(first.id))).toEqual(first)
      expect((await refund(201)).ok).toBe(false)
      expect((await refund(200)).ok).toBe(true)
      expect((await refund(1)).ok).toBe(false)
    })

    test('[PAYMENTS-06] money that is set aside is captured once, or let go', async () => {
      const { gateway, methodOf } = await side()
      const payer = await newPayer()
      const method = await methodOf(payer, 'succeeds')
      const setAside = async () =>
        given(
          await gateway.payments.charge(
            {
              ...{ attemptId: fresh('attempt'), payer, method, amount: money(10_000, 'EUR') },
              ...{ isOffSession: true, returnUrl: null, capture: 'later' },
            },
            fresh('v1:dep'),
          ),
        )
      const kept = await setAside()
      expect(kept.state).toBe('needs-capture')
      const captured = await gateway.payments.capture(kept.id, money(6_000, 'EUR'), fresh('v1:cap'))
      expect(given(captured)).toMatchObject({ state: 'succeeded', received: money(6_000, 'EUR') })
      const late = await gateway.payments.cancel(kept.id, fresh('v1:can'))
      expect(late).toMatchObject({ ok: false, kind: 'conflict' })
      const other = await setAside()
      expect(given(await gateway.payments.cancel(other.id, fresh('v1:can'))).state).toBe('canceled')
    })

    test('[PAYMENTS-07] methods are listed, the default is set, and what is detached is gone', async () => {
      const { gateway, methodOf } = await side()
      const payer = await newPayer()
      const id = await methodOf(payer, 'succeeds')
      const listed = given(await gateway.methods.list(payer))
      expect(listed).toMatchObject([{ id, payer, kind: 'card', brand: 'visa', last4: '4242' }])
      const preferred = await gateway.payers.setDefaultMethod(payer, id, fresh('v1:def'))
      expect(given(preferred).defaultMethod).toBe(id)
      expect(given(await gateway.methods.detach(id, fresh('v1:det'))).payer).toBeNull()
      expect(given(await gateway.methods.list(payer))).toEqual([])
    })

    test('[PAYMENTS-08] a page is open until it is ended, and leads somewhere meanwhile', async () => {
      const { gateway } = await side()
      const payer = await newPayer()
      const made = given(
        await gateway.checkout.create(
          {
            ...{ attemptId: fresh('attempt'), payer, amount: money(4_200, 'EUR') },
            ...{ title: 'Bill 7', keepsMethod: true, ...urls },
          },
          fresh('v1:cos'),
        ),
      )
      expect(made).toMatchObject({ mode: 'payment', state: 'open', isPaid: false, payer })
      expect(made.url).toMatch(/^https?:/)
      const ended = given(await gateway.checkout.expire(made.id, fresh('v1:exp')))
      expect(ended).toMatchObject({ state: 'expired', url: null })
      expect(given(await gateway.checkout.get(made.id)).state).toBe('expired')
    })

    test('[PAYMENTS-09] what happened and what the balance moved can be asked for afterwards', async () => {
      const { gateway, answer } = await charge('succeeds', 5_500)
      const payment = given(answer)
      const events = given(await gateway.feed.listSince(payment.createdAt, null)).items
      expect(
        events.some(
          ({ type, subject }) => type === 'payment_intent.succeeded' && subject.id === payment.id,
        ),
      ).toBe(true)
      const moved = given(await gateway.feed.balanceSince(payment.createdAt, null)).items
      expect(
        moved.some(({ kind, amount }) => kind === 'charge' && amount.amountMinor === 5_500),
      ).toBe(true)
    })

    test('[PAYMENTS-02] what is not there is invalid, and is not asked for again', async () => {
      const { gateway } = await side()
      const none = await gateway.payments.get('pi_none')
      expect(none).toMatchObject({ ok: false, kind: 'invalid', retry: 'never' })
    })
  })
}

suite('the port on the emulator', openEmulated)

const key = process.env['STRIPE_TEST_KEY'] ?? ''
if (/^(sk|rk)_test_/.test(key)) suite("the port on the processor's test mode", () => openReal(key))
else console.log("not run: the port on the processor's test mode, without a STRIPE_TEST_KEY")
