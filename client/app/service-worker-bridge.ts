/** The page's side of the service worker: says when a new version waits, and takes it only when nothing would be lost. */
import { createSignal } from 'solid-js'
import type { Workbox } from 'workbox-window'

const [isUpdateReady, setIsUpdateReady] = createSignal(false)
let workbox: Workbox | null = null

export { isUpdateReady }

/** After the first paint: nothing on the screen waits for it. */
export async function registerServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const { Workbox } = await import('workbox-window')
  workbox = new Workbox('/service-worker.js', { scope: '/', updateViaCache: 'none' })
  workbox.addEventListener('waiting', () => setIsUpdateReady(true))
  await workbox.register().catch(() => undefined) // no worker: the app still works while there is a network
}

/** The person asked for it: the new version takes over and the page starts again. */
export function takeUpdate(): void {
  workbox?.addEventListener('controlling', () => location.reload())
  workbox?.messageSkipWaiting()
}

/** Looks for a new version, as a page that stays open for days must. */
export function lookForUpdate(): void {
  void workbox?.update()
}
