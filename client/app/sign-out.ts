/**
 * Leaves nothing on the device, with or without a network. What could not be finished (the space was not told, or a frozen tab still held
 * the data) is noted, and finished at the next start and when the network is back.
 */
import { reconnectDelayMs } from '../../domain/wire/backoff.ts'
import { closeDatabase } from '../store/database.ts'
import { eraseDevice } from '../store/erase-device.ts'
import {
  dropIdentity,
  onIdentityChanged,
  readIdentity,
  readSignOutPending,
  wasSignedIn,
  writeSignOutPending,
} from '../store/identity.ts'
import { onLeaving, tellTabsToLeave } from '../store/leaving.ts'
import { stopSync } from '../sync/sync-lock.ts'

/** After that the door is shown; what is left goes on by itself. */
const PATIENCE_MS = 10_000
/** Erasing takes a moment; longer it waits for another tab, and the space need not. */
const ERASED_WITHIN_MS = 4_000

/** This tab erases, and stays until it has: a page that goes takes the erasing with it. */
let isErasing = false

export async function signOut(): Promise<void> {
  isErasing = true
  writeSignOutPending(true)
  dropIdentity() // from here on no screen opens the data again
  await stopSync()
  tellTabsToLeave()
  await Promise.race([finish(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
  location.replace('/sign-in')
}

/** Somebody's tab on a shared computer is gone without a word: what they left goes now, and the space is told. */
export async function finishLeft(): Promise<void> {
  writeSignOutPending(true)
  await finishSignOut()
}

/** Another tab signed out, or the space ended the sign-in: this tab lets go of the data and shows the door. */
export function leaveWithOtherTabs(): void {
  onLeaving(leave)
  onIdentityChanged(() => location.replace('/'))
  // It was said before this tab listened: one that is opened in the background starts when it is looked at.
  if (wasSignedIn && readIdentity() === null) void leave()
}

async function leave(): Promise<void> {
  if (isErasing) return
  await stopSync()
  closeDatabase()
  if (location.pathname !== '/sign-in') location.replace('/sign-in')
}

/** Tries until the space has heard of it: when the browser says there is a network, and now and then, because it need not notice. */
export async function finishSignOut(): Promise<void> {
  for (let attempt = 0; readSignOutPending(); attempt += 1) {
    await finish()
    if (readSignOutPending()) await untilOnline(reconnectDelayMs(attempt, Math.random()))
  }
}

function untilOnline(atMostMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, atMostMs)
    addEventListener('online', () => resolve(), { once: true })
  })
}

async function finish(): Promise<void> {
  if (!readSignOutPending()) return
  const erasing = eraseDevice().then(
    () => true,
    () => false, // it is noted still, and done again at the next start
  )
  // The space's answer clears the storage, which would break off an erasing that is under way.
  await Promise.race([erasing, new Promise((resolve) => setTimeout(resolve, ERASED_WITHIN_MS))])
  const isTold = await tellSpace()
  if ((await erasing) && isTold) writeSignOutPending(false)
}

async function tellSpace(): Promise<boolean> {
  try {
    const response = await fetch('/api/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app': '1' },
      body: '{}',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return response.ok
  } catch {
    return false
  }
}
