import { liveQuery } from 'dexie'
import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'

/** Rows as a signal that follows the database, in this tab and from any other. Undefined until the first read. */
export function createLiveQuery<T>(query: () => Promise<T> | T): Accessor<T | undefined> {
  const [rows, setRows] = createSignal<T>()
  createEffect(() => {
    // Called once here so that the signals it reads are followed too.
    const subscription = liveQuery(query).subscribe({
      next: (value) => setRows(() => value),
      error: () => setRows(() => undefined),
    })
    onCleanup(() => subscription.unsubscribe())
  })
  return rows
}
