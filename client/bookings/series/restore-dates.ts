import { listOf, type PreviewedOccurrence } from '../../../domain/bookings/series/preview-series.ts'
import { defaultDeadline } from '../../../domain/bookings/wishes/default-deadline.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { SeriesId } from '../../../domain/values/ids.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import { deviceNow } from '../../app/clock.ts'
import { type WriteAnswer, writeIntent } from '../../sync/write-intent.ts'

/** One wish for the dates that were shown as free or are waited for, all of them or none: of use while all can be had. */
export function restoreDates(
  catalogue: Catalogue,
  seriesId: SeriesId,
  shown: readonly PreviewedOccurrence[],
): Promise<WriteAnswer> {
  const now = deviceNow()
  const occurrences = listOf(catalogue.zone, shown).filter((one) => one.kind !== 'skip')
  const deadlines = occurrences.map(({ choice }) => defaultDeadline(catalogue, [choice], now))
  const deadlineAt = toInstant(Math.min(...deadlines))
  return writeIntent('series.restore', { seriesId, occurrences }, { deadlineAt })
}
