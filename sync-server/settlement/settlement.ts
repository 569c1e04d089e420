/**
 * The one way a wish becomes a fact.
 *
 *   waiting intents, in order of arrival ─▶ one transaction { each in turn: parse · may they? · load · decide; all together: write ·
 *                                            project the touched documents · append their rows } ─▶ commit ─▶ broadcast as one group
 *
 * Guarantee: every received intent gets exactly one outcome, decided on the server's clock by the same rules the device predicted
 * with, and nothing is broadcast that is not on disk. Up to 192 intents share a transaction, because what a
 * transaction costs by itself, a flush and some twenty statements, is more than their decisions. A wish whose decision throws is set aside and does not stop the others.
 */
import { parseDocumentName } from '../../domain/access/document-name.ts'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { nextWaiting } from '../storage/intents.ts'
import { lockSettlement } from '../storage/locks.ts'
import { type Storage, StorageFailed, type Tx } from '../storage/storage.ts'
import type { Clock } from '../sync/clock.ts'
import type { ServerDocuments } from '../sync/server-documents.ts'
import { type Facts, makeKeptFacts } from './kept-facts.ts'
import type { Consequence, Fact, SettlementKind } from './kind.ts'
import { openLedger } from './ledger.ts'
import type { Projections } from './projections.ts'
import { makeSettleRows, NotTogether } from './settle-rows.ts'
import { makeShowAll } from './show-all.ts'
import { type Touched, touchedWhole, untouched } from './shown.ts'
import type { Tell } from './tell.ts'
import { asWritten } from './with-come-back.ts'
import { consequencesOf } from './with-consequences.ts'
import { writeFacts } from './write-facts.ts'

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

/** What waits shares a transaction: as many as fit one statement of each kind, and take some tenths of a second. */
const BATCH_MAX = 192
/** One by one each takes statements of its own, and the transaction is not to become longer for that. */
const SINGLY_MAX = 64
/** After a failure, for instance a database that is away, what waits is looked at again so much later. */
const RETRY_MS = 1_000

export function makeSettlement(ports: {
  readonly storage: Storage
  readonly documents: ServerDocuments
  readonly projections: Projections
  readonly kinds: readonly SettlementKind[]
  readonly consequences: readonly Consequence[]
  /** Told what happened, in the transaction in which it did. */
  readonly tell: Tell
  readonly now: () => Instant
  /** Does the work once, that much later. */
  readonly after: Clock['after']
  readonly log: (line: string) => void
}): Settlement {
  const { storage, documents, projections, consequences, tell, now, log } = ports
  const kinds = new Map(ports.kinds.map((kind) => [kind.kind, kind]))
  const listeners = new Set<(settled: SettledIntent) => void>()
  const setAside = new Set<string>()
  const { isEngineFailure } = storage
  const rules = { kinds, consequences, tell }
  const settleRows = makeSettleRows({ rules, setAside, isEngineFailure, log })
  const kept = makeKeptFacts()
  const showAll = makeShowAll({ documents, projections })
  let current: Promise<unknown> = Promise.resolve()
  let isAwake = false
  let isStopped = false

  /** Runs work, writes every document it touched in the same transaction, then broadcasts. */
  async function inOneGroup<T>(
    work: (facts: Facts, at: Instant) => Promise<readonly [T, Touched]>,
  ): Promise<T> {
    const touched = new Set<string>()
    const at = now()
    try {
      const { result, rows } = await storage.transaction(async (tx) => {
        await lockSettlement(storage, tx)
        const facts = await kept.open(tx)
        const [result, change] = await work(facts, at)
        for (const name of change.names) touched.add(name)
        const rows = await showAll(facts, change, at)
        await documents.announce(tx, rows, at)
        await kept.committing(facts)
        return { result, rows }
      })
      kept.committed()
      documents.committed(rows, at)
      return result
    } catch (error) {
      documents.aborted(touched)
      throw error
    }
  }

  /** Settles some of what waits, in one transaction. `isMore` when there may be more. */
  async function settleSome(): Promise<{ readonly count: number; readonly isMore: boolean }> {
    const inOneWay = (settle: typeof settleRows.together, max: number) =>
      inOneGroup(async (facts, at) => {
        const waiting = await nextWaiting(facts.tx, max, setAside)
        const { settled, count, touched } = await settle(facts, waiting, at)
        const isMore = waiting.length === max || count < waiting.length
        return [{ settled, count, isMore }, touched] as const
      })
    const together = inOneWay(settleRows.together, BATCH_MAX)
    const { settled, count, isMore } = await together.catch((error) => {
      if (!(error instanceof NotTogether)) throw error
      return inOneWay(settleRows.singly, SINGLY_MAX)
    })
    for (const one of settled) for (const listener of listeners) listener(one)
    return { count, isMore }
  }

  async function settleWaiting(): Promise<number> {
    let total = 0
    for (;;) {
      const { count, isMore } = await settleSome()
      total += count
      if (!isMore) return total
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
    act: (work) =>
      inOneGroup(async (facts, at) => {
        const ledger = openLedger(facts, [])
        const decided = await asWritten(ledger, await work(facts.tx, at), at)
        const followed = await consequencesOf(ledger, consequences, decided, at)
        const acts = [...decided, ...followed].map((fact) => ({ actor: 'space', fact }))
        const written = await writeFacts(facts, acts, at)
        await tell(facts, { acts, settled: [] }, at)
        return [undefined, written]
      }),
    onSettled: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ensureDocument: async (name) => {
      const parsed = parseDocumentName(name)
      if (parsed === null) return false
      return inOneGroup(async ({ tx }, at) => {
        const isThere = (await projections.project(tx, name, at)) !== null
        return [isThere, isThere ? touchedWhole([parsed]) : untouched]
      })
    },
    stop: async () => {
      isStopped = true
      await current
    },
  }
}
