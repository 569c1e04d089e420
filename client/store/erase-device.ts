/** What leaves the device: everything at a sign-out, the copy alone when the space ended the sign-in. */
import Dexie from 'dexie'
import { closeDatabase, type PortalDatabase } from './database.ts'
import { readSignOutPending, writeSignOutPending } from './identity.ts'
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
