/** What somebody has begun and not sent: on the disk of this device before the screen says that it is kept. */
import type { Accessor } from 'solid-js'
import { database, durableDatabase } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import type { UnsentRow } from './rows.ts'
import { sayStorage, storageTrouble } from './storage-health.ts'

/** False where the device has no room for it, which is said. */
export async function keepUnsent(row: UnsentRow): Promise<boolean> {
  try {
    const db = durableDatabase()
    // In a transaction of its own: what is put without one is shown to live queries before it is on the disk.
    await db.transaction('rw', db.unsent, () => db.unsent.put(row))
    return true
  } catch (error) {
    sayStorage(storageTrouble(error))
    return false
  }
}

export async function findUnsent(key: string): Promise<UnsentRow | undefined> {
  return database().unsent.get(key)
}

export async function dropUnsent(keys: readonly string[]): Promise<void> {
  await durableDatabase().unsent.bulkDelete([...keys])
}

/** All whose key begins so, in the order of their keys. */
export async function unsentUnder(prefix: string): Promise<readonly UnsentRow[]> {
  return database().unsent.where('key').startsWith(prefix).toArray()
}

export function createUnsentUnder(
  prefix: () => string,
): Accessor<readonly UnsentRow[] | undefined> {
  return createLiveQuery(unsentUnder, prefix)
}
