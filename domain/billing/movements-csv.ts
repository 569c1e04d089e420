/** What the balance at the processor moved, as rows for the accountant's own program: the sums of its payouts. */
import { formatCsv, formatDecimal } from '../values/format-csv.ts'
import type { Instant } from '../values/instant.ts'
import { subtract } from '../values/money.ts'
import type { Movement } from './movement.ts'

const columns = ['time', 'kind', 'amount', 'fee', 'net', 'currency', 'movement', 'source']

/** In the order given. `digitsOf` gives the minor digits of a currency, 2 of euros; `timeOf` how the table says a moment. */
export function movementsCsv(
  movements: readonly Movement[],
  digitsOf: (currency: string) => number,
  timeOf: (at: Instant) => string,
): string {
  const rows = movements.map(({ id, kind, amount, fee, source, at }) => {
    const digits = digitsOf(amount.currency)
    const all = [amount, fee, subtract(amount, fee)]
    return [
      ...[timeOf(at), kind],
      ...all.map(({ amountMinor }) => formatDecimal(amountMinor, digits)),
      ...[amount.currency, id, source ?? ''],
    ]
  })
  return formatCsv([columns, ...rows])
}
