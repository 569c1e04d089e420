/** Facts of who keeps the books, as rows; and the job that draws the papers of what they issued. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { PayerBillTo } from '../../domain/memberships/bill-to.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { writeBillTo } from '../storage/bill-tos.ts'
import type { Tx } from '../storage/storage.ts'
import { readersOf } from './readers-of.ts'
import { type AddonFact, writeAddon } from './write-addons.ts'
import { type BillsFact, type CreditFact, writeCredit } from './write-bills.ts'
import { type BookedBillFact, writeBookedBill } from './write-booked-bill.ts'
import { type DepositAskFact, writeDepositAsk } from './write-deposits.ts'
import { type DisputeFact, writeDispute } from './write-disputes.ts'
import { type FundFact, type FundMoveFact, writeFund, writeFundMove } from './write-funds.ts'
import { type MembershipsFact, writeMemberships } from './write-memberships.ts'
import {
  askForPapers,
  type PapersFact,
  type SigningKeyFact,
  writePapers,
  writeSigningKey,
} from './write-papers.ts'
import {
  type AttemptFact,
  type PayerFact,
  type RefundFact,
  writeAttempt,
  writePayer,
  writeRefund,
} from './write-paying.ts'
import { type PaymentFact, writePayment } from './write-payment.ts'
import { type PromoFact, type RedemptionFact, writePromo, writeRedemption } from './write-promos.ts'
import { type RunFact, type RunStepFact, writeRun, writeRunStep } from './write-run.ts'

export type MoneyFact =
  | BillsFact
  | BookedBillFact
  | PaymentFact
  | CreditFact
  | AttemptFact
  | PayerFact
  | RefundFact
  | DisputeFact
  | PapersFact
  | SigningKeyFact
  | FundFact
  | FundMoveFact
  | { readonly kind: 'bill-to'; readonly billTo: PayerBillTo }
  | PromoFact
  | RedemptionFact
  | RunFact
  | RunStepFact
  | MembershipsFact
  | AddonFact
  | DepositAskFact

const kinds: { readonly [Kind in MoneyFact['kind']]: true } = {
  ...{
    bills: true,
    'booked-bill': true,
    payment: true,
    credit: true,
    attempt: true,
    payer: true,
    refund: true,
    dispute: true,
  },
  ...{ papers: true, 'signing-key': true, memberships: true, fund: true, 'fund-move': true },
  ...{ 'bill-to': true, addon: true, 'deposit-ask': true, promo: true, redemption: true },
  ...{ 'billing-run': true, 'billing-step': true },
}

export function isOfMoney(fact: { readonly kind: string }): fact is MoneyFact {
  return Object.hasOwn(kinds, fact.kind)
}

/** Gives the documents that show it. */
export async function writeMoney(
  tx: Tx,
  fact: Exclude<MoneyFact, BillsFact>,
  now: Instant,
): Promise<readonly DocumentName[]> {
  switch (fact.kind) {
    case 'booked-bill':
      return writeBookedBill(tx, fact, now)
    case 'payment':
      await askForPapers(tx, fact.payment.id, [fact.bill.id], now)
      return writePayment(tx, fact, now)
    case 'credit':
      await askForPapers(tx, fact.note.id, [fact.bill.id], now)
      return writeCredit(tx, fact, now)
    case 'attempt':
      return writeAttempt(tx, fact, now)
    case 'payer':
      return writePayer(tx, fact, now)
    case 'refund':
      return writeRefund(tx, fact, now)
    case 'dispute':
      return writeDispute(tx, fact, now)
    case 'papers':
      return writePapers(tx, fact)
    case 'signing-key':
      return writeSigningKey(tx, fact, now)
    case 'bill-to':
      await writeBillTo(tx, fact.billTo)
      return readersOf(tx, [fact.billTo.payer])
    case 'promo':
      await writePromo(tx, fact)
      return []
    case 'redemption':
      return writeRedemption(tx, fact)
    case 'fund':
      return writeFund(tx, fact, now)
    case 'fund-move':
      return writeFundMove(tx, fact, now)
    case 'memberships':
      return writeMemberships(tx, fact)
    case 'addon':
      return writeAddon(tx, fact)
    case 'deposit-ask':
      return writeDepositAsk(tx, fact)
    case 'billing-run':
      await writeRun(tx, fact, now)
      return []
    case 'billing-step':
      await writeRunStep(tx, fact, now)
      return []
  }
}
