/** Bills, credit notes and payments as rows for the accountant's own program. Its sums are those of the ledger. */

import { payerId } from '../memberships/holder.ts'
import { formatCsv, formatDecimal } from '../values/format-csv.ts'
import type { LocalDate } from '../values/local-date.ts'
import type { Money } from '../values/money.ts'
import type { BillStory } from './payment.ts'

const columns = [
  ...['document', 'number', 'date', 'payer', 'payer id', 'rate', 'net', 'tax', 'gross'],
  ...['currency', 'method', 'reference'],
]

/** What happened from a day on and before another one. `digits` are the currency's minor ones: 2 of euros. */
export function accountsCsv(
  stories: readonly BillStory[],
  from: LocalDate,
  until: LocalDate,
  digits: number,
): string {
  const rows = stories.flatMap((story) =>
    rowsOf(story, digits).filter(({ on }) => from <= on && on < until),
  )
  const sorted = rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return formatCsv([columns, ...sorted.map(({ cells }) => cells)])
}

interface Row {
  readonly on: LocalDate
  readonly cells: readonly string[]
}

function rowsOf({ bill, payments, credits }: BillStory, digits: number): readonly Row[] {
  const decimal = (amount: Money) => formatDecimal(amount.amountMinor, digits)
  const payer = [bill.payerName, payerId(bill.payer)]
  const { currency } = bill.total
  const documents = [
    { kind: 'bill', ...bill, reason: '' },
    ...credits.map((note) => ({ kind: 'credit note', ...note })),
  ]
  return [
    ...documents.flatMap(({ kind, number, issuedOn, taxes, reason }) =>
      taxes.map(({ basisPoints, base, tax, total }) => ({
        on: issuedOn,
        cells: [
          ...[kind, number, issuedOn, ...payer, formatDecimal(basisPoints, 2)],
          ...[decimal(base), decimal(tax), decimal(total), currency, '', reason],
        ],
      })),
    ),
    ...payments.map(({ on, amount, method, reference }) => ({
      on,
      cells: [
        ...['payment', bill.number, on, ...payer, '', '', '', decimal(amount)],
        ...[currency, method, reference],
      ],
    })),
  ]
}
