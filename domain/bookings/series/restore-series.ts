/**
 * Dates that come back into a series: left out when it was made, or cancelled since. Each is booked anew as a booking by itself would be, at
 * today's rules and price, or waited for, and takes its old place in the series. All that are listed or none.
 */
import type { Instant } from '../../values/instant.ts'
import { type Booking, isLive, type SeriesPlace } from '../booking.ts'
import type { WaitingFacts } from '../waitlist/join-wait.ts'
import { isOpen, type Wait } from '../waitlist/wait.ts'
import type { Intent } from '../wishes/intent.ts'
import type { OccurrenceOutcome, Outcome } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'
import type { Series } from './series.ts'
import { changedOf, outcomeOf, settleOccurrences } from './settle-series.ts'

export interface RestoreDecision {
  readonly outcome: Outcome
  readonly bookings: readonly Booking[]
  readonly waits: readonly Wait[]
}

export function restoreSeries(
  intent: Intent<'series.restore'>,
  series: Series,
  facts: WaitingFacts,
  now: Instant,
): RestoreDecision {
  if (intent.deadlineAt < now) {
    return refuse({ reason: 'expired', deadlineAt: intent.deadlineAt })
  }
  const { occurrences: listed } = intent.body
  const isOfSeries = listed.every(({ number }) => number <= series.dates.length)
  if (!isOfSeries) return refuse({ reason: 'malformed' })
  const there = listed.flatMap(({ number }) => bookedAs(facts.ownBookings, series, number))
  const [first] = there
  if (first !== undefined) return refuse({ reason: 'already-yours', bookingId: first.id })
  const isWaitedFor = listed.some(({ number }) =>
    facts.ownWaits.some((wait) => isOpen(wait, now) && isDate(wait.series, series, number)),
  )
  if (isWaitedFor) return refuse({ reason: 'already-waiting' })
  const answers = settleOccurrences(intent, series, listed, facts, now)
  const changed = changedOf(answers)
  if (changed.length > 0) {
    return refuse({ reason: 'preview-changed', total: answers.length, changed })
  }
  const occurrences: readonly OccurrenceOutcome[] = answers.map(outcomeOf)
  const bookings = answers.flatMap(({ decision }) => decision?.booking ?? [])
  const waits = answers.flatMap(({ wait }) => wait ?? [])
  return { outcome: { kind: 'series', seriesId: series.id, occurrences }, bookings, waits }
}

/** The booking that has this place in the series; what was cancelled or lapsed has given it up. */
function bookedAs(own: readonly Booking[], of: Series, number: number): readonly Booking[] {
  return own.filter(({ state, series }) => isLive(state) && isDate(series, of, number))
}

function isDate(place: SeriesPlace | null, { id }: Series, number: number): boolean {
  return place?.id === id && place.occurrence === number
}

function refuse(refusal: Refusal): RestoreDecision {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, bookings: [], waits: [] }
}
