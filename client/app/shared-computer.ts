/**
 * A computer that others use too: nothing stays once the tab is closed, or nobody has touched it for half an hour. The tab itself cannot clear what
 * it has open while it goes, so the service worker does, a moment later, if no tab of the portal is left; where there is none, or the browser
 * itself was closed, the next start does, before anybody is shown anything but the door.
 */
import { finishLeft, signOut } from './sign-out.ts'

const LOCK = 'portal.shared'
const IDLE_MS = 30 * 60_000
const LOOKED_AT_EVERY_MS = 30_000

/** It goes to a page of somebody else's, and comes back from there. */
let isReturning = false

export function expectReturn(): void {
  isReturning = true
}

export function watchSharedComputer(): void {
  // Held as long as this tab lives, whatever ends it.
  void navigator.locks.request(LOCK, { mode: 'shared' }, () => new Promise(() => undefined))
  let touchedAt = Date.now()
  for (const kind of ['pointerdown', 'keydown'] as const) {
    addEventListener(kind, () => {
      touchedAt = Date.now()
    })
  }
  setInterval(() => {
    if (Date.now() - touchedAt >= IDLE_MS) void signOut()
  }, LOOKED_AT_EVERY_MS)
  void tellWorkerWhenGone()
}

/** Found ready beforehand: there is no time to look for it while the page goes. */
async function tellWorkerWhenGone(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { active } = await navigator.serviceWorker.ready
  addEventListener('pagehide', () => {
    if (!isReturning) active?.postMessage({ type: 'LEFT_SHARED' })
  })
}

/** Nobody is signed in in this tab: whatever is here was left, unless another tab still has it open. */
export async function clearLeft(): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await finishLeft()
  })
}
