/** What a sign-in takes away of whoever was here before, in a file of its own: it is loaded at the door alone. */
import Dexie from 'dexie'
import { PortalDatabase } from './database.ts'
import { eraseCopy } from './erase-device.ts'
import { databaseName } from './rows.ts'

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
