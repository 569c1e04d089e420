/** `rules.accept`: a member says yes to the house rules of a location. */
import { acceptRules } from '../../domain/bookings/house-rules/accept-rules.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { settlementKind } from '../settlement/kind.ts'
import { refused } from '../settlement/verdict.ts'

export const settleRules = settlementKind<'rules.accept', Catalogue | null>({
  kind: 'rules.accept',
  load: async (ledger, { body: { siteId } }, actor) =>
    actor.siteIds.includes(siteId) ? ledger.catalogue(siteId) : null,
  decide: (intent, catalogue, actor, now) => {
    if (catalogue === null) return refused({ reason: 'unknown-rules' })
    const { outcome, consent } = acceptRules(intent, catalogue, actor, now)
    return {
      outcome,
      facts: consent === null ? [] : [{ kind: 'consent', memberId: actor.id, consent }],
    }
  },
})
