import { liveQuery } from 'dexie'
import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import { readIdentity } from './identity.ts'
import { sayStorage, storageTrouble } from './storage-health.ts'

/**
 * Rows as a signal that follows the database, in this tab and from any other. Undefined until the first read, also of another key:
 * signals are followed in `key` alone, because the query itself runs later.
 */
export function createLiveQuery<T, Key = undefined>(
  query: (key: Key) => Promise<T> | T,
  key: () => Key = () => undefined as Key, // without a key there is none to read
): Accessor<T | undefined> {
  const [rows, setRows] = createSignal<T>()
  const asked = createMemo(key, undefined, { equals: isSame })
  createEffect(() => {
    const wanted = asked()
    setRows(() => undefined)
    // Async, so that a database nobody may open any more is an error like any other.
    const subscription = liveQuery(async () => query(wanted)).subscribe({
      next: (value) => setRows(() => value),
      error: (error: unknown) => {
        // Somebody who has just signed out has no data, which is no trouble.
        if (readIdentity() !== null) sayStorage(storageTrouble(error))
        setRows(() => undefined)
      },
    })
    onCleanup(() => subscription.unsubscribe())
  })
  return rows
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
