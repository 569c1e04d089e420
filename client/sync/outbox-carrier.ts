/**
 * The Yjs array that carries wishes to the space, over one channel. It starts empty with each connection and is filled from what the
 * space holds, so that this device never argues about its past: what is missing is pushed, what is settled is taken out.
 */
import * as Y from 'yjs'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { connectDocument } from './connection.ts'

export interface OutboxCarrier {
  take(body: Uint8Array): void
  /** What is in it, in its order. */
  records(): readonly { readonly id: IntentId; readonly seq: number }[]
  /** Each of these is one update, which the space acknowledges by itself. */
  push(intents: readonly AnyIntent[]): void
  remove(ids: readonly IntentId[]): void
  close(): void
}

/** The name the server gives the array in the document. */
const INTENTS_ROOT = 'intents'

export function openOutboxCarrier(
  sendPart: (body: Uint8Array) => void,
  onSynced: () => void,
): OutboxCarrier {
  const doc = new Y.Doc()
  const array = doc.getArray<AnyIntent>(INTENTS_ROOT)
  const bytesMax = limits.outboxBytesMax
  const channel = connectDocument(doc, { name: 'outbox', bytesMax, sendPart, onSynced })
  return {
    take: (body) => channel.take(body),
    records: () => array.toArray(),
    push: (intents) => array.push([...intents]),
    remove: (ids) =>
      doc.transact(() => {
        for (let index = array.length - 1; index >= 0; index -= 1) {
          if (ids.includes(array.get(index).id)) array.delete(index)
        }
      }),
    close: () => {
      channel.close()
      doc.destroy()
    },
  }
}
