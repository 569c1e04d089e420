import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { MemberRole } from '../../../domain/access/role.ts'
import { must } from '../../../domain/values/assert.ts'
import { DAY_MS, toInstant } from '../../../domain/values/instant.ts'
import { money } from '../../../domain/values/money.ts'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { makeSqlite, onEachEngine } from '../../storage/for-tests.ts'
import { now, send, site } from '../for-tests.ts'
import { hana, openPaying, type PayingSpace } from '../paying/for-tests.ts'
import { registerPaying } from '../paying/register.ts'
import { reconcileRoutes } from '../reconcile-routes.ts'
import { makeReconciler, type Reconciler } from './keep-reconciled.ts'

interface Books extends PayingSpace {
  readonly space: TestSpace
  readonly reconciler: Reconciler
  readonly bill: string
}

async function inBooks(
  makeDatabase: Parameters<typeof inTestSpace>[0],
  work: (books: Books) => Promise<void>,
): Promise<void> {
  await inTestSpace(makeDatabase, now, async (space) => {
    const paying = await openPaying(space)
    const reconciler = makeReconciler({
      ...paying.ports,
      after: () => () => undefined, // the test asks for each look
    })
    reconciler.follow(registerPaying(paying.ports).takeFact)
    await work({ ...paying, space, reconciler, bill: (await paying.billOf()).bill.id })
    await reconciler.stop()
  })
}

/** What came by card and did not go back, by the ledger; the processor keeps its fees of it. */
async function received({ balance }: Pick<PayingSpace, 'balance'>): Promise<number> {
  return (await balance('cash:stripe_pending')) + (await balance('fees:stripe'))
}

const silence = Array.from({ length: 8 }, () => 'drop' as const)
const matches = { drifts: [], sums: [], disputed: [] }

onEachEngine('holding the books against the processor', (makeDatabase) => {
  test('[RECONCILE-01] a payment that no message told of is found, and is one payment', async () => {
    await inBooks(makeDatabase, async ({ reconciler, processor, bill, ...paying }) => {
      processor.messageFaults.push(...silence)
      await paying.pressOn(await paying.goToPay(bill), 'succeeds')
      expect(await paying.open(bill)).toBe(14_900)
      expect(await reconciler.look()).toMatchObject({ ...matches, looked: 1 })
      expect(await paying.open(bill)).toBe(0)
      expect(await reconciler.look()).toMatchObject(matches)
      expect((await paying.story(bill)).payments).toHaveLength(1)
    })
  })
})

test('[RECONCILE-01] refunds that were made, and that failed, match too', async () => {
  await inBooks(makeSqlite, async ({ reconciler, processor, space, bill, ...paying }) => {
    await paying.pressOn(await paying.goToPay(bill), 'succeeds')
    const credit = { siteId: site, billId: bill, reason: 'The heating was off' }
    await send(space, 'bill.credit', { ...credit, amount: money(6000, 'EUR') })
    await space.runJobs()
    expect(await reconciler.look()).toMatchObject({ ...matches, looked: 2 })
    processor.messageFaults.push(...silence)
    const refund = await space.storage.read.selectFrom('refund').select('ref').executeTakeFirst()
    await processor.failRefund(must(refund?.ref, 'it was made'))
    expect(await reconciler.look()).toMatchObject(matches)
    expect(await received(paying)).toBe(14_900)
  })
})

test('[RECONCILE-02] what is on one side alone is named, sums that differ are told, and nothing is touched', async () => {
  await inBooks(makeSqlite, async ({ reconciler, processor, ...paying }) => {
    const { gateway } = processor
    await paying.addCard('succeeds')
    const { storage } = paying.ports
    const payer = await storage.read.selectFrom('payer').select('ref').executeTakeFirst()
    const ref = must(payer?.ref, 'they have a card')
    const [method] = await storage.read.selectFrom('pay_method').select('id').execute()
    // Somebody charges it by another program.
    const foreign = await gateway.payments.charge(
      {
        ...{ attemptId: 'of-another-program', payer: ref, method: must(method?.id, 'one card') },
        ...{ amount: money(700, 'EUR'), isOffSession: true, returnUrl: null, capture: 'now' },
      },
      'another-program',
    )
    const id = foreign.ok ? foreign.value.id : ''
    expect(await reconciler.look()).toMatchObject({
      drifts: [{ kind: 'not-here', about: id, amount: money(700, 'EUR') }],
      sums: [{ here: money(0, 'EUR'), there: money(700, 'EUR') }],
    })
    expect(await received(paying)).toBe(0)
  })
})

test('[RECONCILE-02] a payment in the books that the processor does not know is named', async () => {
  await inBooks(makeSqlite, async ({ reconciler, bill, space, ...paying }) => {
    await paying.pressOn(await paying.goToPay(bill), 'succeeds')
    // The processor forgets everything, as if another account's key had been set.
    await space.storage.transaction(async (tx) => {
      for (const kind of ['payment_intent', 'balance_transaction']) {
        await tx.deleteFrom('emulated_object').where('kind', '=', kind).execute()
      }
    })
    expect(await reconciler.look()).toMatchObject({
      drifts: [{ kind: 'not-there', amount: money(14_900, 'EUR') }],
      sums: [{ here: money(14_900, 'EUR'), there: money(0, 'EUR') }],
    })
  })
})

test('[RECONCILE-03] what a dispute has taken is told, and is no difference', async () => {
  await inBooks(makeSqlite, async ({ reconciler, bill, ...paying }) => {
    await paying.pressOn(await paying.goToPay(bill), 'disputed')
    expect(await reconciler.look()).toMatchObject({
      ...matches,
      disputed: [money(14_900, 'EUR')],
    })
  })
})

test('[RECONCILE-05] [MOVEMENT-01] [MOVEMENT-02] what the ledger says the processor holds is its balance, after fees, a refund and a lost dispute', async () => {
  await inBooks(makeSqlite, async ({ reconciler, processor, space, bill, ...paying }) => {
    await paying.pressOn(await paying.goToPay(bill), 'disputed')
    const balance = async () => {
      const { read } = space.storage
      const rows = await read.selectFrom('payment_movement').selectAll().execute()
      return rows.reduce((sum, { amount_minor, fee_minor }) => sum + amount_minor - fee_minor, 0)
    }
    await reconciler.look()
    await reconciler.look()
    expect(await paying.balance('dispute_hold')).toBe(14_900)
    const fee = await paying.balance('fees:stripe')
    expect(fee).toBeGreaterThan(0)
    expect(await paying.balance('cash:stripe_pending')).toBe(-fee)
    expect(await paying.balance('cash:stripe_pending')).toBe(await balance())

    const { gateway } = processor
    const alarm = await space.storage.read.selectFrom('payment_alarm').select('detail').execute()
    const id = must(/dp_\w+/.exec(alarm[0]?.detail ?? '')?.[0], 'it was told of')
    await gateway.disputes.submitEvidence(id, 'losing_evidence', 'v1:dsp:1')
    // What is decided is disputed no more.
    expect(await reconciler.look()).toMatchObject(matches)
    expect(await paying.balance('dispute_hold')).toBe(0)
    expect(await paying.balance('bad_debt')).toBe(14_900)
    expect(await paying.balance('cash:stripe_pending')).toBe(await balance())
    expect(await paying.open(bill)).toBe(0)
  })
})

test('[RECONCILE-04] who keeps the books reads it, nobody else, and a processor that is away leaves the last report', async () => {
  await inBooks(makeSqlite, async ({ reconciler, processor, ports, space }) => {
    const app = new Hono()
    let role: MemberRole | null = 'finance'
    const principal = () => ({
      kind: 'member',
      memberId: hana,
      role,
      siteIds: [site],
      teamId: null,
    })
    reconcileRoutes(
      ports.storage,
      ports.gateway,
      reconciler,
    )(
      app,
      async () => (role === null ? null : ({ principal: principal() } as never)), // only its principal is looked at
    )
    expect(await (await app.request('/api/payments')).json()).toMatchObject({ report: null })
    const look = () => app.request('/api/payments/look', { method: 'POST' })
    expect(await (await look()).json()).toMatchObject({ mode: 'emulator', report: { at: now } })
    space.now = toInstant(now + DAY_MS)
    processor.callFaults.push('key-refused')
    expect((await look()).status).toBe(503)
    expect(await (await app.request('/api/payments')).json()).toMatchObject({ report: { at: now } })
    for (const other of ['member', 'front-desk'] as const) {
      role = other
      expect((await app.request('/api/payments')).status).toBe(404)
      expect((await look()).status).toBe(404)
    }
    role = null
    expect((await look()).status).toBe(401)
  })
})
