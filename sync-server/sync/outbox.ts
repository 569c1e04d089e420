/** One device's outbox: the door through which its wishes are received. Log row and intent rows are one transaction. */
import * as Y from 'yjs'
import { type DocumentName, formatDocumentName } from '../../domain/access/document-name.ts'
import { limits } from '../../domain/values/limits.ts'
import { appendRow, readHead, readRows, startEpoch } from '../storage/document-log.ts'
import { receiveIntent } from '../storage/intents.ts'
import { forgetClaims } from './client-claims.ts'
import type { EditedPorts } from './edited-document.ts'
import type { GateRules } from './gate.ts'
import type { GuardedKind, Opened } from './guarded-kind.ts'
import { docOf } from './judge-update.ts'
import { type RawIntent, readRecords } from './read-records.ts'

/** The one root of an outbox. */
export const INTENTS_ROOT = 'intents'

export const outboxRules: GateRules = {
  bytesMax: limits.outboxBytesMax,
  structsMax: limits.outboxIntentsMax,
  clientIdsMax: limits.outboxClientIdsMax,
  clockJumpMax: 10_000,
  deletes: 'allowed', // the device prunes its own settled wishes
  makeItemCheck: () => checkItem,
}
/** An outbox is started over when it is opened with more than this: every record in it has been received. */
const BYTES_KEPT_MAX = 128_000
const CLIENT_IDS_KEPT_MAX = 32
/** While it is open its log may grow to this; then the replica starts over, which empties it. */
const LOG_BYTES_MAX = 2_000_000

type OutboxName = Extract<DocumentName, { kind: 'outbox' }>
/** The records of the document: all of them are on disk. */
type Records = readonly RawIntent[]

export function outboxKind(
  { makeEpoch }: EditedPorts,
  outbox: OutboxName,
): GuardedKind<Records, Records> {
  const name = formatDocumentName(outbox)
  const { memberId, deviceId } = outbox
  return {
    name,
    gate: outboxRules,
    isShared: false,
    open: async (tx) => {
      const found = await readHead(tx, name)
      if (found === null) return { head: await startEpoch(tx, name, makeEpoch()), doc: docOf([]) }
      const rows = await readRows(tx, found, 0)
      const kept = docOf(rows.map((row) => row.bytes))
      if (!isWorn({ head: found, doc: kept })) return { head: found, doc: kept }
      await forgetClaims(tx, name)
      return { head: await startEpoch(tx, name, makeEpoch()), doc: docOf([]) }
    },
    isWorn,
    hold: (doc) => recordsOf(doc) ?? [],
    define: recordsOf,
    check: ({ shadow, held, head, bytes }) => {
      const records = recordsOf(shadow)
      if (records === null) return { kind: 'refused', why: 'a record that is no wish' }
      if (head.bytes + bytes.byteLength > LOG_BYTES_MAX) {
        return { kind: 'refused', why: 'a log that grew too long' }
      }
      const known = new Set(held.map((record) => record.id))
      return { kind: 'fine', held: records, news: records.filter(({ id }) => !known.has(id)) }
    },
    write: async (tx, { head, bytes, news, at }) => {
      for (const { id, seq, kind, text } of news) {
        const wish = { id, seq, kind, memberId, deviceId, record: text, carrier: 'outbox' } as const
        await receiveIntent(tx, wish, at)
      }
      return appendRow(tx, head, bytes, at)
    },
    seq: (records) => Math.max(0, ...records.map((record) => record.seq)),
    isNews: (fresh) => fresh.length > 0,
  }
}

function isWorn({ head, doc }: Opened): boolean {
  return head.bytes > BYTES_KEPT_MAX || doc.store.clients.size > CLIENT_IDS_KEPT_MAX
}

function recordsOf(doc: Y.Doc): Records | null {
  return readRecords(doc.getArray(INTENTS_ROOT).toArray())
}

/** Plain values in the one list, and the collected remains of deleted ones. */
function checkItem(item: Y.Item): string | null {
  const isPlain = item.content instanceof Y.ContentAny || item.content instanceof Y.ContentDeleted
  if (!isPlain) return 'content that is not plain'
  if (item.parentSub !== null) return 'a key where a list is'
  if (typeof item.parent === 'string' && item.parent !== INTENTS_ROOT) return 'an unknown root'
  if (item.parent !== null && typeof item.parent !== 'string') return 'a nested place'
  return null
}
