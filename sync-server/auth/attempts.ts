/** Counts attempts a key in a sliding window, in memory, bounded. A coworking space is one address: limits per address are wide. */
export interface Attempts {
  /** True, and counted, while the key is within its limit. */
  take(key: string): boolean
}

const KEYS_MAX = 10_000

export function makeAttempts(most: number, windowMs: number, now: () => number): Attempts {
  const byKey = new Map<string, number[]>()
  return {
    take: (key) => {
      const since = now() - windowMs
      const times = (byKey.get(key) ?? []).filter((at) => at > since)
      const isWithin = times.length < most
      if (isWithin) times.push(now())
      byKey.delete(key)
      byKey.set(key, times)
      for (const oldest of byKey.keys()) {
        if (byKey.size <= KEYS_MAX) break
        byKey.delete(oldest)
      }
      return isWithin
    },
  }
}
