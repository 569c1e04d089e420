/** A payer says who their bills are made out to: a member for themselves, whoever manages a team for it. */

import { granted } from '../../domain/bookings/wishes/granted.ts'
import { settlementKind } from '../settlement/kind.ts'
import { notAllowed } from '../settlement/verdict.ts'
import { audit } from './settle-bills.ts'

const save = settlementKind<'bill-to.save', boolean>({
  kind: 'bill-to.save',
  load: async (ledger, { body: { payer } }, actor) => {
    if (payer.kind === 'member') return payer.memberId === actor.id
    const team = ledger.tx.selectFrom('team').select('manager_id').where('id', '=', payer.teamId)
    return (await team.executeTakeFirst())?.manager_id === actor.id
  },
  decide: ({ kind, body: { payer, billTo } }, isTheirs) =>
    isTheirs
      ? {
          outcome: granted,
          facts: [
            { kind: 'bill-to', billTo: { ...billTo, payer } },
            audit(kind, payer.kind === 'member' ? payer.memberId : payer.teamId, billTo),
          ],
        }
      : notAllowed,
})

export const billToKinds = [save]
