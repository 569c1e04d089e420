/**
 * The one way a wish becomes a fact.
 *
 *   waiting intents, in order of arrival ─▶ one transaction { for each, in a savepoint: parse · may they? · load · decide · write }
 *                                            project the touched documents · append their rows } ─▶ commit ─▶ broadcast as one group
 *
 * Guarantee: every received intent gets exactly one outcome, decided on the server's clock by the same rules the device predicted
 * with, and nothing is broadcast that is not on disk. Up to 64 intents share a transaction, because a disk flush costs more than
 * their decisions. A wish whose decision throws is set aside and does not stop the others.
 */
import { sql } from 'kysely'
import { formatDocumentName, parseDocumentName } from '../../domain/access/document-name.ts'
import { mayCommand } from '../../domain/access/permissions.ts'
import type { AnyIntent } from '../../domain/bookings/intent.ts'
import type { Outcome, SettledIntent } from '../../domain/bookings/outcome.ts'
import { parseIntent } from '../../domain/bookings/parse-intent.ts'
import type { Refusal } from '../../domain/bookings/refusal.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type IntentRow, nextWaiting, settleIntent } from '../storage/intents.ts'
import { lockSettlement } from '../storage/locks.ts'
import { type Storage, StorageFailed, type Tx } from '../storage/storage.ts'
import type { Clock } from '../sync/clock.ts'
import type { ServerDocuments, StagedRow } from '../sync/server-documents.ts'
import type { Decision, Fact, SettlementKind } from './kind.ts'
import { loadActor } from './load-actor.ts'
import type { Projections } from './projections.ts'
import { ClaimRefused, writeFacts } from './write-facts.ts'

export interface Settlement {
  /** Settles everything that waits; gives how many were settled. */
  settleWaiting(): Promise<number>
  /** Something was received: settle soon. Never throws. */
  wake(): void
  /** An act of the space itself (a hold that lapses): facts decided and written the same way, without an intent. */
  act(decide: (tx: Tx, now: Instant) => Promise<readonly Fact[]>): Promise<void>
  /** Called after the commit, with every outcome. */
  onSettled(listener: (settled: SettledIntent) => void): () => void
  /** Projects a document that nobody followed before. False when there is no such document. */
  ensureDocument(name: string): Promise<boolean>
  stop(): Promise<void>
}

const BATCH_MAX = 64
/** After a failure, for instance a database that is away, what waits is looked at again so much later. */
const RETRY_MS = 1_000
/** A claim refused under the settlement's lock means that the facts moved; look again, but not for ever. */
const CLAIM_ATTEMPTS_MAX = 3

export function makeSettlement(ports: {
  readonly storage: Storage
  readonly documents: ServerDocuments
  readonly projections: Projections
  readonly kinds: readonly SettlementKind[]
  readonly now: () => Instant
  /** Does the work once, that much later. */
  readonly after: Clock['after']
  readonly log: (line: string) => void
}): Settlement {
  const { storage, documents, projections, now, log } = ports
  const kinds = new Map(ports.kinds.map((kind) => [kind.kind, kind]))
  const listeners = new Set<(settled: SettledIntent) => void>()
  const setAside = new Set<string>()
  let current: Promise<unknown> = Promise.resolve()
  let isAwake = false
  let isStopped = false

  /** Runs work, stages every document it touched in the same transaction, then broadcasts. */
  async function inOneGroup<T>(
    work: (tx: Tx, at: Instant, touched: Set<string>) => Promise<T>,
  ): Promise<T> {
    const touched = new Set<string>()
    const at = now()
    try {
      const { result, rows } = await storage.transaction(async (tx) => {
        touched.clear()
        await lockSettlement(storage, tx)
        const result = await work(tx, at, touched)
        const rows = await stageAll(tx, touched, at)
        await documents.announce(tx, rows, at)
        return { result, rows }
      })
      documents.committed(rows, at)
      return result
    } catch (error) {
      documents.aborted(touched)
      throw error
    }
  }

  async function stageAll(tx: Tx, names: Iterable<string>, at: Instant): Promise<StagedRow[]> {
    const rows: StagedRow[] = []
    for (const name of [...names].sort()) {
      const sections = await projections.project(tx, name, at)
      const row = sections === null ? null : await documents.stage(tx, name, sections, at)
      if (row !== null) rows.push(row)
    }
    return rows
  }

  async function settleBatch(): Promise<number> {
    const settled = await inOneGroup(async (tx, at, touched) => {
      const waiting = await nextWaiting(tx, BATCH_MAX, setAside)
      const done: SettledIntent[] = []
      for (const row of waiting) {
        const one = await settleOne(tx, row, at, touched)
        if (one !== null) done.push(one)
      }
      return { waiting: waiting.length, done }
    })
    for (const one of settled.done) for (const listener of listeners) listener(one)
    return settled.waiting
  }

  async function settleOne(
    tx: Tx,
    row: IntentRow,
    at: Instant,
    touched: Set<string>,
  ): Promise<SettledIntent | null> {
    for (let attempt = 1; ; attempt += 1) {
      await sql`savepoint one_intent`.execute(tx)
      try {
        const { settled, facts } = await decide(tx, row, at)
        for (const name of await writeFacts(tx, facts, row.member_id, at)) touched.add(name)
        touched.add(formatDocumentName({ kind: 'member', memberId: toId('member', row.member_id) }))
        await settleIntent(tx, row.id, JSON.stringify(settled), at)
        await sql`release savepoint one_intent`.execute(tx)
        return settled
      } catch (error) {
        await sql`rollback to savepoint one_intent`.execute(tx)
        await sql`release savepoint one_intent`.execute(tx)
        if (error instanceof ClaimRefused && attempt < CLAIM_ATTEMPTS_MAX) continue
        setAside.add(row.id)
        log(`The wish ${row.id} could not be settled and waits: ${String(error)}`)
        return null
      }
    }
  }

  async function decide(tx: Tx, row: IntentRow, at: Instant) {
    const parsed = parseIntent(JSON.parse(row.record))
    const intent = parsed.ok ? parsed.value : null
    const decision = parsed.ok
      ? await decideIntent(tx, parsed.value, row, at)
      : refuse({ reason: parsed.problem.kind })
    const request = intent?.kind === 'booking.request' ? intent.body : null
    const settled: SettledIntent = {
      intentId: toId('intent', row.id),
      kind: row.kind as AnyIntent['kind'], // as it was sent; shown, never decided upon
      device: toId('device', row.device_id),
      seq: row.seq,
      settledAt: at,
      wish: request?.choice ?? null,
      siteId: request?.siteId ?? null,
      people: request?.people ?? 1,
      quote: request?.quote ?? null,
      outcome: decision.outcome,
    }
    return { settled, facts: decision.facts }
  }

  async function decideIntent(
    tx: Tx,
    intent: AnyIntent,
    row: IntentRow,
    at: Instant,
  ): Promise<Decision> {
    const actor = await loadActor(tx, row.member_id)
    const kind = must(kinds.get(intent.kind), `somebody settles ${intent.kind}`)
    if (actor === null || intent.id !== row.id) return refuse({ reason: 'not-allowed' })
    const principal = { memberId: actor.id, role: actor.role, siteIds: actor.siteIds }
    if (!mayCommand(principal, intent.kind)) return refuse({ reason: 'not-allowed' })
    return kind.settle(tx, intent, actor, at)
  }

  async function settleWaiting(): Promise<number> {
    let count = 0
    for (;;) {
      const settled = await settleBatch()
      count += settled
      if (settled < BATCH_MAX) return count
    }
  }

  async function loop(): Promise<void> {
    while (isAwake && !isStopped) {
      isAwake = false
      try {
        await settleWaiting()
      } catch (error) {
        log(`Settlement waits: ${String(error)}`)
        // Nobody else would wake it for what waits; a storage that has failed for good is not asked again.
        if (!(error instanceof StorageFailed)) ports.after(RETRY_MS, wake)
      }
    }
  }

  function wake(): void {
    if (isAwake) return
    isAwake = true
    current = current.then(loop)
  }

  return {
    settleWaiting,
    wake,
    act: async (work) => {
      await inOneGroup(async (tx, at, touched) => {
        for (const name of await writeFacts(tx, await work(tx, at), 'space', at)) touched.add(name)
      })
    },
    onSettled: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ensureDocument: async (name) => {
      const parsed = parseDocumentName(name)
      if (parsed === null) return false
      return inOneGroup(async (tx, at, touched) => {
        if ((await projections.project(tx, name, at)) === null) return false
        touched.add(name)
        return true
      })
    },
    stop: async () => {
      isStopped = true
      await current
    },
  }
}

function refuse(refusal: Refusal): { outcome: Outcome; facts: readonly Fact[] } {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, facts: [] }
}
