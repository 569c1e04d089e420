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

/** From the third version on bookings say which series they belong to; those before belong to none. */
export async function addSeries(transaction: Transaction): Promise<void> {
  await transaction.table('bookings').toCollection().modify({ series: null })
  await transaction
    .table('facts')
    .toCollection()
    .modify((facts: { bookings: readonly object[]; series?: readonly object[] }) => {
      facts.bookings = facts.bookings.map((booking) => ({ ...booking, series: null }))
      facts.series = []
    })
}
