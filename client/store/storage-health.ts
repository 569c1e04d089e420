/**
 * Whether this device can keep what is given to it. Not a row: a device that is full could not write it. Every tab is told by the one
 * that noticed, and told again when it works.
 */
import { type Accessor, createSignal } from 'solid-js'
import type { StorageState } from './rows.ts'

const channel = new BroadcastChannel('portal.storage')
const [state, setState] = createSignal<StorageState>('ok')
channel.onmessage = (event: MessageEvent<StorageState>) => setState(event.data)

export const storageState: Accessor<StorageState> = state

/** The last change was kept, or was not and why. */
export function sayStorage(found: StorageState): void {
  if (found === state()) return
  setState(found)
  channel.postMessage(found)
}

/** What an error of the database says about the device's storage. */
export function storageTrouble(error: unknown): 'full' | 'unavailable' {
  const { name, inner } = (error ?? {}) as { name?: unknown; inner?: unknown } // any error of Dexie or the browser
  if (name === 'QuotaExceededError') return 'full'
  return inner === undefined || inner === null ? 'unavailable' : storageTrouble(inner)
}
