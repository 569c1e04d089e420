/** How a row's time and price are written, wherever it is shown. */
import { wholePrice } from '../../domain/bookings/baskets/whole-price.ts'
import type { BookingRow } from '../store/rows.ts'
import { words } from '../ui/first-words.ts'

export function startOf(row: Pick<BookingRow, 'startText' | 'startRepeat'>): string {
  return words.amounts.time(row.startText, row.startRepeat)
}

export function endOf(row: Pick<BookingRow, 'endText' | 'endRepeat' | 'endDate'>): string {
  const time = words.amounts.time(row.endText, row.endRepeat)
  return row.endDate === null ? time : `${words.amounts.shortDate(row.endDate)}, ${time}`
}

/** The price, and what had been shown where the member agreed to more. */
export function priceOf({ price, quoted, extras }: BookingRow): string | undefined {
  if (price === null) return undefined
  const whole = wholePrice({ price, extras })
  return quoted === null ? words.amounts.money(whole) : words.bookings.priceAbove(whole, quoted)
}
