/** Whether what was quoted is paid when it is booked: where any rate that priced a part of it says so. */
import type { RateRow } from '../sites/rate-row.ts'
import type { Quote } from './quote.ts'

export function isQuotedPrepaid(rates: readonly RateRow[], { lines }: Quote): boolean {
  const prepaid = new Set(rates.flatMap(({ id, isPrepaid }) => (isPrepaid ? [id] : [])))
  return lines.some(({ rateId }) => rateId !== null && prepaid.has(rateId))
}
