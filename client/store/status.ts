import type { Accessor } from 'solid-js'
import { createFirstQuery } from './live-query.ts'
import type { SyncStatusRow } from './rows.ts'
import { storageState } from './storage-health.ts'

const before: SyncStatusRow = {
  key: 'sync',
  state: 'connecting',
  heardAt: null,
  generation: null,
  storage: 'ok',
}

/** How the device stands with the space and with its own storage. Undefined until the first read. */
export function createStatus(): Accessor<SyncStatusRow | undefined> {
  const row = createFirstQuery((reader) => reader.get('status', 'sync'))
  return () => {
    const storage = storageState()
    const found = row()
    // A device whose storage is gone has no row to say so.
    if (found === undefined && storage === 'ok') return undefined
    return { ...before, ...found, storage }
  }
}
