/**
 * Reads rows without Dexie, which is half of what a start would load: what is on the device is on the screen before Dexie is. It reads
 * and nothing else, and lets go as soon as Dexie follows the rows. Where there is no database yet, or one of another version, it
 * stands back: making and changing it is Dexie's.
 */
import type { Reader } from './reader.ts'
import { databaseName, databaseVersion } from './rows.ts'

/** Dexie counts in tenths. */
const STORED_VERSION = databaseVersion * 10

export interface FirstLook {
  readonly reader: Reader
  close(): void
}

export function openFirstLook(memberId: string): Promise<FirstLook | null> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(databaseName(memberId))
    // There is none: what opening has begun to make goes away with its transaction.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = () => resolve(null)
    opening.onsuccess = () => {
      const db = opening.result
      db.onversionchange = () => db.close()
      if (db.version === STORED_VERSION)
        return resolve({ reader: readerOf(db), close: () => db.close() })
      db.close()
      resolve(null)
    }
  })
}

function readerOf(db: IDBDatabase): Reader {
  const store = (table: string) => db.transaction(table).objectStore(table)
  // What a table holds is told by its name, here as in Dexie.
  return {
    get: async (table, key) => answer(store(table).get(key)),
    many: async (table, keys) => {
      const rows = store(table)
      return Promise.all(keys.map((key) => answer(rows.get(key as IDBValidKey)))) // a list that is not written to
    },
    all: async (table, index) => {
      const rows = store(table)
      return answer(index === undefined ? rows.getAll() : rows.index(index).getAll())
    },
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
