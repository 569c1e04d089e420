/** Dates of a series that are still ahead and that nothing holds: left out when it was made, refused, or given back since (B-11). */
import type { LocalDate } from '../../values/local-date.ts'
import { type BookingViewRow, liveViewStates } from '../booking-view-row.ts'
import { isWaiting, type WaitRow } from '../waitlist/wait-view.ts'
import { type OccurrenceChoice, type PreviewInput, previewSeries } from './preview-series.ts'
import type { Series } from './series.ts'

/** A date of a series by its place in it. */
export interface SeriesDate {
  readonly number: number
  readonly date: LocalDate
}

/** A date on its way back is not missing any more, nor is one that is waited for. */
export function missingDates(
  { id, dates }: Series,
  rows: readonly BookingViewRow[],
  waits: readonly WaitRow[],
  today: LocalDate,
): readonly SeriesDate[] {
  const held = rows.filter(({ state }) => liveViewStates.includes(state))
  const there = new Set(
    [...held, ...waits.filter(isWaiting)].flatMap(({ series }) =>
      series?.id === id ? [series.occurrence] : [],
    ),
  )
  return dates
    .map((date, index) => ({ number: index + 1, date }))
    .filter(({ number, date }) => date >= today && !there.has(number))
}

/** What the preview of a series is asked for these dates of it alone. */
export function restoreInput(
  series: Series,
  numbers: readonly number[],
  choices: ReadonlyMap<number, OccurrenceChoice>,
  known: Pick<PreviewInput, 'facts' | 'isKnown' | 'now'>,
): PreviewInput {
  const others = series.dates.flatMap((_, index) =>
    numbers.includes(index + 1) ? [] : [[index + 1, { kind: 'skip' }] as const],
  )
  return { ...known, wish: series, choices: new Map([...choices, ...others]) }
}

/** Those dates, each as it would be answered now. */
export function previewRestore(input: PreviewInput, numbers: readonly number[]) {
  const preview = previewSeries(input)
  if (preview.kind === 'refused') return []
  return preview.occurrences.filter(({ number }) => numbers.includes(number))
}
