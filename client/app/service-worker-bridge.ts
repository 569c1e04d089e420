/**
 * The page's side of the service worker. It says when a new version waits, and takes it only when the person says so: nothing they are
 * in the middle of is lost. A tab whose files were replaced by another tab, or are gone, offers the same.
 */
import { createSignal } from 'solid-js'
import type { Workbox } from 'workbox-window'

const [isUpdateReady, setIsUpdateReady] = createSignal(false)
let workbox: Workbox | null = null
/** The new version is in charge already: this page only has to start again. */
let isTaken = false

export { isUpdateReady }

/** An installed app is rarely closed, so it looks for a new version by itself. */
const LOOK_EVERY_MS = 3_600_000

/** After the first paint: nothing on the screen waits for it. */
export async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const { Workbox } = await import('workbox-window')
  workbox = new Workbox('/service-worker.js', { scope: '/', updateViaCache: 'none' })
  workbox.addEventListener('waiting', () => setIsUpdateReady(true))
  let isControlled = navigator.serviceWorker.controller !== null
  workbox.addEventListener('controlling', ({ isUpdate, isExternal }) => {
    // The first worker takes the page it finds, whose files are the same.
    if (isControlled && (isUpdate === true || isExternal === true)) offerRestart()
    isControlled = true
  })
  addEventListener('vite:preloadError', offerRestart)
  await workbox.register().catch(() => undefined) // no worker: the app still works while there is a network
  addEventListener('online', lookForUpdate)
  setInterval(lookForUpdate, LOOK_EVERY_MS)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') lookForUpdate()
  })
}

/** The person asked for it: the new version takes over and the page starts again. */
export function takeUpdate(): void {
  if (isTaken || workbox === null) return location.reload()
  workbox.addEventListener('controlling', () => location.reload())
  workbox.messageSkipWaiting()
}

function offerRestart(): void {
  isTaken = true
  setIsUpdateReady(true)
}

/** Is there a new version? Whoever asks is told by `isUpdateReady`. */
export function lookForUpdate(): void {
  workbox?.update().catch(() => undefined) // no network: later
}
