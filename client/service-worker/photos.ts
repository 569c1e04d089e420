/**
 * Pictures of places and people, kept as they are seen so that they show without a network. They are named by their hash and never change,
 * so what is here is not asked for again. What nothing on the device names any more is let go by the tab that syncs (`sync/drop-pictures`).
 * The name begins with `user-`: such caches go when somebody signs out (`store/user-caches`).
 */
const CACHE = 'user-photos'
/** The oldest go first: some 40 MB of small ones and a few that were opened. */
const KEPT_MAX = 200

export async function answerPhoto(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const found = await cache.match(request)
  if (found !== undefined) return found
  const response = await fetch(request)
  // Without room on the device nothing is kept, and the picture is shown all the same.
  if (response.ok) await keep(cache, request, response.clone()).catch(() => undefined)
  return response
}

async function keep(cache: Cache, request: Request, response: Response): Promise<void> {
  await cache.put(request, response)
  const kept = await cache.keys()
  for (const oldest of kept.slice(0, -KEPT_MAX)) await cache.delete(oldest)
}
