/** What a peer sent, handled strictly one after the other. A peer that sends faster than its limits, or than it is answered, is told so. */
import { limits } from '../../domain/values/limits.ts'
import type { CloseReason } from '../../domain/wire/close-codes.ts'
import type { Clock } from './clock.ts'
import { connectionRate, makeRateLimit } from './rate-limit.ts'

export interface Inbox {
  put(message: string | Uint8Array): void
}

interface InboxPorts {
  take(message: string | Uint8Array): Promise<void>
  close(reason: CloseReason): void
  fail(error: unknown): void
}

/** Messages that wait behind a slow one; twice what a device sends when it opens everything it follows. */
const WAITING_MAX = 200
/** A whole outbox, four times over. */
const WAITING_BYTES_MAX = 4 * limits.outboxBytesMax

export function makeInbox(clock: Clock, ports: InboxPorts): Inbox {
  const rate = makeRateLimit(() => clock.now(), connectionRate)
  let work: Promise<void> = Promise.resolve()
  let waiting = 0
  let waitingBytes = 0

  return {
    put: (message) => {
      const size = typeof message === 'string' ? message.length : message.byteLength
      if (size > limits.frameBytesMax) return ports.close('too-large')
      waiting += 1
      waitingBytes += size
      const isFlood = waiting > WAITING_MAX || waitingBytes > WAITING_BYTES_MAX
      if (!rate.take(size) || isFlood) return ports.close('slow-down')
      work = work
        .then(() => ports.take(message))
        .catch(ports.fail)
        .finally(() => {
          waiting -= 1
          waitingBytes -= size
        })
    },
  }
}
