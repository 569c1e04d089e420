/** What the space pushes: shown as it was said, once for each tag, and leading to its page. */
interface Pushed {
  readonly title: string
  readonly text: string
  /** A page of the app, by its path. */
  readonly url: string
  readonly tag: string
}

export async function showPushed(self: ServiceWorkerGlobalScope, data: PushMessageData) {
  const { title, text, url, tag } = data.json() as Pushed // from our own space, encrypted for this device
  await self.registration.showNotification(title, {
    ...{ body: text, tag, data: url },
    icon: '/icon-192.png',
  })
}

/** An open window goes there; else one is opened. */
export async function openPushed(self: ServiceWorkerGlobalScope, { data }: Notification) {
  const url = new URL(String(data), self.location.origin)
  if (url.origin !== self.location.origin) return
  const windows = await self.clients.matchAll({ type: 'window' })
  const open = windows.find((one) => 'navigate' in one)
  if (open === undefined) await self.clients.openWindow(url)
  else await (await open.navigate(url))?.focus()
}
