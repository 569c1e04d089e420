/** A new key, by the word of who keeps the books. */
import { type Decision, settlementKind } from '../settlement/kind.ts'

export const renewSigning = settlementKind<'signing.renew', boolean>({
  kind: 'signing.renew',
  load: async (ledger, { body }, actor) =>
    actor.siteIds.includes(body.siteId) && (await ledger.catalogue(body.siteId)) !== null,
  decide: ({ kind, body: { siteId } }, isTheirs, actor): Decision => {
    if (!isTheirs) {
      return {
        outcome: { kind: 'refused', refusal: { reason: 'not-allowed' }, alternatives: [] },
        facts: [],
      }
    }
    return {
      outcome: { kind: 'confirmed', bookingId: null, choice: 0, price: null },
      facts: [
        { kind: 'signing-key', siteId, madeBy: actor.id },
        { kind: 'audit', command: kind, subject: siteId, detail: '' },
      ],
    }
  },
})
