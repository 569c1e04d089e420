/**
 * Dates of a series given back together: one date, one and all that follow, all, or those between two dates. What a member was shown
 * is what is cancelled, each under its own policy (D-30); a date that was not shown, or has begun since, stays as it is.
 */
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Booking } from '../booking.ts'
import { type Cancelling, cancelBooking } from '../change-booking.ts'
import type { OccurrenceOutcome, Outcome } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'
import type { SeriesCancel, SeriesScope } from '../wishes/series-wish.ts'

export interface SeriesChange {
  readonly outcome: Outcome
  /** What is new waits for its money, and changes a date then. */
  readonly changes: readonly { readonly booking: Booking; readonly before: Booking | null }[]
}

/** `bookings` are those of the series that the wish names. */
export function cancelSeries(
  { seriesId, scope }: SeriesCancel,
  bookings: readonly Booking[],
  how: Cancelling,
  now: Instant,
): SeriesChange {
  const answers = bookings.flatMap((before) => {
    const { series, wall } = before
    if (series === null || series.id !== seriesId) return []
    if (!isInScope(scope, series.occurrence, wall.start.date)) return []
    const { booking, outcome } = cancelBooking(before, how, now)
    return [{ before, booking, outcome, number: series.occurrence }]
  })
  const changes = answers.flatMap(({ before, booking }) =>
    booking === null ? [] : [{ before, booking }],
  )
  if (changes.length === 0) {
    const first = answers[0]?.outcome
    return refused(first?.kind === 'refused' ? first.refusal : { reason: 'unknown-series' })
  }
  const occurrences = answers.map(({ number, before, outcome }): OccurrenceOutcome => {
    const bookingId = before.id
    if (outcome.kind !== 'refused') return { number, kind: 'cancelled', bookingId }
    return { number, kind: 'kept', bookingId, refusal: outcome.refusal }
  })
  return { outcome: { kind: 'series', seriesId, occurrences }, changes }
}

/** "Following" counts occurrences, "between" looks at the dates they are on now. */
export function isInScope(scope: SeriesScope, occurrence: number, date: LocalDate): boolean {
  switch (scope.kind) {
    case 'this':
      return occurrence === scope.occurrence
    case 'following':
      return occurrence >= scope.occurrence
    case 'all':
      return true
    case 'between':
      return scope.from <= date && date <= scope.until
  }
}

function refused(refusal: Refusal): SeriesChange {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, changes: [] }
}
