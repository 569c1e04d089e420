/** A page that is loaded again, or goes on to another, is back by then. */
const BACK_WITHIN_MS = 3_000

/** The last tab on a shared computer is closed: the member's data goes, and the space ends the sign-in. Without a network the next start tells it. */
export async function clearIfLeft(self: ServiceWorkerGlobalScope): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, BACK_WITHIN_MS))
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (open.length > 0) return
  for (const name of await caches.keys()) if (name.startsWith('user-')) await caches.delete(name)
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith('portal-') === true) indexedDB.deleteDatabase(name)
  }
  const headers = { 'content-type': 'application/json', 'x-app': '1' }
  await fetch('/api/sign-out', { method: 'POST', headers, body: '{}' }).catch(() => undefined)
}
