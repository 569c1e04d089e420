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
  // Several parts of a page ask for the same rows. They are read once: whatever changes meanwhile is told by who follows them.
  const read = new Map<string, Promise<unknown>>()
  const once = <T>(what: string, request: () => IDBRequest<T>): Promise<T> => {
    const found = read.get(what) ?? answer(request())
    read.set(what, found)
    return found as Promise<T> // the same rows by the same words
  }
  // What a table holds is told by its name, here as in Dexie.
  return {
    get: (table, key) => once(JSON.stringify([table, key]), () => store(table).get(key)),
    many: (table, keys) => {
      const rows = store(table)
      return Promise.all(
        keys.map((key) =>
          // A list that is not written to.
          once(JSON.stringify([table, key]), () => rows.get(key as IDBValidKey)),
        ),
      )
    },
    all: (table, index) =>
      once(JSON.stringify([table, 'all', index ?? null]), () => {
        const rows = store(table)
        return index === undefined ? rows.getAll() : rows.index(index).getAll()
      }),
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
