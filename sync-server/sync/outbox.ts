/**
 * One device's outbox on the server: the guard for what the device sends, and the door through which its wishes are received.
 *
 * In order: the gate, a shadow document that shows what the update would make, the records in it, who owns its client ids, disk (log
 * row and intent rows in one transaction), and only then the resident document and the acknowledgement. A refused update
 * touches nothing: the replica starts over.
 */
import * as Y from 'yjs'
import { type DocumentName, formatDocumentName } from '../../domain/access/document-name.ts'
import { limits } from '../../domain/values/limits.ts'
import {
  appendRow,
  type DocumentHead,
  readHead,
  readRows,
  startEpoch,
} from '../storage/document-log.ts'
import { receiveIntent } from '../storage/intents.ts'
import type { Storage } from '../storage/storage.ts'
import { claimClients, forgetClaims } from './client-claims.ts'
import type { EditAnswer, EditedDocument, EditedPorts } from './edited-document.ts'
import { checkUpdate, type GateRules } from './gate.ts'
import { type RawIntent, readRecords } from './read-records.ts'

/** The one root of an outbox. */
export const INTENTS_ROOT = 'intents'

const rules: GateRules = {
  root: INTENTS_ROOT,
  bytesMax: limits.outboxBytesMax,
  structsMax: limits.outboxIntentsMax,
  clientIdsMax: limits.outboxClientIdsMax,
  deletes: 'allowed', // the device prunes its own settled wishes
}
/** An outbox is started over when it is opened with more than this: every record in it has been received. */
const BYTES_KEPT_MAX = 128_000
const CLIENT_IDS_KEPT_MAX = 32
/** While it is open its log may grow to this; then the replica starts over, which empties it. */
const LOG_BYTES_MAX = 2_000_000

type OutboxName = Extract<DocumentName, { kind: 'outbox' }>

interface Outbox {
  readonly text: string
  readonly name: OutboxName
  readonly doc: Y.Doc
  readonly storage: Storage
  head: DocumentHead
  /** Ahead of `doc` while an update is being judged and stored. */
  shadow: Y.Doc
  /** The records of `doc`: all of them are on disk. */
  records: readonly RawIntent[]
  isStale: boolean
}

export async function openOutbox(ports: EditedPorts, name: OutboxName): Promise<EditedDocument> {
  const outbox = await load(ports, name)
  const listeners = new Set<(update: Uint8Array, from: object) => void>()
  let queue: Promise<unknown> = Promise.resolve()

  async function receive(update: Uint8Array, at: number, from: object): Promise<EditAnswer> {
    if (outbox.isStale) return { kind: 'unavailable' }
    const judged = judge(outbox, update)
    if (judged.kind !== 'fine') return judged
    const { change, records, clientIds } = judged
    const known = new Set(outbox.records.map((record) => record.id))
    const fresh = records.filter((record) => !known.has(record.id))
    if (change !== null) {
      try {
        const stored = await store(outbox, change, fresh, clientIds, at)
        if (stored === null) return refuse(outbox, 'a client id of somebody else')
        outbox.head = stored
      } catch (error) {
        // Whether it was committed is not known: what is resident cannot be believed any more.
        outbox.isStale = true
        ports.log(`The outbox ${outbox.text} could not be stored: ${String(error)}`)
        return { kind: 'unavailable' }
      }
      Y.applyUpdate(outbox.doc, change)
      outbox.records = records
      for (const listener of listeners) listener(change, from)
    }
    // A repeat is acknowledged again: the first acknowledgement may have been lost.
    const seq = Math.max(0, ...outbox.records.map((record) => record.seq))
    return { kind: 'received', seq, isNew: fresh.length > 0 }
  }

  return {
    epoch: outbox.head.epoch,
    bytesMax: limits.outboxBytesMax,
    stateVector: () => Y.encodeStateVector(outbox.doc),
    stateFor: (vector) => Y.encodeStateAsUpdate(outbox.doc, vector),
    receive: (update, at, from) => {
      const answer = queue.then(() => receive(update, at, from))
      queue = answer.catch(() => undefined)
      return answer
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isStale: () => outbox.isStale,
    idle: async () => {
      await queue
    },
  }
}

async function load(ports: EditedPorts, name: OutboxName): Promise<Outbox> {
  const { storage, makeEpoch } = ports
  const text = formatDocumentName(name)
  const { head, doc } = await storage.transaction(async (tx) => {
    const found = await readHead(tx, text)
    if (found === null) return { head: await startEpoch(tx, text, makeEpoch()), doc: new Y.Doc() }
    const rows = await readRows(tx, found, 0)
    const kept = docOf(rows.map((row) => row.bytes))
    const isWorn = found.bytes > BYTES_KEPT_MAX || kept.store.clients.size > CLIENT_IDS_KEPT_MAX
    if (!isWorn) return { head: found, doc: kept }
    await forgetClaims(tx, text)
    return { head: await startEpoch(tx, text, makeEpoch()), doc: new Y.Doc() }
  })
  return {
    text,
    name,
    doc,
    storage,
    head,
    shadow: docOf([Y.encodeStateAsUpdate(doc)]),
    records: readRecords(doc.getArray(INTENTS_ROOT).toArray()) ?? [],
    isStale: false,
  }
}

type Judged =
  | {
      readonly kind: 'fine'
      /** What the update adds, as our own Yjs writes it; null when it adds nothing. */
      readonly change: Uint8Array | null
      readonly records: readonly RawIntent[]
      readonly clientIds: readonly number[]
    }
  | Extract<EditAnswer, { kind: 'gap' | 'refused' }>

/** The gate, then the shadow. After anything but `fine` the shadow is what is held again. */
function judge(outbox: Outbox, update: Uint8Array): Judged {
  const checked = checkUpdate(update, outbox.shadow, rules)
  if (checked.kind === 'gap') return checked
  if (checked.kind === 'refused') return refuse(outbox, checked.why)
  const change = applyTo(outbox.shadow, update)
  if (change === 'failed' || isWaiting(outbox.shadow)) {
    return refuse(outbox, 'an update that Yjs cannot apply')
  }
  const records = readRecords(outbox.shadow.getArray(INTENTS_ROOT).toArray())
  if (records === null) return refuse(outbox, 'a record that is no wish')
  if (change !== null && outbox.head.bytes + change.byteLength > LOG_BYTES_MAX) {
    return refuse(outbox, 'a log that grew too long')
  }
  return { kind: 'fine', change, records, clientIds: checked.clientIds }
}

function refuse(outbox: Outbox, why: string): Extract<EditAnswer, { kind: 'refused' }> {
  outbox.shadow.destroy()
  outbox.shadow = docOf([Y.encodeStateAsUpdate(outbox.doc)])
  return { kind: 'refused', why }
}

/** The change as one update of our own, null when there is none. */
function applyTo(doc: Y.Doc, update: Uint8Array): Uint8Array | null | 'failed' {
  let change: Uint8Array | null = null
  const keep = (made: Uint8Array) => {
    change = made
  }
  doc.on('update', keep)
  try {
    Y.applyUpdate(doc, update)
    return change
  } catch {
    return 'failed'
  } finally {
    doc.off('update', keep)
  }
}

/** Yjs keeps what it cannot place yet; after the gate there must be none of that. */
function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}

/** Everything of one update in one transaction; null when a client id belongs to somebody else. */
async function store(
  outbox: Outbox,
  change: Uint8Array,
  fresh: readonly RawIntent[],
  clientIds: readonly number[],
  at: number,
): Promise<DocumentHead | null> {
  const { memberId, deviceId } = outbox.name
  try {
    return await outbox.storage.transaction(async (tx) => {
      const isOwn = await claimClients(tx, outbox.text, clientIds, `${memberId}/${deviceId}`)
      if (!isOwn) throw new NotYours()
      for (const { id, seq, kind, text } of fresh) {
        const carried = {
          id,
          seq,
          kind,
          memberId,
          deviceId,
          record: text,
          carrier: 'outbox',
        } as const
        await receiveIntent(tx, carried, at)
      }
      return appendRow(tx, outbox.head, change, at)
    })
  } catch (error) {
    if (error instanceof NotYours) return null
    throw error
  }
}

/** Thrown to roll back. */
class NotYours extends Error {}

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ gc: true })
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
