/** Counts attempts a key in a sliding window, in memory, bounded. A coworking space is one address: limits per address are wide. */
export interface Attempts {
  /** True, and counted, while the key has attempts left. */
  take(key: string): boolean
  /** Uncounts the last one: it turned out not to be what is counted. Taking first is what stops a burst of guesses. */
  giveBack(key: string): void
}

/** Keys remembered; past it the one that was quiet longest is forgotten. */
const KEYS_MAX = 10_000

export function makeAttempts(most: number, windowMs: number, now: () => number): Attempts {
  const byKey = new Map<string, number[]>()

  function timesOf(key: string): number[] {
    const since = now() - windowMs
    return (byKey.get(key) ?? []).filter((at) => at > since)
  }

  return {
    take: (key) => {
      const times = timesOf(key)
      const isWithin = times.length < most
      if (isWithin) times.push(now())
      byKey.delete(key)
      byKey.set(key, times)
      for (const quietest of byKey.keys()) {
        if (byKey.size <= KEYS_MAX) break
        byKey.delete(quietest)
      }
      return isWithin
    },
    giveBack: (key) => {
      byKey.get(key)?.pop()
    },
  }
}
