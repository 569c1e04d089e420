import { expect, test } from 'vitest'
import { must } from '../../../domain/values/assert.ts'
import { type Instant, toInstant } from '../../../domain/values/instant.ts'
import { money } from '../../../domain/values/money.ts'
import { type MakeDatabase, makeSqlite, onEachEngine } from '../../storage/for-tests.ts'
import type { ChargeCommand, GatewayAnswer, PaymentGateway } from '../gateway.ts'
import { type CardName, cardNames } from './cards.ts'
import { openTestProcessor, type TestProcessor } from './for-tests.ts'

const start = toInstant(Date.UTC(2026, 10, 26, 9))
const urls = { returnUrl: 'http://portal.example/paid', cancelUrl: 'http://portal.example/bills' }

function given<Value>(answer: GatewayAnswer<Value>): Value {
  if (!answer.ok) throw new Error(`It was refused: ${answer.kind} ${answer.code}`)
  return answer.value
}

async function newPayer({ payers }: PaymentGateway): Promise<string> {
  const command = { payerId: 'mem_ada', email: 'ada@example.com', name: 'Ada' }
  return given(await payers.ensure(command, 'v1:cus:mem_ada')).id
}

async function savedCard({ gateway, press }: TestProcessor, payer: string, card: CardName) {
  const command = { attemptId: `set_${card}`, payer, currency: 'EUR', ...urls }
  const setup = given(await gateway.methods.startSetup(command, `v1:seti:${card}`))
  await press(setup.checkout, card)
  return must(given(await gateway.checkout.get(setup.checkout)).method, 'it was entered')
}

function chargeOf(payer: string, method: string, more: Partial<ChargeCommand> = {}): ChargeCommand {
  return {
    ...{ attemptId: 'att_1', payer, method, amount: money(4_200, 'EUR'), isOffSession: true },
    ...{ returnUrl: null, capture: 'now', ...more },
  }
}

async function newPage({ checkout }: PaymentGateway, payer: string, keepsMethod = false) {
  const amount = money(4_200, 'EUR')
  const command = { attemptId: 'att_1', payer, amount, title: 'Bill 7', keepsMethod, ...urls }
  return given(await checkout.create(command, 'v1:cos:1')).id
}

async function inProcessor(
  makeDatabase: MakeDatabase,
  work: (processor: TestProcessor, pass: (ms: number) => void) => Promise<void>,
): Promise<void> {
  const database = await makeDatabase()
  try {
    let now: Instant = start
    const processor = openTestProcessor(await database.open(), () => now)
    await work(processor, (ms) => {
      now = toInstant(now + ms)
    })
  } finally {
    await database.remove()
  }
}

test('[EMULATOR-01] refuses what the portal does not declare, and keeps nothing of it', async () => {
  await inProcessor(makeSqlite, async ({ emulator }) => {
    const send = (method: string, path: string, body?: string) =>
      emulator.fetch(
        new Request(`https://processor.example${path}`, {
          ...{ method, headers: { 'idempotency-key': 'k1' } },
          ...(body === undefined ? {} : { body }),
        }),
      )
    const answers = [
      await send('POST', '/v1/subscriptions', 'customer=cus_1'),
      await send('GET', '/v1/customers'),
      await send('POST', '/v1/customers', 'nickname=ada'),
      await send('POST', '/v1/payment_intents', 'amount=4.2&currency=eur'),
      await send('POST', '/v1/payment_intents', 'currency=eur'),
      await send('POST', '/v1/refunds', 'reason=no_such_reason'),
      await send('POST', '/v1/customers', '__proto__[email]=ada'),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } })
    }
    // The key is free still: a call that was refused may be corrected and sent again.
    expect((await send('POST', '/v1/customers', 'email=ada%40example.com')).status).toBe(200)
  })
})

test('[EMULATOR-02] a card that says no leaves the page open for another, in the same payment', async () => {
  await inProcessor(makeSqlite, async ({ gateway, press }) => {
    const page = await newPage(gateway, await newPayer(gateway))
    const refused = ['declined', 'insufficient-funds', 'expired', 'lost'] as const
    for (const card of refused) expect((await press(page, card)).kind).toBe('declined')
    const tried = given(await gateway.checkout.get(page))
    expect(tried).toMatchObject({ state: 'open', isPaid: false })
    await press(page, 'succeeds')
    expect(given(await gateway.checkout.get(page))).toMatchObject({
      ...{ state: 'complete', payment: tried.payment },
    })
  })
})

test('[EMULATOR-02] whoever proves who they are has paid, whoever does not may try again', async () => {
  await inProcessor(makeSqlite, async ({ gateway, press, prove }) => {
    const payer = await newPayer(gateway)
    const page = await newPage(gateway, payer, true)
    expect((await press(page, 'needs-authentication')).kind).toBe('prove')
    const payment = must(given(await gateway.checkout.get(page)).payment, 'it was begun')
    expect(await prove(payment, false)).toContain(page)
    expect((await press(page, 'needs-authentication')).kind).toBe('prove')
    expect(await prove(payment, true)).toBe(urls.returnUrl)
    expect(await prove(payment, true)).toBe(urls.returnUrl)
    expect(given(await gateway.payments.get(payment)).state).toBe('succeeded')
    expect(given(await gateway.methods.list(payer))).toMatchObject([{ last4: '3184' }])
  })
})

test('[EMULATOR-02] a page that nobody used ends with its day', async () => {
  await inProcessor(makeSqlite, async ({ gateway, press }, pass) => {
    const page = await newPage(gateway, await newPayer(gateway))
    pass(24 * 3_600_000)
    expect(await press(page, 'succeeds')).toEqual({ kind: 'complete' })
    expect(given(await gateway.checkout.get(page))).toMatchObject({
      ...{ state: 'expired', isPaid: false, payment: null },
    })
  })
})

test('[EMULATOR-02] every card of the page does what it is called', async () => {
  await inProcessor(makeSqlite, async (processor) => {
    const { gateway, press } = processor
    const payer = await newPayer(gateway)
    const found: Record<string, string> = {}
    for (const card of cardNames) {
      const command = { attemptId: `set_${card}`, payer, currency: 'EUR', ...urls }
      const setup = given(await gateway.methods.startSetup(command, `v1:seti:${card}`))
      found[card] = (await press(setup.checkout, card)).kind
    }
    expect(found).toEqual({
      ...{ succeeds: 'complete', 'needs-authentication': 'prove', disputed: 'complete' },
      ...{ declined: 'declined', 'insufficient-funds': 'declined', expired: 'declined' },
      ...{ lost: 'declined', 'declines-later': 'complete' },
    })
  })
})

test('[EMULATOR-04] a disputed charge is gone until it is won, and cannot be refunded meanwhile', async () => {
  await inProcessor(makeSqlite, async (processor) => {
    const { gateway, received } = processor
    const payer = await newPayer(gateway)
    const method = await savedCard(processor, payer, 'disputed')
    const payment = given(await gateway.payments.charge(chargeOf(payer, method), 'v1:inv:1'))
    const told = received.find(({ type }) => type === 'charge.dispute.created')
    const id = must(told, 'it is told').subject.id
    expect(given(await gateway.disputes.get(id))).toMatchObject({
      ...{ payment: payment.id, state: 'needs-response', isRefundable: false },
    })
    const command = { refundId: 'ref_1', payment: payment.id, amount: payment.amount }
    expect(await gateway.refunds.create(command, 'v1:rf:1')).toMatchObject({ kind: 'disputed' })
    const won = await gateway.disputes.submitEvidence(id, 'winning_evidence', 'v1:dsp:1')
    expect(given(won).state).toBe('won')
    const moved = given(await gateway.feed.balanceSince(start, null)).items
    expect(moved.map(({ kind, amount }) => [kind, amount.amountMinor])).toEqual([
      ['adjustment', 4_200],
      ['adjustment', -4_200],
      ['charge', 4_200],
    ])
  })
})

test('[PAYMENTS-05] a refund that the bank sends back is told of, and may be made again', async () => {
  await inProcessor(makeSqlite, async (processor) => {
    const { gateway, failRefund, received } = processor
    const payer = await newPayer(gateway)
    const method = await savedCard(processor, payer, 'succeeds')
    const { id, amount } = given(await gateway.payments.charge(chargeOf(payer, method), 'v1:inv:1'))
    const command = { refundId: 'ref_1', payment: id, amount }
    const refund = given(await gateway.refunds.create(command, 'v1:rf:1'))
    await failRefund(refund.id)
    expect(received.at(-1)).toMatchObject({ type: 'refund.failed', subject: { id: refund.id } })
    expect(given(await gateway.refunds.get(refund.id)).state).toBe('failed')
    const again = await gateway.refunds.create({ ...command, refundId: 'ref_2' }, 'v1:rf:2')
    expect(again.ok).toBe(true)
  })
})

test('[PAYMENTS-11] a charge whose answer is lost is unknown, and the same key finds the one that was made', async () => {
  await inProcessor(makeSqlite, async (processor) => {
    const { gateway, callFaults } = processor
    const payer = await newPayer(gateway)
    const method = await savedCard(processor, payer, 'succeeds')
    // The SDK itself tries three times.
    const lost = [['cut-after', 'cut-after', 'cut-after'], ['wrong-body'], ['wrong-404']] as const
    for (const [index, faults] of lost.entries()) {
      const command = chargeOf(payer, method, { attemptId: `att_${index}` })
      callFaults.push(...faults)
      const key = `v1:inv:${index}`
      expect(await gateway.payments.charge(command, key)).toMatchObject({
        ...{ ok: false, kind: 'unknown', retry: 'same-key' },
      })
      expect(given(await gateway.payments.charge(command, key)).state).toBe('succeeded')
    }
    const charges = given(await gateway.feed.balanceSince(start, null)).items
    expect(charges.length).toBe(lost.length)
  })
})

test('[PAYMENTS-11] a time-out that the SDK repeats is one charge, and nobody notices', async () => {
  await inProcessor(makeSqlite, async (processor) => {
    const { gateway, callFaults, sent } = processor
    const payer = await newPayer(gateway)
    const method = await savedCard(processor, payer, 'succeeds')
    callFaults.push('cut-after')
    const answer = await gateway.payments.charge(chargeOf(payer, method), 'v1:inv:1')
    expect(given(answer).state).toBe('succeeded')
    expect(sent.filter((one) => one === 'POST /v1/payment_intents').length).toBe(2)
    expect(given(await gateway.feed.balanceSince(start, null)).items.length).toBe(1)
  })
})

test('[PAYMENTS-02] too many calls and a refused key did nothing, and may be sent again', async () => {
  await inProcessor(makeSqlite, async ({ gateway, callFaults }) => {
    const command = { payerId: 'mem_ben', email: 'ben@example.com', name: 'Ben' }
    for (const fault of ['too-many', 'key-refused'] as const) {
      callFaults.push(fault)
      expect(await gateway.payers.ensure(command, 'v1:cus:mem_ben')).toMatchObject({
        ...{ ok: false, kind: 'unavailable', retry: 'same-key' },
      })
    }
    expect((await gateway.payers.ensure(command, 'v1:cus:mem_ben')).ok).toBe(true)
  })
})

onEachEngine('whatever is done at once', (makeDatabase) => {
  test('[EMULATOR-02] five taps in two tabs are one payment', async () => {
    await inProcessor(makeDatabase, async (processor) => {
      const { gateway, press, received } = processor
      const page = await newPage(gateway, await newPayer(gateway))
      const taps = Array.from({ length: 5 }, () => press(page, 'succeeds'))
      expect(await Promise.all(taps)).toEqual(taps.map(() => ({ kind: 'complete' })))
      const done = given(await gateway.checkout.get(page))
      expect(done).toMatchObject({ state: 'complete', isPaid: true, url: null })
      const payments = received.filter(({ type }) => type === 'payment_intent.succeeded')
      expect(payments.map(({ subject }) => subject.id)).toEqual([done.payment])
    })
  })

  test('[EMULATOR-03] what it keeps survives a restart', async () => {
    const database = await makeDatabase()
    const before = openTestProcessor(await database.open(), () => start)
    const payer = await newPayer(before.gateway)
    const method = await savedCard(before, payer, 'succeeds')
    const paid = given(await before.gateway.payments.charge(chargeOf(payer, method), 'v1:inv:1'))
    const after = openTestProcessor(await database.open(), () => start)
    expect(given(await after.gateway.payments.charge(chargeOf(payer, method), 'v1:inv:1'))).toEqual(
      paid,
    )
    await database.remove()
  })

  test('[PAYMENTS-01] the same charge twice at the same moment is one payment', async () => {
    await inProcessor(makeDatabase, async (processor) => {
      const { gateway } = processor
      const payer = await newPayer(gateway)
      const method = await savedCard(processor, payer, 'succeeds')
      const answers = await Promise.all(
        [1, 2, 3].map(() => gateway.payments.charge(chargeOf(payer, method), 'v1:inv:1')),
      )
      expect(new Set(answers.map((answer) => given(answer).id)).size).toBe(1)
    })
  })
})
