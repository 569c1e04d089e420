/** A series told by its occurrences: each as the wish it would be by itself, each "no" as the answer it would have got by itself. */
import { occurrenceIdOf, type SeriesId, seriesIdOf } from '../../values/ids.ts'
import type { SeriesOfRow } from '../booking-view-row.ts'
import type { Intent } from '../wishes/intent.ts'
import type { Outcome, SettledIntent } from '../wishes/outcome.ts'
import { occurrenceWish } from './occurrence-wish.ts'
import type { Series } from './series.ts'

export interface OccurrenceWish {
  readonly wish: Intent<'booking.request'>
  readonly series: SeriesOfRow
}

export function occurrenceWishes(intent: Intent<'series.request'>): readonly OccurrenceWish[] {
  const { recurrence, span, occurrences } = intent.body
  return occurrences.flatMap((listed) => {
    if (listed.kind !== 'book') return []
    const place = { id: seriesIdOf(intent.id), occurrence: listed.number, detached: [] }
    const series = { ...place, recurrence, span }
    return [{ wish: occurrenceWish(intent, intent.body, listed), series }]
  })
}

/** The same for dates that come back into a series. Of a series that is not known here nothing can be told. */
export function restoredWishes(
  intent: Intent<'series.restore'>,
  known: ReadonlyMap<SeriesId, Series>,
): readonly OccurrenceWish[] {
  const rule = known.get(intent.body.seriesId)
  if (rule === undefined) return []
  const { id, recurrence, span } = rule
  return intent.body.occurrences.flatMap((listed) => {
    if (listed.kind !== 'book') return []
    const series = { id, occurrence: listed.number, detached: [], recurrence, span }
    return [{ wish: occurrenceWish(intent, rule, listed), series }]
  })
}

/** The occurrences that could not be had, each to be told as a booking that was refused. */
export function occurrenceRefusals(settled: SettledIntent): readonly SettledIntent[] {
  if (settled.outcome.kind !== 'series') return []
  return settled.outcome.occurrences.flatMap((one) => {
    if (one.kind !== 'refused' && one.kind !== 'dearer') return []
    const intentId = occurrenceIdOf(settled.intentId, one.number)
    const outcome: Outcome =
      one.kind === 'refused'
        ? { kind: 'refused', refusal: one.refusal, alternatives: [] }
        : { kind: 'ask-again', price: one.price, alternatives: [] }
    return [{ ...settled, intentId, kind: 'booking.request', wish: one.wish, outcome }]
  })
}
