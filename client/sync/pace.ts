/**
 * Parts of messages, sent no faster than a connection may send. A version brought back on a floor of thousands of things, or what was drawn in a
 * week without a network, is one large message; all at once it would look like a flood, and be cut off again and again.
 */
import { limits } from '../../domain/values/limits.ts'

export interface Pace {
  send(part: Uint8Array): void
  /** What waits is let go of: its connection is gone. */
  stop(): void
}

export interface PacePorts {
  send(part: Uint8Array): void
  now(): number
  /** Does the work that much later; the answer takes it back. */
  after(ms: number, work: () => void): () => void
}

/** Room for what is sent beside it. */
const SHARE = 0.75

export function makePace({ send, now, after }: PacePorts): Pace {
  const perMs = (SHARE * limits.socketBytesPerSecondMax) / 1000
  const most = perMs * 1000 * limits.socketBurstSeconds
  const waiting: Uint8Array[] = []
  let budget = most
  let at = now()
  let cancel: (() => void) | null = null

  function run(): void {
    cancel = null
    budget = Math.min(most, budget + Math.max(0, now() - at) * perMs)
    at = now()
    for (let part = waiting[0]; part !== undefined; part = waiting[0]) {
      if (part.byteLength > budget) {
        cancel = after(Math.ceil((part.byteLength - budget) / perMs), run)
        return
      }
      waiting.shift()
      budget -= part.byteLength
      send(part)
    }
  }

  return {
    send: (part) => {
      waiting.push(part)
      if (cancel === null) run()
    },
    stop: () => {
      cancel?.()
      cancel = null
      waiting.length = 0
    },
  }
}
