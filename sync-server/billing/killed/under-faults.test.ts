/**
 * Two members and everything that moves money between them and the space, while the space's process dies behind any of its statements and the
 * processor, which keeps what it knows elsewhere and outlives it, answers late, twice or not at all. A seed is a script of steps: who books the
 * same hall, pays for it on a page or with a card on file, pays a bill, is credited, cancels; whose bank takes money back and decides. Then
 * everything heals, and what is in the books is held against what the processor moved.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { planRefunds } from '../../../domain/billing/paying/refund.ts'
import { addMinutes, type Instant } from '../../../domain/values/instant.ts'
import { money } from '../../../domain/values/money.ts'
import { openTestSpace, sampleAt, type TestSpace } from '../../settlement/for-tests.ts'
import { copyTemplate } from '../../storage/for-tests.ts'
import { invariants } from '../../storage/invariants.ts'
import { refundsOf } from '../../storage/load-paying.ts'
import { parseKept } from '../../storage/parse-kept.ts'
import { openSqlite } from '../../storage/sqlite.ts'
import { openStorage, type Storage } from '../../storage/storage.ts'
import type { Dispute, PaymentIntent, Refund } from '../emulator/objects.ts'
import { withDisputes } from '../feed/disputes.ts'
import { now, send, site } from '../for-tests.ts'
import {
  bookHall,
  openPaying,
  type PayingSpace,
  paySteps,
  takePayStep,
} from '../paying/for-tests.ts'
import { registerPaying } from '../paying/register.ts'
import { makeReconciler } from '../reconcile/keep-reconciled.ts'

class Died extends Error {}

/** Statements that are written by most steps, and by those that a run of jobs follows: behind any of them the process may be over. */
const statements = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 200 }))
/** Drawn alike each time; `npm run properties` draws others. */
const RUNS = 16
const members = ['mem_hana', 'mem_mara'] as const

/** From a start of the process to its end. */
interface Life {
  readonly space: TestSpace
  readonly paying: PayingSpace
  live(statements: number): void
  isDead(): boolean
  close(): Promise<void>
}

interface World {
  readonly folder: string
  readonly processor: Storage
  /** Of a month, open at the beginning. */
  readonly bill: string
  now: Instant
  life: Life
  /** What was booked of the hall, whoever has it. */
  readonly holds: string[]
}

async function begin(folder: string, processor: Storage, at: Instant): Promise<Life> {
  let left = Number.POSITIVE_INFINITY
  const door = openSqlite(folder, (text) => {
    if (!/^\s*select/i.test(text)) left -= 1
    if (left <= 0) throw new Died()
  })
  const storage = await openStorage(door)
  // Nobody pulls the plug here, so nothing has to wait for the disk.
  await sql`pragma synchronous = off`.execute(storage.write)
  const space = await openTestSpace(storage, at, (real) => real)
  const paying = await openPaying(space, processor)
  return {
    ...{ space, paying },
    live: (statements) => {
      left = statements
    },
    isDead: () => left <= 0,
    close: () => storage.close(),
  }
}

const moves = [
  fc.record({ kind: fc.constantFrom('book' as const, 'cancel') }),
  fc.record({
    kind: fc.constant('pay-bill' as const),
    card: fc.constantFrom('succeeds', 'declined', 'disputed'),
  }),
  fc.record({
    kind: fc.constantFrom('credit' as const, 'dispute'),
    minor: fc.integer({ min: 100, max: 14_000 }),
  }),
] as const
const step = fc.oneof(
  ...moves.map((arbitrary) => ({ arbitrary, weight: 2 })),
  fc.record({ kind: fc.constant('decide' as const), how: fc.constantFrom('winning', 'losing') }),
  ...paySteps(['cut-after', 'too-many', 'fails-after', 'no-connection']),
)
const script = fc.array(
  fc.record({
    of: step,
    who: fc.nat(1),
    /** Behind which statement the process is over, if it is. */
    dies: fc.option(statements, { freq: 2 }),
  }),
  { minLength: 8, maxLength: 16, size: 'max' },
)
/** Most begin with money that may go back. */
const paid: Step = { of: { kind: 'pay-bill', card: 'succeeds' }, who: 0, dies: null }
type Step = typeof script extends fc.Arbitrary<readonly (infer One)[]> ? One : never

async function take({ of: one, who }: Step, world: World): Promise<void> {
  const { space, paying } = world.life
  const member = members[who] ?? members[0]
  const hold = world.holds[who % Math.max(1, world.holds.length)] ?? ''
  const { bill } = world
  switch (one.kind) {
    case 'book': {
      const held = await bookHall(paying, space, member).catch(() => null)
      if (held !== null && (await held.state().catch(() => '')) !== '') world.holds.push(held.id)
      return
    }
    case 'cancel':
      if (hold !== '') await send(space, 'booking.cancel', { bookingId: hold }, member)
      return void (await space.runJobs())
    case 'pay-bill':
      return paying.pressOn(await paying.goToPay(bill), one.card).catch(() => undefined) // paid, or led nowhere
    case 'credit': {
      const amount = money(one.minor, 'EUR')
      await send(space, 'bill.credit', { siteId: site, billId: bill, reason: 'No heating', amount })
      return void (await space.runJobs())
    }
    case 'dispute': {
      const [paid] = await kept<PaymentIntent>(world, 'payment_intent', 'succeeded')
      const known = await kept<Dispute>(world, 'dispute')
      const isNew = paid !== undefined && known.every((other) => other.payment_intent !== paid.id)
      if (isNew) await paying.processor.dispute(paid.id, Math.min(one.minor, paid.amount))
      return
    }
    case 'decide': {
      const [open] = await kept<Dispute>(world, 'dispute', 'needs_response')
      const { disputes } = paying.processor.gateway
      if (open !== undefined) {
        await disputes.submitEvidence(open.id, `${one.how}_evidence`, `v1:dsp:${open.id}`)
      }
      return
    }
    default:
      if (hold !== '') await takePayStep(one, paying, space, hold)
  }
}

async function kept<Object extends { status: string }>(
  { processor }: World,
  kind: string,
  status: string | null = null,
): Promise<readonly Object[]> {
  const rows = processor.read.selectFrom('emulated_object').select('body').where('kind', '=', kind)
  const all = (await rows.orderBy('id').execute()).map(({ body }) => parseKept<Object>(body))
  return all.filter((one) => status === null || one.status === status)
}

/** The process may be over in the middle of it; then another begins on what was committed. */
async function play(world: World, one: Step): Promise<void> {
  const { life } = world
  if (one.dies !== null) life.live(one.dies)
  try {
    await take(one, world)
  } catch (error) {
    if (!life.isDead()) throw error
  }
  world.now = life.space.now
  if (life.isDead()) await beginAnew(world)
  else life.live(Number.POSITIVE_INFINITY)
}

async function beginAnew(world: World): Promise<void> {
  await world.life.close()
  world.life = await begin(world.folder, world.processor, world.now)
}

/** Nothing goes wrong any more, disputes that nobody answers are lost, and the books are held against the processor until both are at rest. */
async function heal(world: World): Promise<unknown> {
  await beginAnew(world)
  const { space, paying } = world.life
  const reconciler = makeReconciler({ ...paying.ports, after: () => () => undefined })
  const { takeFact } = registerPaying(paying.ports)
  reconciler.follow(withDisputes(space.storage, () => space.now, takeFact))
  for (let half = 0; half < 24; half += 1) {
    space.now = addMinutes(space.now, half < 12 ? 30 : 24 * 60)
    await space.runJobs()
    if (half >= 11) await reconciler.look()
  }
  return reconciler.look()
}

async function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  const folders = ['space', 'processor'].map((name) =>
    mkdtempSync(join(tmpdir(), `portal-${name}-`)),
  )
  const [folder = '', other = ''] = folders
  try {
    for (const one of folders) await copyTemplate(sampleAt(now), one)
    const processor = await openStorage(openSqlite(other))
    await sql`pragma synchronous = off`.execute(processor.write)
    const life = await begin(folder, processor, now)
    const { bill } = await life.paying.billOf()
    const world: World = { folder, processor, bill: bill.id, now, life, holds: [] }
    try {
      await work(world)
    } finally {
      await world.life.close()
      await processor.close()
    }
  } finally {
    for (const one of folders) rmSync(one, { recursive: true, force: true })
  }
}

async function expectWhole(world: World, looked: unknown): Promise<void> {
  const { space, paying } = world.life
  const { read } = space.storage
  for (const { title, violations } of invariants) expect(await violations(read), title).toEqual([])
  expect(looked).toMatchObject({ drifts: [], sums: [] })
  expect(await paying.balance('dispute_hold')).toBe(0)
  // Of what the processor moved itself: never more back than came, by its own account.
  const refunds = await kept<Refund>(world, 'refund', 'succeeded')
  for (const { id, amount_received } of await kept<PaymentIntent>(world, 'payment_intent')) {
    const own = refunds.filter(({ payment_intent }) => payment_intent === id)
    expect(own.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(amount_received)
  }
  const open = await read.selectFrom('refund').select('id').where('state', '=', 'created').execute()
  expect(open).toEqual([])
  for (const bill of await billsOf(space)) {
    const { byBank, toCards } = planRefunds(await paying.story(bill), await refundsOf(read, [bill]))
    expect([byBank, toCards]).toEqual([[], []])
  }
}

async function billsOf({ storage }: TestSpace): Promise<readonly string[]> {
  const rows = storage.read.selectFrom('payment').select('bill_id').distinct()
  return (await rows.execute()).map(({ bill_id }) => bill_id)
}

test('[BILLING-25] [B-34] [P-21] [P-22] wherever the process dies and whatever the processor does, each purpose is charged once, no place is sold twice, no more comes back than came, and the books are what was moved', {
  timeout: 120_000,
}, async () => {
  const seen = { deaths: 0, paid: 0, refunds: 0, disputes: 0 }
  await fc.assert(
    fc.asyncProperty(script, (steps) =>
      inWorld(async (world) => {
        for (const one of steps.length % 4 === 0 ? steps : [paid, ...steps]) {
          const before = world.life
          await play(world, one)
          if (world.life !== before) seen.deaths += 1
        }
        await expectWhole(world, await heal(world))
        seen.paid += (await kept(world, 'payment_intent', 'succeeded')).length
        seen.refunds += (await kept(world, 'refund')).length
        seen.disputes += (await kept(world, 'dispute')).length
      }),
    ),
    { numRuns: RUNS },
  )
  // What is never reached proves nothing.
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0)
})
