/**
 * What the space keeps of a deposit for damage, as a document with a number: who gave the deposit reads what it was kept for, and the books have
 * it beside the bills. Damages are paid for no supply, so there is no tax in it, whatever is set for anything else; and nothing is left to be
 * paid, because the deposit pays all of it in the same stroke.
 */
import { isNothing, type PayerBillTo } from '../../memberships/bill-to.ts'
import type { Site } from '../../sites/site.ts'
import type { IntentId } from '../../values/ids.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import { type Money, zero } from '../../values/money.ts'
import type { BillDraft, BillLine } from '../bill.ts'
import type { Fund } from '../fund.ts'
import { taxSums } from '../tax.ts'

export interface Damage {
  /** The wish that keeps it: one document each. */
  readonly id: IntentId
  readonly fund: Fund
  /** Above zero, and no more than is left of the deposit. */
  readonly amount: Money
  /** In the words of who keeps it; who gave it reads them. */
  readonly reason: string
  readonly on: LocalDate
  readonly billTo: PayerBillTo | null
}

export function draftDamageBill(
  { id: siteId, billing }: Pick<Site, 'id' | 'billing'>,
  { id, fund, amount, reason, on, billTo }: Damage,
): BillDraft {
  const { payer, payerName } = fund
  const { taxName, isTaxIncluded } = billing
  const none = zero(amount.currency)
  const line: BillLine = {
    ...{ source: `damage/${id}`, kind: 'damage', on, amount },
    memberId: payer.kind === 'member' ? payer.memberId : null,
    ...{ memberName: payerName, billedBefore: none, basisPoints: 0, tax: none },
    about: { kind: 'damage', reason },
  }
  return {
    ...{ siteId, payer, payerName, paidFor: id, taxName, isTaxIncluded, total: amount },
    ...{ lines: [line], taxes: taxSums([line], isTaxIncluded) },
    period: { from: on, until: addDays(on, 1) },
    ...(billTo === null || isNothing(billTo) ? {} : { billTo: toBillTo(billTo) }),
  }
}

function toBillTo({ name, address, taxId, orderText }: PayerBillTo) {
  return { name, address, taxId, orderText }
}
