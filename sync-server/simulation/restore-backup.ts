/**
 * What has to be done to a data folder that was restored from a backup before a server starts on it: a new generation, so that devices
 * tell again what it does not know, and no document of the old epochs, so that no replica goes on from rows that never were.
 */
import { writeSetting } from '../storage/settings.ts'
import { openSqlite } from '../storage/sqlite.ts'
import { openStorage } from '../storage/storage.ts'

export async function forgetDocuments(folder: string, generation: string): Promise<void> {
  const storage = await openStorage(openSqlite(folder))
  await storage.transaction(async (tx) => {
    await writeSetting(tx, 'generation', generation)
    for (const table of ['document_row', 'document_head', 'client_claim'] as const) {
      await tx.deleteFrom(table).execute()
    }
  })
  await storage.close()
}
