/**
 * Waits for the outcome of a received wish. Told by the settlement of this process when it was the one to settle it; looked up now and
 * then, because another server over the same database may have.
 */
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import { findIntent } from '../storage/intents.ts'
import type { Storage } from '../storage/storage.ts'
import type { Clock } from '../sync/clock.ts'
import type { Settlement } from './settlement.ts'

export interface OutcomeWait {
  /** Null when it takes too long: the wish stays received, and asking again gives the same answer. */
  outcomeOf(id: string): Promise<SettledIntent | null>
  /** Wishes waited for, each once. */
  count(): number
}

const LOOK_EVERY_MS = 500
const LOOKS_MAX = 20

export function makeOutcomeWait(ports: {
  readonly storage: Storage
  readonly settlement: Settlement
  readonly clock: Clock
}): OutcomeWait {
  const { storage, settlement, clock } = ports
  const waiting = new Map<string, Set<() => void>>()
  settlement.onSettled(({ intentId }) => {
    for (const tell of waiting.get(intentId) ?? []) tell()
  })

  /** Resolves at news of the wish, or after a while without any. */
  function news(id: string): Promise<void> {
    return new Promise((resolve) => {
      const tellers = waiting.get(id) ?? new Set()
      waiting.set(id, tellers)
      const done = () => {
        cancel()
        tellers.delete(done)
        if (tellers.size === 0) waiting.delete(id)
        resolve()
      }
      const cancel = clock.after(LOOK_EVERY_MS, done)
      tellers.add(done)
    })
  }

  return {
    outcomeOf: async (id) => {
      for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
        // Listening before looking, so that no outcome falls between.
        const told = news(id)
        const row = await findIntent(storage.read, id)
        if (row?.settled !== null && row?.settled !== undefined) {
          return JSON.parse(row.settled) as SettledIntent // written by the settlement
        }
        settlement.wake()
        await told
      }
      return null
    },
    count: () => waiting.size,
  }
}
