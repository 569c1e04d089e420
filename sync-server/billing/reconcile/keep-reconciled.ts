/** Holds the books against the processor once a day, and whenever somebody asks; one at a time. */
import { DAY_MS, HOUR_MS } from '../../../domain/values/instant.ts'
import type { FeedPorts } from '../feed/feed.ts'
import type { TakeFact } from '../gateway.ts'
import { lastReconciled, type Reconciled, reconcile } from './reconcile.ts'

export interface Reconciler {
  /** From now on these books are the ones. */
  follow(takeFact: TakeFact): void
  /** Looks now. Null when the processor could not be asked. */
  look(): Promise<Reconciled | null>
  stop(): Promise<void>
}

export function makeReconciler(ports: FeedPorts): Reconciler {
  const { storage, gateway, now, after, log } = ports
  let books: TakeFact | null = null
  let looking: Promise<Reconciled | null> | null = null
  let cancel = () => {}
  let isStopped = false

  /** Whoever asks while somebody looks waits for the same look. */
  function look(): Promise<Reconciled | null> {
    if (books === null || isStopped) return Promise.resolve(null)
    looking ??= reconcile({ storage, gateway, takeFact: books, now }).finally(() => {
      looking = null
    })
    return looking
  }

  async function lookIfDue(): Promise<void> {
    try {
      const last = await lastReconciled(storage, gateway.mode)
      if (last === null || now() - last.at >= DAY_MS) await look()
    } catch (error) {
      log(`The books were not held against the processor: ${String(error)}`)
    }
    if (!isStopped) cancel = after(HOUR_MS, () => void lookIfDue())
  }

  return {
    look,
    follow: (takeFact) => {
      books = takeFact
      // What waits from before is taken first.
      if (gateway.mode !== 'off') cancel = after(HOUR_MS / 60, () => void lookIfDue())
    },
    stop: async () => {
      isStopped = true
      cancel()
      await looking
    },
  }
}
