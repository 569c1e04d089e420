/** A decision with all that follows from it, on the ledger that it was decided on. */
import type { Instant } from '../../domain/values/instant.ts'
import type { Consequence, Fact } from './kind.ts'
import type { Ledger } from './ledger.ts'
import { asWritten } from './with-come-back.ts'

/** A fact frees a place, its giving away suspends nothing and frees nothing: what goes round more often is a mistake in a rule. */
const ROUNDS_MAX = 10

/** What follows, without the decision itself. The ledger knows the bookings of both. */
export async function consequencesOf(
  ledger: Ledger,
  consequences: readonly Consequence[],
  decided: readonly Fact[],
  now: Instant,
): Promise<readonly Fact[]> {
  decideAll(ledger, decided)
  const followed: Fact[] = []
  let fresh = decided
  for (let round = 0; fresh.length > 0 && consequences.length > 0; round += 1) {
    if (round >= ROUNDS_MAX)
      throw new Error('Broken invariant: facts follow from facts without end')
    const next: Fact[] = []
    for (const follow of consequences) {
      const all = [...decided, ...followed, ...next]
      const found = await asWritten(ledger, await follow(ledger, { fresh, all }, now), now)
      decideAll(ledger, found)
      next.push(...found)
    }
    followed.push(...next)
    fresh = next
  }
  return followed
}

function decideAll(ledger: Ledger, facts: readonly Fact[]): void {
  for (const fact of facts) if (fact.kind === 'booking') ledger.decide(fact.booking)
}
