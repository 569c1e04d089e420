/** A basket is written place by place, and one that cannot be had does not undo the others. */
import type { Mistake } from './mistake.ts'

export const basketInPart: Mistake = {
  title: 'a basket in part',
  foundBy: ['a basket is booked whole or not at all'],
  seenAt: 3,
  kinds: (real) =>
    real.map((kind) => ({
      ...kind,
      settle: async (ledger, intent, actor, now) => {
        const decision = await kind.settle(ledger, intent, actor, now)
        if (intent.kind !== 'basket.request') return decision
        return { ...decision, facts: decision.facts.slice(0, 1) }
      },
    })),
}
