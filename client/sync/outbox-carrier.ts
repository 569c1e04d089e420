/**
 * Carries this device's unsettled wishes to the space. The rows in IndexedDB are the truth; the Yjs array is rebuilt from them with
 * each connection: what the space does not hold yet is pushed, what is settled is pruned.
 */
import * as Y from 'yjs'
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { toId } from '../../domain/values/ids.ts'
import type { DeviceIdentity, OutboxDatabase } from '../store/database.ts'
import { connectDocument, type EditChannel } from './connection.ts'

export interface OutboxCarrier {
  readonly document: string
  /** The channel is open: start to carry over it. */
  connect(sendPart: (body: Uint8Array) => void): void
  take(body: Uint8Array): void
  /** Every wish up to seq is on the space's disk. */
  received(seq: number): Promise<void>
  /** Wishes were written, settled or became due: carry what is to be carried. */
  refresh(): Promise<void>
  disconnect(): void
}

export function makeOutboxCarrier(db: OutboxDatabase, identity: DeviceIdentity): OutboxCarrier {
  let doc: Y.Doc | null = null
  let channel: EditChannel | null = null
  let isSynced = false
  let due: ReturnType<typeof setTimeout> | null = null

  async function refresh(): Promise<void> {
    if (doc === null || !isSynced) return
    const array = doc.getArray<{ id: string }>('intents')
    const rows = await db.intents.orderBy('seq').toArray()
    const open = new Map(
      rows
        .filter((row) => row.state === 'saved' || row.state === 'received')
        .map((row) => [row.id as string, row]),
    )
    const now = Date.now()
    doc.transact(() => {
      const carried = new Set<string>()
      for (let index = array.length - 1; index >= 0; index -= 1) {
        const id = array.get(index).id
        if (open.has(id)) carried.add(id)
        else array.delete(index)
      }
      const news = [...open.values()].filter((row) => !carried.has(row.id) && row.sendAfter <= now)
      if (news.length > 0) array.push(news.map((row) => ({ ...row.intent })))
    })
    const waiting = [...open.values()].map((row) => row.sendAfter).filter((at) => at > now)
    if (due !== null) clearTimeout(due)
    due =
      waiting.length > 0 ? setTimeout(() => void refresh(), Math.min(...waiting) - now + 10) : null
  }

  return {
    document: formatDocumentName({
      kind: 'outbox',
      memberId: toId('member', identity.memberId),
      deviceId: toId('device', identity.deviceId),
    }),
    connect: (sendPart) => {
      doc = new Y.Doc()
      isSynced = false
      channel = connectDocument('outbox', doc, sendPart, () => {
        isSynced = true
        void refresh()
      })
    },
    take: (body) => channel?.take(body),
    received: async (seq) => {
      await db.intents
        .where('seq')
        .belowOrEqual(seq)
        .and((row) => row.state === 'saved' && row.sendAfter <= Date.now())
        .modify({ state: 'received' })
    },
    refresh,
    disconnect: () => {
      channel?.close()
      channel = null
      doc?.destroy()
      doc = null
      isSynced = false
      if (due !== null) clearTimeout(due)
    },
  }
}
