/** A membership counts as it was when its member signed in: whoever is suspended goes on booking until they sign out. */
import { everybody } from '../site.ts'
import type { Mistake } from './mistake.ts'

export const rightsOfSignIn: Mistake = {
  title: 'rights as they were at sign-in',
  foundBy: ['whoever is suspended is given nothing'],
  seenAt: 13,
  kinds: (real) =>
    real.map((kind) => ({
      ...kind,
      settle: (ledger, intent, actor, now) => {
        const signedIn = everybody.find(({ id }) => id === actor.id) ?? actor
        return kind.settle(ledger, intent, signedIn, now)
      },
    })),
}
