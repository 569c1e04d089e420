/** How much one connection may send: 30 frames and 256 kB a second, and three seconds' worth at once. */
export interface RateLimit {
  /** False when this frame is one too many. */
  take(bytes: number): boolean
}

const FRAMES_PER_SECOND = 30
const BYTES_PER_SECOND = 256_000
/** A device that opens all the 64 channels it may have, with its outbox, does so in one burst of some seventy frames. */
const BURST_SECONDS = 3

export function makeRateLimit(now: () => number): RateLimit {
  const framesMax = FRAMES_PER_SECOND * BURST_SECONDS
  const bytesMax = BYTES_PER_SECOND * BURST_SECONDS
  let frames = framesMax
  let bytes = bytesMax
  let at = now()
  return {
    take: (size) => {
      const seconds = Math.max(0, now() - at) / 1000
      at = now()
      frames = Math.min(framesMax, frames + seconds * FRAMES_PER_SECOND) - 1
      bytes = Math.min(bytesMax, bytes + seconds * BYTES_PER_SECOND) - size
      return frames >= 0 && bytes >= 0
    },
  }
}
