/**
 * How long to wait before the next attempt to connect: full jitter over a doubling range, 0.5 to 30 s, so that five hundred devices
 * that lost the same server do not come back in the same instant. `random` is in [0, 1).
 */
export function reconnectDelayMs(attempt: number, random: number): number {
  const range = Math.min(30_000, 1_000 * 2 ** Math.min(attempt, 10))
  return Math.round(500 + random * (range - 500))
}
