/** A device lets go of a wish only after its outcome is stored there, and of a stored outcome only after fourteen days. */
import { SETTLED_KEPT_MS } from '../../../domain/wire/outbox.ts'
import type { MakeOracle } from './oracle.ts'

export const outcomeBeforeForgetting: MakeOracle = (world) => {
  const doneAt = new Map<string, number>()
  return {
    title: 'a wish is let go of only after its outcome is stored',
    onMarked: (_device, { intent, state, settled }) => {
      if (state !== 'settled' && state !== 'expired') return null
      doneAt.set(intent.id, world.clock.now())
      const isTold = state === 'expired' || settled !== null
      return isTold ? null : `${intent.id} counts as settled without an outcome`
    },
    onForgotten: (_device, { intent, state }) => {
      const keptMs = world.clock.now() - (doneAt.get(intent.id) ?? world.clock.now())
      const isOld = keptMs + CLOCKS_APART_MS >= SETTLED_KEPT_MS
      return isOld ? null : `${intent.id} was forgotten as ${state} after ${keptMs} ms`
    },
  }
}

/** The server's clock, by which the fourteen days are counted, may have been set back in between. */
const CLOCKS_APART_MS = 120_000
