/** A block keeps what was there before: what is written after it comes all the same. */
import type { Mistake } from './mistake.ts'

export const wordToWhoHasBlocked: Mistake = {
  title: 'a word to who has blocked',
  foundBy: ['a message comes once, in order, and not to who has blocked its author'],
  seenAt: 11,
  kinds: (real) =>
    real.map((kind) => ({
      ...kind,
      settle: async (ledger, intent, actor, now) => {
        const { outcome, facts } = await kind.settle(ledger, intent, actor, now)
        const sent = facts.map((fact) =>
          fact.kind === 'message'
            ? { ...fact, message: { ...fact.message, isWithheld: false } }
            : fact,
        )
        return { outcome, facts: sent }
      },
    })),
}
