/** Leaves nothing on the device, with or without a network; other tabs are told, and the space is told when it can be. */
import { eraseDevice } from '../store/database.ts'
import { stopSync } from '../sync/sync-lock.ts'

const channel = new BroadcastChannel('portal.sign-out')
const LATER_KEY = 'portal.sign-out-pending'

export async function signOut(): Promise<void> {
  stopSync()
  const isTold = await tellSpace()
  await eraseDevice()
  if (!isTold) localStorage.setItem(LATER_KEY, '1')
  channel.postMessage('signed-out')
  location.replace('/sign-in')
}

/** Another tab signed out: this one lets go of the database and shows the door. */
export function leaveWithOtherTabs(): void {
  channel.onmessage = () => {
    stopSync()
    location.replace('/sign-in')
  }
}

/** A sign-out made without a network ends the sign-in at the space on the next contact. */
export async function finishSignOut(): Promise<void> {
  if (localStorage.getItem(LATER_KEY) === null) return
  if (await tellSpace()) localStorage.removeItem(LATER_KEY)
}

async function tellSpace(): Promise<boolean> {
  try {
    const response = await fetch('/api/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app': '1' },
      body: '{}',
    })
    return response.ok
  } catch {
    return false
  }
}
