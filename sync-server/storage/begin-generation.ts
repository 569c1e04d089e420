/**
 * What has to be done to data that was restored from a backup before a server starts on it: a new generation, so that devices tell again
 * what it does not know, and no document of the old epochs, so that no replica goes on from rows that never were.
 */
import { writeSetting } from './settings.ts'
import type { Storage } from './storage.ts'

/** Name of the setting: the server tells it to every device that connects. */
export const GENERATION = 'generation'

export async function beginGeneration(storage: Storage, generation: string): Promise<void> {
  await storage.transaction(async (tx) => {
    await writeSetting(tx, GENERATION, generation)
    for (const table of ['document_row', 'document_head', 'client_claim'] as const) {
      await tx.deleteFrom(table).execute()
    }
  })
}
