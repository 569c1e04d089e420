/** What leaves the device: everything at a sign-out, the copy alone when the space ended the sign-in. */
import Dexie from 'dexie'
import { closeDatabase, PortalDatabase } from './database.ts'
import { readSignOutPending, writeSignOutPending } from './identity.ts'
import { databaseName } from './rows.ts'
import { deleteUserCaches } from './user-caches.ts'

/**
 * Deletes everything this device keeps. Waits until it is gone: a database that another tab still holds open is deleted once
 * that tab lets go. Only the note that the space has not heard of the sign-out stays.
 */
export async function eraseDevice(): Promise<void> {
  const isPending = readSignOutPending()
  localStorage.clear()
  sessionStorage.clear()
  if (isPending) writeSignOutPending(true)
  closeDatabase()
  await deleteUserCaches()
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
}

/** Deletes what the space sent, with its pictures, and keeps the wishes, for the same person to send when they are back. */
export async function eraseCopy(db: PortalDatabase): Promise<void> {
  await deleteUserCaches()
  const kept = ['intents', 'settings', 'status', 'unsent']
  const copied = db.tables.filter((table) => !kept.includes(table.name))
  await db.transaction('rw', copied, () => Promise.all(copied.map((table) => table.clear())))
}

/** Somebody signs in here: what the space sent to anybody else goes, and their wishes wait for them as they would after a sign-out by the space. */
export async function eraseCopiesOfOthers(memberId: string): Promise<void> {
  const names = await Dexie.getDatabaseNames()
  for (const name of names.filter((one) => isMembers(one) && one !== databaseName(memberId))) {
    const db = new PortalDatabase(name.slice(databaseName('').length), 'relaxed')
    try {
      await eraseCopy(db)
    } finally {
      db.close()
    }
  }
}

function isMembers(name: string): boolean {
  return name.startsWith(databaseName('mem_'))
}
