/**
 * The documents that only the server writes: projections of SQL kept as logs of Yjs updates.
 *
 *   stage (inside the settlement's transaction) ─▶ commit ─▶ committed: broadcast, as one group
 *                                                 └▶ abort  ─▶ aborted: the touched residents are thrown away
 *
 * Persist before broadcast. What followers are sent comes from rows on disk alone, never from a resident document, which may
 * hold a change that is not committed yet. A resident writes under a random client id of its own, new in every process.
 */
import * as Y from 'yjs'
import type { Sections } from '../../domain/values/sections.ts'
import {
  appendRow,
  type DocumentHead,
  type DocumentRow,
  readHead,
  readRows,
  startEpoch,
} from '../storage/document-log.ts'
import type { Reader, Storage, Tx } from '../storage/storage.ts'
import { writeSections } from './section-writer.ts'

export interface StagedRow {
  readonly name: string
  readonly epoch: string
  readonly n: number
  readonly bytes: Uint8Array
}

/** What somebody who holds `n` of `epoch` needs to hold the head. */
export interface CatchUp {
  readonly head: Pick<DocumentHead, 'epoch' | 'n'>
  readonly with: 'current' | 'rows' | 'snapshot'
  readonly rows: readonly DocumentRow[]
}

export interface ServerDocuments {
  stage(tx: Tx, name: string, sections: Sections, at: number): Promise<StagedRow | null>
  committed(rows: readonly StagedRow[], at: number): void
  aborted(names: Iterable<string>): void
  /** Null when the document was never projected. */
  catchUp(name: string, epoch: string | null, n: number): Promise<CatchUp | null>
  onGroup(listener: (rows: readonly StagedRow[], at: number) => void): () => void
}

interface Resident {
  readonly doc: Y.Doc
  head: DocumentHead
}

/** Residents kept in memory: a document costs some 15 times its encoded size. The oldest go first. */
const RESIDENTS_MAX = 300
/** Beyond it a snapshot is smaller and quicker than rows. */
const ROWS_SENT_MAX = 100
/** Distinct writers of one epoch: one per process start. Each costs every replica a state-vector entry for ever. */
const CLIENT_IDS_MAX = 64
/** An epoch is rebuilt when its rows weigh this many times a fresh encoding, looked at once every so many rows. */
const WASTE_MAX = 4
const WASTE_LOOKED_AT_EVERY = 64
const WASTE_BYTES_MIN = 64_000
const SNAPSHOTS_MAX = 200

export function makeServerDocuments(storage: Storage, makeEpoch: () => string): ServerDocuments {
  const residents = new Map<string, Resident>()
  const snapshots = new Map<string, { key: string; bytes: Uint8Array }>()
  const listeners = new Set<(rows: readonly StagedRow[], at: number) => void>()

  async function load(tx: Tx, name: string): Promise<Resident> {
    const head = (await readHead(tx, name)) ?? (await startEpoch(tx, name, makeEpoch()))
    const known = residents.get(name)
    if (known !== undefined && known.head.epoch === head.epoch && known.head.n <= head.n) {
      for (const row of await rowsBetween(tx, known.head, head)) Y.applyUpdate(known.doc, row.bytes)
      known.head = head
      return known
    }
    const doc = new Y.Doc({ gc: true })
    for (const row of await readRows(tx, head, 0)) Y.applyUpdate(doc, row.bytes)
    const resident = { doc, head }
    residents.delete(name)
    residents.set(name, resident)
    dropOldest(residents, RESIDENTS_MAX)
    return resident
  }

  async function stage(tx: Tx, name: string, sections: Sections, at: number) {
    let resident = await load(tx, name)
    if (isWorn(resident)) {
      const head = await startEpoch(tx, name, makeEpoch())
      resident = { doc: new Y.Doc({ gc: true }), head }
      residents.set(name, resident)
    }
    const isNew = resident.head.n === 0
    const bytes = writeSections(resident.doc, sections) ?? (isNew ? emptyUpdate() : null)
    if (bytes === null) return null
    resident.head = await appendRow(tx, resident.head, bytes, at)
    return { name, epoch: resident.head.epoch, n: resident.head.n, bytes }
  }

  async function snapshotOf(reader: Reader, head: DocumentHead): Promise<Uint8Array> {
    const key = `${head.epoch}/${head.n}`
    const kept = snapshots.get(head.name)
    if (kept?.key === key) return kept.bytes
    const doc = new Y.Doc({ gc: true })
    for (const row of await readRows(reader, head, 0))
      if (row.n <= head.n) Y.applyUpdate(doc, row.bytes)
    const bytes = Y.encodeStateAsUpdate(doc)
    doc.destroy()
    snapshots.delete(head.name)
    snapshots.set(head.name, { key, bytes })
    dropOldest(snapshots, SNAPSHOTS_MAX)
    return bytes
  }

  return {
    stage,
    committed: (rows, at) => {
      if (rows.length > 0) for (const listener of listeners) listener(rows, at)
    },
    aborted: (names) => {
      for (const name of names) residents.delete(name)
    },
    catchUp: async (name, epoch, n) => {
      const head = await readHead(storage.read, name)
      if (head === null || head.n === 0) return null
      if (head.epoch === epoch && n === head.n) return { head, with: 'current', rows: [] }
      if (head.epoch === epoch && n < head.n && head.n - n <= ROWS_SENT_MAX && n > 0) {
        const rows = (await readRows(storage.read, head, n)).filter((row) => row.n <= head.n)
        return { head, with: 'rows', rows }
      }
      const bytes = await snapshotOf(storage.read, head)
      return { head, with: 'snapshot', rows: [{ n: head.n, bytes }] }
    },
    onGroup: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function rowsBetween(tx: Tx, from: DocumentHead, to: DocumentHead) {
  return from.n === to.n ? [] : readRows(tx, to, from.n)
}

function isWorn({ doc, head }: Resident): boolean {
  if (doc.store.clients.size > CLIENT_IDS_MAX) return true
  if (head.n % WASTE_LOOKED_AT_EVERY !== 0 || head.bytes < WASTE_BYTES_MIN) return false
  return head.bytes > WASTE_MAX * Y.encodeStateAsUpdate(doc).byteLength
}

/** An empty document still has a first row, so that a follower learns that it is there and empty. */
function emptyUpdate(): Uint8Array {
  return Y.encodeStateAsUpdate(new Y.Doc())
}

function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return
    map.delete(key)
  }
}
