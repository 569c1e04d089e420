/**
 * A picture chosen without a network, kept on this device until it can be sent: one a floor. It lies in a cache, which holds files, and
 * whose name begins with `user-`: such caches go when somebody signs out.
 */
import type { FloorId } from '../../../domain/values/ids.ts'

const CACHE = 'user-waiting-pictures'

function addressOf(floorId: FloorId): string {
  return `/waiting-pictures/${floorId}`
}

/** False where the device has no room. */
export async function keepWaiting(floorId: FloorId, file: Blob): Promise<boolean> {
  try {
    const cache = await caches.open(CACHE)
    await cache.put(addressOf(floorId), new Response(file))
    return true
  } catch {
    return false
  }
}

export async function readWaiting(floorId: FloorId): Promise<Blob | null> {
  try {
    const found = await caches.match(addressOf(floorId), { cacheName: CACHE })
    return found === undefined ? null : await found.blob()
  } catch {
    return null
  }
}

export async function forgetWaiting(floorId: FloorId): Promise<void> {
  const cache = await caches.open(CACHE).catch(() => null)
  await cache?.delete(addressOf(floorId))
}
