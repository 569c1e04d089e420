/** The bill of a booking that was paid before it stood, with the payment that it is issued for. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { Bill, BillDraft } from '../../domain/billing/bill.ts'
import { creditTaxes } from '../../domain/billing/credit.ts'
import type { Payment } from '../../domain/billing/payment.ts'
import type { BillingSettings } from '../../domain/sites/billing-settings.ts'
import { must } from '../../domain/values/assert.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { subtract, zero } from '../../domain/values/money.ts'
import { lateReason } from '../../domain/words/english/corrections.ts'
import type { Tx } from '../storage/storage.ts'
import { readersOf } from './readers-of.ts'
import { issueBills, writeCredit } from './write-bills.ts'
import { payFromCredits } from './write-funds.ts'
import { askForPapers } from './write-papers.ts'
import { enqueueCollects } from './write-paying.ts'
import { writePayment } from './write-payment.ts'

export interface BookedBillFact {
  readonly kind: 'booked-bill'
  readonly draft: BillDraft
  readonly settings: BillingSettings
  readonly issuedOn: LocalDate
  /** Null where credits paid all of it. */
  readonly payment: Payment | null
  /** The place was not to be had any more: a credit note takes all of it back, and what was paid goes back with it. */
  readonly isTakenBack: boolean
}

export async function writeBookedBill(
  tx: Tx,
  { draft, settings, issuedOn, payment, isTakenBack }: BookedBillFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const issue = { siteId: draft.siteId, drafts: [draft], settings, issuedOn }
  const bill = must((await issueBills(tx, issue, now))[0], 'one draft is one bill')
  await askForPapers(tx, bill.id, [bill.id], now)
  await payFromCredits(tx, bill, now)
  const told =
    payment === null
      ? await readersOf(tx, [bill.payer])
      : await writePayment(tx, { kind: 'payment', bill, payment }, now)
  // A credit that was counted on was spent meanwhile: what is left is collected as of any bill.
  await enqueueCollects(tx, [bill], now)
  if (!isTakenBack) return told
  return [...told, ...(await takeBack(tx, bill, settings, now))]
}

function takeBack(
  tx: Tx,
  bill: Bill,
  settings: BillingSettings,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const { id: billId, issuedOn, total } = bill
  const about = { id: `${billId}/1`, billId, issuedAt: now, issuedOn, reason: lateReason }
  const taxes = creditTaxes(bill, total)
  const note = { ...about, taxes, total: subtract(zero(total.currency), total) }
  return writeCredit(tx, { kind: 'credit', bill, note, settings }, now)
}
