/** How the bills of the sample stand. */
import type { Bill } from '../../billing/bill.ts'
import type { Payment } from '../../billing/payment.ts'
import { addMinutes } from '../../values/instant.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'

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
