/** How the bills of the sample stand. */
import type { Bill } from '../../billing/bill.ts'
import { attemptId, type PaymentAttempt } from '../../billing/paying/attempt.ts'
import type { Payment } from '../../billing/payment.ts'
import { payerId } from '../../memberships/holder.ts'
import { addMinutes } from '../../values/instant.ts'
import { addDays, daysBetween, type LocalDate } from '../../values/local-date.ts'

/** Counted from the oldest. */
const FORGOTTEN = 5

/** Almost everybody has paid; of what was issued last, every sixth bill is open, and Hana’s. One of the older ones was forgotten. */
export function samplePayments(
  bills: readonly Bill[],
  newest: LocalDate,
  today: LocalDate,
): readonly Payment[] {
  return bills.flatMap((bill, index) => {
    const isNew = bill.issuedOn >= newest
    const isOpen = isNew
      ? index % 6 === 3 || bill.payerName === 'Hana Sato'
      : index === bills.length - FORGOTTEN
    const on = addDays(bill.issuedOn, 5 + (index % 5))
    if (isOpen || on > today) return []
    return [
      {
        ...{ id: `pay_sample-${bill.number}`, billId: bill.id, amount: bill.total, on },
        ...{ method: index % 7 === 0 ? 'cash' : 'bank', reference: bill.number },
        notedAt: addMinutes(bill.issuedAt, 5 * 1440),
      },
    ]
  })
}

/** Dev’s card was declined the day before yesterday, or when the bill was issued: what he reads about it, and what the office does. */
export function sampleDeclined(bills: readonly Bill[], today: LocalDate): PaymentAttempt | null {
  const bill = bills.find(({ payerName }) => payerName === 'Dev Anand')
  if (bill === undefined) return null
  const purpose = { kind: 'bill', id: bill.id } as const
  const before = addDays(today, -2)
  const isLater = daysBetween(before, bill.issuedOn) > 0
  return {
    ...{ id: attemptId(purpose, 1), purpose, n: 1, via: 'charge', siteId: bill.siteId },
    ...{ payerId: payerId(bill.payer), amount: bill.total, ref: null, createdAt: bill.issuedAt },
    method: { id: 'pm_sample', label: 'Visa 0069', isBackup: false },
    ...{ standing: { state: 'declined', why: 'expired' }, on: isLater ? bill.issuedOn : before },
  }
}
