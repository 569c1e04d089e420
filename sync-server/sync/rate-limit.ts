/** A token bucket a connection: 30 frames and 256 kB a second, twice that at once. */
export interface RateLimit {
  /** False when this frame is one too many. */
  take(bytes: number): boolean
}

const FRAMES_PER_SECOND = 30
const BYTES_PER_SECOND = 256_000
/** Opening a member's documents is one burst of some twenty commands. */
const BURST_SECONDS = 3

export function makeRateLimit(now: () => number): RateLimit {
  let frames = FRAMES_PER_SECOND * BURST_SECONDS
  let bytes = BYTES_PER_SECOND * BURST_SECONDS
  let at = now()
  return {
    take: (size) => {
      const seconds = Math.max(0, now() - at) / 1000
      at = now()
      frames = Math.min(FRAMES_PER_SECOND * BURST_SECONDS, frames + seconds * FRAMES_PER_SECOND) - 1
      bytes = Math.min(BYTES_PER_SECOND * BURST_SECONDS, bytes + seconds * BYTES_PER_SECOND) - size
      return frames >= 0 && bytes >= 0
    },
  }
}
