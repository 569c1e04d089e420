import { defaultDeadline } from '../../../domain/bookings/wishes/default-deadline.ts'
import type { SeriesRequest } from '../../../domain/bookings/wishes/series-wish.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { deviceNow } from '../../app/clock.ts'
import { type WriteAnswer, writeIntent } from '../../sync/write-intent.ts'

/** One wish for all the dates: of use while all of them can be had, or while any of them can. */
export function requestSeries(catalogue: Catalogue, series: SeriesRequest): Promise<WriteAnswer> {
  const now = deviceNow()
  const deadlines = series.occurrences.flatMap((one) =>
    one.kind === 'book' ? [defaultDeadline(catalogue, [one.choice], now)] : [],
  )
  const inOrder = [...deadlines].sort((a, b) => a - b)
  const deadlineAt = (series.mode === 'exactly' ? inOrder[0] : inOrder.at(-1)) ?? now
  return writeIntent('series.request', series, { deadlineAt })
}
