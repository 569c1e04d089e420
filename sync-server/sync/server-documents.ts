/**
 * The documents that only the server writes: projections of SQL kept as logs of Yjs updates.
 *
 *   stage (inside the settlement's transaction) ─▶ commit ─▶ committed: broadcast, as one group
 *                                                 └▶ abort  ─▶ aborted: the touched residents are thrown away
 *
 * Persist before broadcast. What followers are sent comes from rows on disk alone, never from a resident, which may
 * hold a change that is not committed yet. Everything is written under one random client id, new in every process.
 */
import * as Y from 'yjs'
import { must } from '../../domain/values/assert.ts'
import type { Edit, Sections } from '../../domain/values/sections.ts'
import {
  appendRows,
  type DocumentHead,
  type DocumentRow,
  readHead,
  readRows,
} from '../storage/document-log.ts'
import type { Storage, Tx } from '../storage/storage.ts'
import { type RowPlace, writeNotices } from './commit-notice.ts'
import { isContiguous } from './kept.ts'
import { makeResidents, type Resident } from './residents.ts'
import { writeEdits, writeSections } from './section-writer.ts'
import { makeSnapshots, type Snapshots } from './snapshots.ts'

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

export interface Amended {
  readonly rows: readonly StagedRow[]
  readonly rest: readonly string[]
}

export interface ServerDocuments {
  /** Tells this server's commits from those of others over the same database. */
  readonly serverId: string
  /** Makes each document hold its sections; gives the rows of those that changed. `basis` says what the sections were made of. */
  stage(
    tx: Tx,
    documents: ReadonlyMap<string, Sections>,
    at: number,
    basis?: string,
  ): Promise<readonly StagedRow[]>
  /** Changes single entries of the documents that hold what this basis gives. The `rest` has to be staged whole. */
  amend(
    tx: Tx,
    documents: ReadonlyMap<string, readonly Edit[]>,
    at: number,
    basis: string,
  ): Promise<Amended>
  /** To be called in the transaction, after the last row: other servers will hear of them. */
  announce(tx: Tx, rows: readonly RowPlace[], at: number): Promise<void>
  committed(rows: readonly StagedRow[], at: number): void
  aborted(names: Iterable<string>): void
  /** Null when the document was never projected. */
  catchUp(name: string, epoch: string | null, n: number): Promise<CatchUp | null>
  onGroup(listener: (rows: readonly StagedRow[], at: number) => void): () => void
}

/** Beyond it a snapshot is smaller and quicker than rows. */
const ROWS_SENT_MAX = 100
/** An epoch may be replaced while it is being read; more often than this is no coincidence. */
const READS_MAX = 5

export function makeServerDocuments(
  storage: Storage,
  makeEpoch: () => string,
  snapshots: Snapshots = makeSnapshots(),
): ServerDocuments {
  const serverId = makeEpoch()
  const residents = makeResidents(makeEpoch)
  const listeners = new Set<(rows: readonly StagedRow[], at: number) => void>()

  /** Keeps each change as a row; a change of null is none. */
  async function append(
    tx: Tx,
    changes: readonly { readonly resident: Resident; readonly bytes: Uint8Array | null }[],
    at: number,
  ): Promise<readonly StagedRow[]> {
    const changed = changes.flatMap(({ resident, bytes }) =>
      bytes === null ? [] : [{ resident, head: resident.head, bytes }],
    )
    for (const { resident } of changed) resident.changedIn = tx
    const heads = await appendRows(tx, changed, at)
    return changed.map(({ resident, bytes }, index) => {
      resident.head = must(heads[index], 'every row gives a head')
      const { name, epoch, n } = resident.head
      return { name, epoch, n, bytes }
    })
  }

  return {
    serverId,
    stage: async (tx, documents, at, basis) => {
      const opened = await residents.open(tx, [...documents.keys()])
      const changes = opened.map((resident) => {
        const sections = must(documents.get(resident.head.name), 'it was opened by this name')
        resident.basis = basis ?? null
        return { resident, bytes: writeSections(resident.written, sections) ?? firstRow(resident) }
      })
      return append(tx, changes, at)
    },
    amend: async (tx, documents, at, basis) => {
      const opened = await residents.openKnown(tx, [...documents.keys()], basis)
      const changes = opened.map((resident) => {
        const edits = must(documents.get(resident.head.name), 'it was opened by this name')
        return { resident, bytes: writeEdits(resident.written, edits) }
      })
      const known = new Set(opened.map(({ head }) => head.name))
      const rest = [...documents.keys()].filter((name) => !known.has(name))
      return { rows: await append(tx, changes, at), rest }
    },
    announce: async (tx, rows, at) => {
      await storage.notices.send(tx, writeNotices({ from: serverId, at, rows }))
    },
    committed: (rows, at) => {
      residents.confirm(rows)
      if (rows.length > 0) for (const listener of listeners) listener(rows, at)
    },
    aborted: (names) => residents.forget(names),
    catchUp: async (name, epoch, n) => {
      for (let read = 1; read <= READS_MAX; read += 1) {
        const head = await readHead(storage.read, name)
        if (head === null || head.n === 0) return null
        const found = await catchUpTo(storage, snapshots, head, epoch, n)
        if (found !== null) return found
      }
      throw new Error(`${name} changes its epoch faster than it can be read`)
    },
    onGroup: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** An empty document still has a first row, so that a follower learns that it is there and empty. */
function firstRow({ head }: Resident): Uint8Array | null {
  return head.n === 0 ? Y.encodeStateAsUpdate(new Y.Doc()) : null
}

/** Who is where now, and what people show: whoever comes later is told what is so, never by rows that name who has left meanwhile. */
function isOfTheMoment(name: string): boolean {
  return name.startsWith('presence/') || name.startsWith('directory/')
}

/** Null when the rows are no longer those of the head. */
async function catchUpTo(
  { read }: Storage,
  snapshots: Snapshots,
  head: DocumentHead,
  epoch: string | null,
  n: number,
): Promise<CatchUp | null> {
  const isSameEpoch = head.epoch === epoch
  if (isSameEpoch && n === head.n) return { head, with: 'current', rows: [] }
  const isNear = n > 0 && n < head.n && head.n - n <= ROWS_SENT_MAX
  if (isSameEpoch && isNear && !isOfTheMoment(head.name)) {
    const rows = (await readRows(read, head, n)).filter((row) => row.n <= head.n)
    return isContiguous(rows, n, head.n) ? { head, with: 'rows', rows } : null
  }
  const bytes = await snapshots.at(read, head)
  return bytes === null ? null : { head, with: 'snapshot', rows: [{ n: head.n, bytes }] }
}
