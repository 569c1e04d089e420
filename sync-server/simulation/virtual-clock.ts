/**
 * Time that passes only when the simulation says so. Between two timers everything that waits on promises alone runs to its end, so
 * that work takes no time unless a port makes it.
 */
import type { Clock } from '../sync/clock.ts'

export interface VirtualClock extends Clock {
  /** Lets time pass, timer by timer. */
  advance(ms: number): Promise<void>
  /** Nobody runs meanwhile, as when a machine sleeps; then everything that is due runs late. */
  sleep(ms: number): Promise<void>
}

interface Timer {
  readonly at: number
  readonly order: number
  work: (() => void) | null
}

export function makeVirtualClock(start: number): VirtualClock {
  let now = start
  let order = 0
  /** By time, then by order of making; latest first, because the next one is taken off the end. */
  const timers: Timer[] = []

  function insert(timer: Timer): void {
    let low = 0
    let high = timers.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = timers[middle]
      if (other !== undefined && isLater(other, timer)) low = middle + 1
      else high = middle
    }
    timers.splice(low, 0, timer)
  }

  async function runUntil(until: number): Promise<void> {
    await drain()
    for (;;) {
      const next = timers.at(-1)
      if (next === undefined || next.at > until) return
      timers.pop()
      if (next.work === null) continue
      now = Math.max(now, next.at)
      next.work()
      await drain()
    }
  }

  return {
    now: () => now,
    after: (ms, work) => {
      order += 1
      const timer: Timer = { at: now + ms, order, work }
      insert(timer)
      return () => {
        timer.work = null
      }
    },
    advance: async (ms) => {
      const until = now + ms
      await runUntil(until)
      now = until
    },
    sleep: async (ms) => {
      now += ms
      await runUntil(now)
    },
  }
}

function isLater(one: Timer, other: Timer): boolean {
  return one.at > other.at || (one.at === other.at && one.order > other.order)
}

/** Everything that waits on promises has run when the event loop turns. */
function drain(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
