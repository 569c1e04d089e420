/**
 * One device's outbox on the server: the guard for what the device sends, and the door through which its wishes are received.
 *
 * In order: size, structure, ownership of client ids, continuity of clocks, the one root, then a shadow document that shows what the
 * update would make, then disk (log row and intent rows in one transaction), and only then the resident document and the
 * acknowledgement. A refused update touches nothing: the replica starts over.
 */
import * as Y from 'yjs'
import { isId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import {
  appendRow,
  type DocumentHead,
  readHead,
  readRows,
  startEpoch,
} from '../storage/document-log.ts'
import { receiveIntent } from '../storage/intents.ts'
import type { Storage, Tx } from '../storage/storage.ts'
import { guardUpdate } from './guard.ts'

/** The one root of an outbox. */
export const INTENTS_ROOT = 'intents'
/** An outbox is started over when it is opened with more than this: every record in it has been received. */
const BYTES_KEPT_MAX = 128_000
const CLIENT_IDS_KEPT_MAX = 32
/** One wish as JSON; the schema's own limits lie far below. */
const RECORD_BYTES_MAX = 16_000

export type OutboxAnswer =
  | { readonly kind: 'received'; readonly seq: number; readonly isNew: boolean }
  | { readonly kind: 'gap' }
  | { readonly kind: 'refused'; readonly why: string }

export interface OutboxOwner {
  readonly memberId: string
  readonly deviceId: string
}

export interface Outbox {
  readonly epoch: string
  /** What a peer with this state vector lacks. */
  stateFor(stateVector: Uint8Array): Uint8Array
  stateVector(): Uint8Array
  receive(update: Uint8Array, at: number): Promise<OutboxAnswer>
}

interface RawIntent {
  readonly id: string
  readonly seq: number
  readonly kind: string
}

export async function openOutbox(
  storage: Storage,
  name: string,
  owner: OutboxOwner,
  makeEpoch: () => string,
): Promise<Outbox> {
  const opened = await storage.transaction(async (tx) => {
    const head = (await readHead(tx, name)) ?? (await startEpoch(tx, name, makeEpoch()))
    const rows = await readRows(tx, head, 0)
    const doc = docOf(rows.map((row) => row.bytes))
    if (head.bytes <= BYTES_KEPT_MAX && doc.store.clients.size <= CLIENT_IDS_KEPT_MAX) {
      return { head, doc }
    }
    await tx.deleteFrom('client_claim').where('document', '=', name).execute()
    return { head: await startEpoch(tx, name, makeEpoch()), doc: new Y.Doc() }
  })
  let head: DocumentHead = opened.head
  const doc = opened.doc
  let shadow = docOf([Y.encodeStateAsUpdate(doc)])
  let queue: Promise<unknown> = Promise.resolve()

  async function receive(update: Uint8Array, at: number): Promise<OutboxAnswer> {
    const guarded = guardUpdate(update, shadow, {
      root: INTENTS_ROOT,
      bytesMax: limits.outboxBytesMax,
      structsMax: 2 * limits.outboxIntentsMax,
      clientIdsMax: limits.outboxClientIdsMax,
    })
    if (guarded.kind !== 'fine') return guarded
    const known = new Set(recordsOf(shadow).map((record) => record.id))
    Y.applyUpdate(shadow, update)
    const records = readRecords(shadow)
    if (records === null) {
      shadow = docOf([Y.encodeStateAsUpdate(doc)])
      return { kind: 'refused', why: 'a record that is no wish' }
    }
    const fresh = records.filter((record) => !known.has(record.id))
    try {
      head = await storage.transaction(async (tx) => {
        if (!(await claimClients(tx, name, guarded.clientIds, owner))) throw new NotYours()
        for (const record of fresh) {
          await receiveIntent(
            tx,
            { ...record, ...owner, record: recordText(record), carrier: 'outbox' },
            at,
          )
        }
        return appendRow(tx, head, update, at)
      })
    } catch (error) {
      shadow = docOf([Y.encodeStateAsUpdate(doc)])
      if (error instanceof NotYours) return { kind: 'refused', why: 'a client id of somebody else' }
      throw error
    }
    Y.applyUpdate(doc, update)
    const seq = Math.max(0, ...records.map((record) => record.seq))
    return { kind: 'received', seq, isNew: fresh.length > 0 }
  }

  return {
    epoch: head.epoch,
    stateFor: (vector) => Y.encodeStateAsUpdate(doc, vector),
    stateVector: () => Y.encodeStateVector(doc),
    receive: (update, at) => {
      const answer = queue.then(() => receive(update, at))
      queue = answer.catch(() => undefined)
      return answer
    },
  }
}

class NotYours extends Error {}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

function recordsOf(doc: Y.Doc): readonly RawIntent[] {
  return doc.getArray(INTENTS_ROOT).toArray() as RawIntent[] // read through readRecords before it got here
}

/** The records, or null when one of them is not a small object with an id, a seq and a kind. Their bodies are read at settlement. */
function readRecords(doc: Y.Doc): readonly RawIntent[] | null {
  const array = doc.getArray(INTENTS_ROOT)
  if (array.length > limits.outboxIntentsMax) return null
  const records: RawIntent[] = []
  for (const item of array.toArray()) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return null
    const { id, seq, kind } = item as Record<string, unknown>
    const isRecord =
      isId('intent', id) &&
      Number.isSafeInteger(seq) &&
      Number(seq) >= 1 &&
      typeof kind === 'string' &&
      kind.length <= 64 &&
      recordText(item).length <= RECORD_BYTES_MAX
    if (!isRecord) return null
    records.push(item as RawIntent) // its three fields were just checked
  }
  return records
}

function recordText(record: object): string {
  return JSON.stringify(record)
}

/** The first principal to write with a client id keeps it: a forged id would make that client's own edits "already known". */
async function claimClients(
  tx: Tx,
  document: string,
  clientIds: readonly number[],
  owner: OutboxOwner,
): Promise<boolean> {
  const name = `${owner.memberId}/${owner.deviceId}`
  for (const client_id of clientIds) {
    await tx
      .insertInto('client_claim')
      .values({ document, client_id, owner: name })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const claim = await tx
      .selectFrom('client_claim')
      .select('owner')
      .where('document', '=', document)
      .where('client_id', '=', client_id)
      .executeTakeFirst()
    if (claim?.owner !== name) return false
  }
  return true
}
