import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { money } from '../../domain/values/money.ts'
import { readEnvironment } from '../environment.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { testCards } from './emulator/cards.ts'
import type { GatewayAnswer } from './gateway.ts'
import { modeOf, openProcessor, type Processor } from './open-processor.ts'
import { openGateway } from './stripe/open-gateway.ts'

const space = { PUBLIC_URL: 'https://portal.example', SMTP_URL: 'smtp://mail.example' }
const start = toInstant(Date.UTC(2026, 10, 26, 9))
const [testKey, liveKey] = ['sk_test_0123456789abcdef', 'sk_live_0123456789abcdef']

function modeWith(variables: Readonly<Record<string, string>>): string {
  const read = readEnvironment(variables)
  if (!read.ok) throw new Error(read.problem)
  return modeOf(read.value)
}

function given<Value>(answer: GatewayAnswer<Value>): Value {
  if (!answer.ok) throw new Error(`It was refused: ${answer.kind} ${answer.code}`)
  return answer.value
}

test('[MODE-01] a key decides; without one the sample is played, and a real space takes no payments', () => {
  expect(modeWith({})).toBe('emulator')
  expect(modeWith({ STRIPE_SECRET_KEY: testKey })).toBe('stripe-test')
  expect(modeWith(space)).toBe('off')
  expect(modeWith({ ...space, PORTAL_DEMO_PAYMENTS: '1' })).toBe('emulator')
  expect(modeWith({ ...space, STRIPE_SECRET_KEY: testKey })).toBe('stripe-test')
  expect(modeWith({ ...space, STRIPE_SECRET_KEY: liveKey })).toBe('stripe-live')
})

test('[MODE-01] a live gateway that cannot be reached stays live, and nobody plays in its place', async () => {
  const gateway = openGateway({
    ...{ mode: 'stripe-live', key: liveKey, webhookSecrets: [], now: () => start },
    fetch: () => Promise.reject(new TypeError('No network.')),
  })
  expect(await gateway.payments.get('pi_1')).toMatchObject({ ok: false, kind: 'unknown' })
  expect(gateway.mode).toBe('stripe-live')
})

test('[MODE-02] what the emulator made is never asked of the processor', async () => {
  const asked: string[] = []
  const gateway = openGateway({
    ...{ mode: 'stripe-test', key: testKey, webhookSecrets: [], now: () => start },
    fetch: async ({ url }) => {
      asked.push(url)
      return Response.json({}, { status: 500 })
    },
  })
  const charge = {
    ...{ attemptId: 'att_1', payer: 'cus_emu_1', method: 'pm_emu_1', amount: money(100, 'EUR') },
    ...{ isOffSession: true, returnUrl: null, capture: 'now' as const },
  }
  expect(await gateway.payments.get('pi_emu_1')).toMatchObject({ ok: false, kind: 'invalid' })
  expect(await gateway.payments.charge(charge, 'v1:inv:1')).toMatchObject({ kind: 'invalid' })
  expect(asked).toEqual([])
})

async function inPortal(work: (at: { processor: Processor; app: Hono }) => Promise<void>) {
  const database = await makeSqlite()
  try {
    const read = readEnvironment({})
    let ulids = 0
    const processor = openProcessor({
      ...{
        environment: must(read.ok ? read.value : null, 'it is the sample'),
        log: () => undefined,
      },
      storage: await database.open(),
      clock: { now: (): Instant => start, after: () => () => undefined },
      makeUlid: () => `${++ulids}`.padStart(26, '0'),
      origin: () => 'http://portal.example',
    })
    const app = new Hono()
    for (const routes of processor.routes) routes(app, async () => null)
    await work({ processor, app })
  } finally {
    await database.remove()
  }
}

async function newPage({ gateway }: Processor): Promise<{ id: string; path: string }> {
  const command = { payerId: 'mem_ada', email: 'ada@example.com', name: 'Ada' }
  const payer = given(await gateway.payers.ensure(command, 'v1:cus:mem_ada')).id
  const asked = {
    ...{ attemptId: 'att_1', payer, amount: money(4_200, 'EUR'), keepsMethod: true },
    title: '<b onclick="x">Bill 7</b>',
    returnUrl: 'http://portal.example/paid?page={CHECKOUT_SESSION_ID}',
    cancelUrl: 'http://portal.example/bills',
  }
  const { id, url } = given(await gateway.checkout.create(asked, 'v1:cos:1'))
  return { id, path: new URL(must(url, 'it is open')).pathname }
}

function pressing(app: Hono, path: string, field: string) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return app.request(path, { method: 'POST', body: field, headers })
}

test('[EMULATOR-05] its page has a button for each card, no field, no script, and says that no money moves', async () => {
  await inPortal(async ({ processor, app }) => {
    const { path } = await newPage(processor)
    const answer = await app.request(path)
    const text = await answer.text()
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(text).toContain('no money moves')
    expect(text).toContain('€42.00')
    expect(text).not.toMatch(/<(input|script|b onclick)/)
    expect(text.match(/name="card"/g)?.length).toBe(Object.keys(testCards).length)
    expect((await app.request('/demo-checkout/page.css')).status).toBe(200)
  })
})

test('[EMULATOR-05] a card that says no is said on the page, one that pays leads back to where the portal asked for', async () => {
  await inPortal(async ({ processor, app }) => {
    const { id, path } = await newPage(processor)
    const declined = await pressing(app, path, 'card=declined')
    expect(await declined.text()).toContain('The card was declined. Nothing was paid.')
    const unknown = await pressing(app, path, 'card=__proto__')
    expect(unknown.status).toBe(200)
    const paid = await pressing(app, path, 'card=succeeds')
    expect([paid.status, paid.headers.get('location')]).toEqual([
      303,
      `http://portal.example/paid?page=${id}`,
    ])
    expect((await app.request(path)).status).toBe(303)
    expect(given(await processor.gateway.checkout.get(id)).isPaid).toBe(true)
    expect((await app.request('/demo-checkout/cs_emu_nobodys')).status).toBe(404)
  })
})

test('[EMULATOR-05] whoever has to prove themselves is asked on a page of its own', async () => {
  await inPortal(async ({ processor, app }) => {
    const { id, path } = await newPage(processor)
    const asked = await pressing(app, path, 'card=needs-authentication')
    const prove = must(asked.headers.get('location'), 'it leads on')
    expect(await (await app.request(prove)).text()).toContain('Is this you?')
    const stopped = await pressing(app, prove, 'proven=no')
    expect(stopped.headers.get('location')).toBe(`http://portal.example${path}`)
    const again = must(
      (await pressing(app, path, 'card=needs-authentication')).headers.get('location'),
      'it leads on',
    )
    await pressing(app, again, 'proven=yes')
    expect(given(await processor.gateway.checkout.get(id)).isPaid).toBe(true)
  })
})

test('[FEED-02] the address for messages answers 400 to what is not signed, and 413 to what is too much', async () => {
  await inPortal(async ({ app }) => {
    const send = (body: string) => app.request('/webhooks/stripe', { method: 'POST', body })
    expect((await send('{}')).status).toBe(400)
    expect((await send('x'.repeat(250_001))).status).toBe(413)
    expect((await app.request('/webhooks/stripe', { method: 'POST' })).status).toBe(413)
  })
})
