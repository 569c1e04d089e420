/** Numbers of documents: one row a year and kind, without a gap, given where they are issued (D-42). */
import type { LocalDate } from '../values/local-date.ts'

export type DocumentSeries = 'bill' | 'credit'

/** The row a document of that day is counted in. */
export function seriesOf(series: DocumentSeries, on: LocalDate): string {
  return `${series}-${on.slice(0, 4)}`
}

/** `HL-2026-0041`, and `HL-C-2026-0007` of a credit note. */
export function formatNumber(
  prefix: string,
  series: DocumentSeries,
  on: LocalDate,
  count: number,
): string {
  const kind = series === 'credit' ? 'C-' : ''
  return `${prefix}${kind}${on.slice(0, 4)}-${String(count).padStart(4, '0')}`
}
