/** Payments as rows, each with its transaction of the ledger. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { Bill } from '../../domain/billing/bill.ts'
import { paymentTransaction } from '../../domain/billing/ledger.ts'
import type { Payment } from '../../domain/billing/payment.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Tx } from '../storage/storage.ts'
import { writeLedger } from '../storage/write-ledger.ts'
import { keepUnpaid } from './keep-unpaid.ts'
import { readersOf } from './readers-of.ts'
import { enqueueGiveBack } from './write-paying.ts'

export interface PaymentFact {
  readonly kind: 'payment'
  readonly bill: Bill
  readonly payment: Payment
}

export async function writePayment(
  tx: Tx,
  { bill, payment }: PaymentFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const { id, amount } = payment
  const row = { id, bill_id: bill.id, amount_minor: amount.amountMinor }
  await tx
    .insertInto('payment')
    .values({ ...row, body: JSON.stringify(payment) })
    .execute()
  const transaction = paymentTransaction(bill, payment)
  await writeLedger(tx, [{ siteId: bill.siteId, transaction, charge: null }], now)
  await enqueueGiveBack(tx, bill.id, id, now)
  const readers = await readersOf(tx, [bill.payer])
  return [...readers, ...(await keepUnpaid(tx, payerId(bill.payer)))]
}
