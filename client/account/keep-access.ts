/**
 * What the space says of its Wi-Fi and door, as it was last heard. It is kept where everything goes that belongs to whoever is signed in: the name
 * begins with `user-`, so it is gone when they sign out (`store/erase-device`).
 */
const STORE = 'user-access'

export interface Access {
  readonly access: {
    readonly network: string
    readonly code: string
    readonly door: string
  } | null
}

/** Null where nothing is known yet, and there is no connection. */
export async function readAccess(siteId: string): Promise<Access | null> {
  const path = `/api/access/${siteId}`
  const store = await caches.open(STORE)
  const fresh = await fetch(path).catch(() => null)
  if (fresh?.ok === true) await store.put(path, fresh.clone())
  const found = fresh?.ok === true ? fresh : await store.match(path)
  return found === undefined ? null : ((await found.json()) as Access) // our own server
}
