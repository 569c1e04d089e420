/** In a list of what comes, a series stands at its next date alone; a date of it that is offered wants an answer and stands by itself. */
import type { BookingRow } from '../../store/rows.ts'

export interface Grouped {
  /** Single bookings, and of each series the first. */
  readonly heads: readonly BookingRow[]
  /** All rows of a series by the id of its first row; none for a series of which one date is left. */
  readonly following: ReadonlyMap<string, readonly BookingRow[]>
}

/** Rows come in order of their start. */
export function groupSeries(rows: readonly BookingRow[]): Grouped {
  const bySeries = new Map<string, BookingRow[]>()
  const heads = rows.filter((row) => {
    if (row.series === null || row.state === 'offered') return true
    const known = bySeries.get(row.series.id)
    if (known !== undefined) known.push(row)
    else bySeries.set(row.series.id, [row])
    return known === undefined
  })
  const whole = [...bySeries.values()].filter((dates) => dates.length > 1)
  return { heads, following: new Map(whole.map((dates) => [dates[0]?.id ?? '', dates])) }
}
