/**
 * A payer says who their bills are made out to: a member for themselves, whoever manages a team for it. Who keeps the books says whether their
 * tax number is good.
 */

import { granted } from '../../domain/bookings/wishes/granted.ts'
import type { PayerBillTo } from '../../domain/memberships/bill-to.ts'
import { type Holder, payerId } from '../../domain/memberships/holder.ts'
import { settlementKind } from '../settlement/kind.ts'
import { notAllowed, refused } from '../settlement/verdict.ts'
import { billTosOf } from '../storage/bill-tos.ts'
import { payersOfSite } from '../storage/load-bills.ts'
import type { Reader } from '../storage/storage.ts'
import { audit } from './settle-bills.ts'

interface Known {
  readonly isTheirs: boolean
  /** What was said before. */
  readonly before: PayerBillTo | null
}

const save = settlementKind<'bill-to.save', Known>({
  kind: 'bill-to.save',
  load: async (ledger, { body: { payer } }, actor) => {
    const before = await billToOf(ledger.tx, payer)
    if (payer.kind === 'member') return { isTheirs: payer.memberId === actor.id, before }
    const team = ledger.tx.selectFrom('team').select('manager_id').where('id', '=', payer.teamId)
    return { isTheirs: (await team.executeTakeFirst())?.manager_id === actor.id, before }
  },
  decide: ({ kind, body: { payer, billTo } }, { isTheirs, before }) =>
    isTheirs
      ? {
          outcome: granted,
          facts: [
            { kind: 'bill-to', billTo: { ...before, ...billTo, payer } },
            audit(kind, payerId(payer), billTo),
          ],
        }
      : notAllowed,
})

/** What was looked up is kept, so that a number that was good once is good again when its payer comes back to it. */
const check = settlementKind<'tax-id.check', PayerBillTo | null>({
  kind: 'tax-id.check',
  load: async ({ tx }, { body: { siteId, payer } }) => {
    const isHere = (await payersOfSite(tx, siteId)).includes(payerId(payer))
    return isHere ? billToOf(tx, payer) : null
  },
  decide: ({ kind, body: { payer, taxId, isGood } }, known) => {
    // Who pays may have said another one since it was looked up.
    if (known?.taxId !== taxId) return refused({ reason: 'unknown-payer' })
    const { checkedTaxId: _before, ...rest } = known
    return {
      outcome: granted,
      facts: [
        { kind: 'bill-to', billTo: isGood ? { ...rest, checkedTaxId: taxId } : rest },
        audit(kind, payerId(payer), { taxId, isGood }),
      ],
    }
  },
})

async function billToOf(reader: Reader, payer: Holder): Promise<PayerBillTo | null> {
  const [known] = await billTosOf(reader, [payerId(payer)])
  return known ?? null
}

export const billToKinds = [save, check]
