/** The copy of a shared document on this device, written a moment after each change, so that a drag does not write a hundred times. */
import * as Y from 'yjs'
import { durableDatabase } from '../store/database.ts'
import { sayStorage, storageTrouble } from '../store/storage-health.ts'

export interface CopyKeeper {
  soon(): void
  /** Forgets the copy, and keeps it no more. */
  drop(): Promise<void>
  /** Writes what waits, and nothing after it. */
  stop(): Promise<void>
}

/** Long enough for a drag to be one write, short enough that hardly anything is lost with a battery. */
const SOON_MS = 300

/** Before the space was reached for the first time there is no epoch, and nothing to keep. */
export function keepCopy(
  name: string,
  doc: Y.Doc,
  epochOf: () => string | null,
  memo: () => unknown,
): CopyKeeper {
  let timer: ReturnType<typeof setTimeout> | null = null
  let isStopped = false
  let writing: Promise<unknown> = Promise.resolve()

  function write(): void {
    timer = null
    const epoch = epochOf()
    if (epoch === null) return
    const row = { name, epoch, bytes: Y.encodeStateAsUpdate(doc), memo: memo() }
    writing = writing
      .then(() => durableDatabase().drafts.put(row))
      .catch((error) => sayStorage(storageTrouble(error)))
  }

  /** True when something waited to be written. */
  function halt(): boolean {
    const isWaiting = timer !== null
    if (timer !== null) clearTimeout(timer)
    isStopped = true
    return isWaiting
  }

  return {
    soon: () => {
      if (!isStopped) timer ??= setTimeout(write, SOON_MS)
    },
    drop: async () => {
      halt()
      await writing
      await durableDatabase().drafts.delete(name)
    },
    stop: async () => {
      if (halt()) write()
      await writing
    },
  }
}
