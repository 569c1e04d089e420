/** `rules.accept`: a member says yes to the house rules of a location. */
import { acceptRules } from '../../domain/bookings/house-rules/accept-rules.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { settlementKind } from '../settlement/kind.ts'

export const settleRules = settlementKind<'rules.accept', Catalogue | null>({
  kind: 'rules.accept',
  load: async (ledger, { body: { siteId } }, actor) =>
    actor.siteIds.includes(siteId) ? ledger.catalogue(siteId) : null,
  decide: (intent, catalogue, actor, now) => {
    if (catalogue === null) {
      const refusal = { reason: 'unknown-rules' } as const
      return { outcome: { kind: 'refused', refusal, alternatives: [] }, facts: [] }
    }
    const { outcome, consent } = acceptRules(intent, catalogue, actor, now)
    return {
      outcome,
      facts: consent === null ? [] : [{ kind: 'consent', memberId: actor.id, consent }],
    }
  },
})
