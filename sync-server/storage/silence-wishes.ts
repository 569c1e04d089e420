/** The words of wishes that are settled: they stand in their facts, and nobody reads them again. */
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { toId } from '../../domain/values/ids.ts'
import { forgetDocument } from './document-log.ts'
import type { Tx } from './storage.ts'

export interface SilencedWish {
  readonly id: string
  readonly member_id: string
  readonly device_id: string
}

/** Begins the outboxes that brought them anew, because their logs would go on telling. */
export async function silenceWishes(tx: Tx, wishes: readonly SilencedWish[]): Promise<void> {
  const outboxes = new Set<string>()
  for (const { id, member_id, device_id } of wishes) {
    await tx.updateTable('intent').set({ record: '{}' }).where('id', '=', id).execute()
    const memberId = toId('member', member_id)
    const deviceId = toId('device', device_id)
    outboxes.add(formatDocumentName({ kind: 'outbox', memberId, deviceId }))
  }
  for (const name of outboxes) {
    await forgetDocument(tx, name)
    await tx.deleteFrom('client_claim').where('document', '=', name).execute()
  }
}
