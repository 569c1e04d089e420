/** What stands on bills, credit notes and receipts as they are handed over. */
import type { PaperKind } from '../../billing/papers/paper.ts'
import type { PaidFrom, Payment } from '../../billing/payment.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { billing } from './billing.ts'

const kinds: Readonly<Record<PaperKind, string>> = {
  bill: 'Bill',
  'credit-note': 'Credit note',
  receipt: 'Receipt',
}

function way(method: PaidFrom): string {
  return billing.methods[method].toLowerCase()
}

export const onPaper = {
  kind: (kind: PaperKind) => kinds[kind],
  number: 'Number',
  date: 'Date',
  what: 'What',
  when: 'When',
  reason: 'Reason',
  amount: 'Amount',
  net: 'Net',
  gross: 'Gross',
  total: 'Total',
  forBill: 'For bill',
  forBillOf: (number: string, on: LocalDate) => `${number} of ${billing.fullDate(on)}`,
  reference: 'Reference',
  percent: (basisPoints: number) => `${basisPoints / 100} %`,
  withTax: (tax: string) => `The amounts above include ${tax}.`,
  withoutTax: (tax: string) => `The amounts above are without ${tax}.`,
  untaxed: 'No tax is charged.',
  dueBy: (on: LocalDate) => `To be paid by ${billing.fullDate(on)}.`,
  takenBack: 'Taken back',
  received: ({ method }: Payment) => `Received with thanks, ${way(method)}`,
  paidBack: ({ method }: Payment) => `Paid back, ${way(method)}`,
  billTotal: (number: string) => `Total of bill ${number}`,
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
} as const
