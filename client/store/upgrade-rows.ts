/**
 * Rows that an older app left on the device, made readable for this one. A device that is offline when its app was renewed shows what
 * it has; at its next contact the space sends the documents anew.
 */
import type { Transaction } from 'dexie'

type Row = Readonly<Record<string, unknown>>

/** Since version 2 bookings say how they are claimed on the day: those from before by nobody. */
export async function addArrivals(transaction: Transaction): Promise<void> {
  const unclaimed = (rows: unknown) => (rows as Row[]).map((row) => ({ ...row, checkIn: null })) // lists, written by version 1
  const change = (table: string, more: (row: Row) => object) =>
    transaction
      .table<Row>(table)
      .toCollection()
      .modify((row, found) => {
        found.value = { ...row, ...more(row) }
      })
  await change('facts', ({ bookings }) => ({ bookings: unclaimed(bookings) }))
  await change('desk', ({ arrivals }) => ({ arrivals: unclaimed(arrivals) }))
  await change('bookings', () => ({ checkIn: null, isFeeWaived: false }))
}
