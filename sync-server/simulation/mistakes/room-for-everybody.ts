/** Whoever would have to wait comes in all the same. */
import type { Mistake } from './mistake.ts'

export const roomForEverybody: Mistake = {
  title: 'room for everybody',
  foundBy: ['an event promises the places it has, and no more'],
  seenAt: 12,
  kinds: (real) =>
    real.map((kind) => ({
      ...kind,
      settle: async (ledger, intent, actor, now) => {
        const { outcome, facts } = await kind.settle(ledger, intent, actor, now)
        const promised = facts.map((fact) =>
          fact.kind === 'rsvp' && fact.rsvp.state === 'waiting'
            ? { ...fact, rsvp: { ...fact.rsvp, state: 'going' as const } }
            : fact,
        )
        return { outcome, facts: promised }
      },
    })),
}
