/** What the team noted for itself is kept like everything else that is said about a ticket. */
import type { Fact } from '../../settlement/kind.ts'
import type { Mistake } from './mistake.ts'

export const noteThatIsSaid: Mistake = {
  title: 'a note that is said',
  foundBy: ['a socket never receives a byte of a document outside its rights'],
  seenAt: 8,
  kinds: (real) =>
    real.map((kind) => ({
      ...kind,
      settle: async (ledger, intent, actor, now) => {
        const { outcome, facts } = await kind.settle(ledger, intent, actor, now)
        return { outcome, facts: facts.map(said) }
      },
    })),
}

function said(fact: Fact): Fact {
  if (fact.kind !== 'ticket') return fact
  const entries = fact.entries.map((entry) =>
    entry.kind === 'note'
      ? { ...entry, kind: 'said' as const, photos: [], via: 'app' as const }
      : entry,
  )
  return { ...fact, entries }
}
