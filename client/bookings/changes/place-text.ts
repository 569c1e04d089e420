import type { ViewedPlace } from '../../../domain/bookings/viewed-time.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import type { BookingRow } from '../../store/rows.ts'
import { words } from '../../ui/words.ts'
import { endOf, startOf } from '../row-texts.ts'

export interface Seen {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
  readonly today: LocalDate
}

/** Only what differs: "15:00–17:00", "Fri 27 Nov, 15:00–17:00", "Desk 16, 15:00–17:00". */
export function placeText({ row, catalogue, today }: Seen, to: ViewedPlace): string {
  const time = `${startOf(to)}–${endOf(to)}`
  const place = catalogue?.resources.find(({ id }) => id === to.resourceId)?.name
  const parts = [
    ...(to.resourceId === row.resourceId || place === undefined ? [] : [place]),
    ...(to.date === row.date ? [] : [words.amounts.dateWithin(to.date, today)]),
    time,
  ]
  return parts.join(', ')
}
