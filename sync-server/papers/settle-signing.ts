/** A new key, by the word of who keeps the books. */

import { granted } from '../../domain/bookings/wishes/granted.ts'
import { type Decision, settlementKind } from '../settlement/kind.ts'
import { notAllowed } from '../settlement/verdict.ts'

export const renewSigning = settlementKind<'signing.renew', boolean>({
  kind: 'signing.renew',
  load: async (ledger, { body }, actor) =>
    actor.siteIds.includes(body.siteId) && (await ledger.catalogue(body.siteId)) !== null,
  decide: ({ kind, body: { siteId } }, isTheirs, actor): Decision => {
    if (!isTheirs) return notAllowed
    return {
      outcome: granted,
      facts: [
        { kind: 'signing-key', siteId, madeBy: actor.id },
        { kind: 'audit', command: kind, subject: siteId, detail: '' },
      ],
    }
  },
})
