/**
 * Keeps the app's own files so that it opens without a network. It never touches `/api` or `/sync`, but for pictures: data lives in the
 * member's database, not in a cache. A new version waits until the page says that it is safe to take over.
 */
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { clearIfLeft } from './clear-if-left.ts'
import { answerPhoto } from './photos.ts'
import { openPushed, showPushed } from './pushed.ts'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[]
}

precacheAndRoute([...self.__WB_MANIFEST])
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/api\//, /^\/sync/, /^\/healthz/, /^\/demo-checkout\//],
  }),
)
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/api/photos/'),
  ({ request }) => answerPhoto(request),
)

// Pages that were there before it are its own from now on: whoever goes underground on their first day opens the next page too.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { type?: string }
  if (event.origin !== self.location.origin) return
  if (type === 'SKIP_WAITING') void self.skipWaiting()
  if (type === 'LEFT_SHARED') event.waitUntil(clearIfLeft(self))
})

self.addEventListener('push', (event) => {
  if (event.data !== null) event.waitUntil(showPushed(self, event.data))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPushed(self, event.notification))
})
