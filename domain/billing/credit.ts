/** A credit note takes back a part of an issued bill, or all of it. The bill stays as it was (D-43). */

import type { BillId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import type { LocalDate } from '../values/local-date.ts'
import { add, allocate, compare, type Money, subtract, zero } from '../values/money.ts'
import type { Bill, BillLine } from './bill.ts'
import { type TaxSum, taxSum } from './tax.ts'

export interface CreditNote {
  readonly id: string
  readonly billId: BillId
  readonly number: string
  readonly issuedAt: Instant
  readonly issuedOn: LocalDate
  /** In the words of whoever gave it; the payer reads them. */
  readonly reason: string
  /** What is taken back of each rate: amounts below zero. */
  readonly taxes: readonly TaxSum[]
  readonly total: Money
  /** What it takes back where the space itself gave it, with amounts below zero; one that was given by hand has none. */
  readonly lines?: readonly BillLine[]
}

type Billed = Pick<Bill, 'taxes' | 'total'>

/** What could still be taken back. */
export function creditable({ total }: Pick<Bill, 'total'>, notes: readonly CreditNote[]): Money {
  return notes.reduce((sum, note) => add(sum, note.total), total)
}

/** The amount, taxes included, spread over the bill's rates as the bill is; tax is counted once for each (D-39). */
export function creditTaxes(bill: Billed, amount: Money): readonly TaxSum[] {
  if (amount.amountMinor <= 0 || compare(amount, bill.total) > 0) {
    throw new Error('Broken invariant: a credit note takes back a part of its bill')
  }
  const taxed = bill.taxes.filter(({ total }) => total.amountMinor > 0)
  const parts = allocate(
    amount,
    taxed.map(({ total }) => total.amountMinor),
  )
  return taxed.flatMap(({ basisPoints }, index) => {
    const part = parts[index] ?? zero(amount.currency)
    if (part.amountMinor === 0) return []
    return [taxSum(subtract(zero(amount.currency), part), basisPoints, true)]
  })
}
