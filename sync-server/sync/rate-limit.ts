import { limits } from '../../domain/values/limits.ts'

/** How much somebody may send: so many messages and bytes a second, and some seconds' worth at once. */
export interface RateLimit {
  /** False when this frame is one too many; it then costs nothing. */
  take(bytes: number): boolean
}

export interface Rate {
  readonly framesPerSecond: number
  readonly bytesPerSecond: number
  readonly burstSeconds: number
}

/** One connection. A device that opens all the 64 channels it may have, with its outbox, does so in one burst of some seventy frames. */
export const connectionRate: Rate = {
  framesPerSecond: 30,
  bytesPerSecond: limits.socketBytesPerSecondMax,
  burstSeconds: limits.socketBurstSeconds,
}

export function makeRateLimit(now: () => number, rate: Rate): RateLimit {
  const framesMax = rate.framesPerSecond * rate.burstSeconds
  const bytesMax = rate.bytesPerSecond * rate.burstSeconds
  let frames = framesMax
  let bytes = bytesMax
  let at = now()
  return {
    take: (size) => {
      const seconds = Math.max(0, now() - at) / 1000
      at = now()
      frames = Math.min(framesMax, frames + seconds * rate.framesPerSecond)
      bytes = Math.min(bytesMax, bytes + seconds * rate.bytesPerSecond)
      if (frames < 1 || bytes < size) return false
      frames -= 1
      bytes -= size
      return true
    },
  }
}
