/** Follows rows in this tab and from any other: all that needs Dexie of what screens do. Loaded after the first look. */
import { liveQuery } from 'dexie'
import { database } from './database.ts'
import type { Reader } from './reader.ts'

const reader: Reader = {
  get: async (table, key) => database().table(table).get(key),
  many: async (table, keys) =>
    database()
      .table(table)
      .bulkGet([...keys]),
  all: async (table, index) => {
    const rows = database().table(table)
    return index === undefined ? rows.toArray() : rows.orderBy(index).toArray()
  },
}

/** Calls with what the query finds, again whenever that changes, until it is told to stop. */
export function followRows<T>(
  query: (reader: Reader) => Promise<T> | T,
  found: (value: T) => void,
  failed: (error: unknown) => void,
): () => void {
  // Async, so that a database nobody may open any more is an error like any other.
  const subscription = liveQuery(async () => query(reader)).subscribe({
    next: found,
    error: failed,
  })
  return () => subscription.unsubscribe()
}
