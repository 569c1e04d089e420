/**
 * What has to be done to data that was restored from a backup before a server starts on it: a new generation, so that devices tell again
 * what it does not know, and no document of the old epochs, so that no replica goes on from rows that never were. Drafts of plans stand
 * nowhere else: they stay, under an epoch of the new generation.
 */
import { writeSetting } from './settings.ts'
import type { Storage } from './storage.ts'

/** Name of the setting: the server tells it to every device that connects. */
export const GENERATION = 'generation'

export async function beginGeneration(storage: Storage, generation: string): Promise<void> {
  await storage.transaction(async (tx) => {
    await writeSetting(tx, GENERATION, generation)
    const drafts = tx.selectFrom('document_head').select('id').where('name', 'like', 'plan/%')
    await tx.deleteFrom('document_row').where('document', 'not in', drafts).execute()
    await tx.deleteFrom('document_head').where('name', 'not like', 'plan/%').execute()
    await tx.deleteFrom('client_claim').where('document', 'not like', 'plan/%').execute()
    await tx.updateTable('document_head').set({ epoch: generation }).execute()
  })
}
