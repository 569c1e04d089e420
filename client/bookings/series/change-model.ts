/** What a change of several dates would mean: the settlement itself, run on what the device knows. */
import { createMemo } from 'solid-js'
import {
  type ChangeAnswer,
  paysFirst,
  previewSeriesChange,
} from '../../../domain/bookings/series/change-series.ts'
import type { SeriesEdit, SeriesScope } from '../../../domain/bookings/wishes/series-wish.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import type { Money } from '../../../domain/values/money.ts'
import { createNow } from '../../app/clock.ts'
import { createOwnRecords } from '../../store/records.ts'
import type { BookingRow } from '../../store/rows.ts'
import { type WriteAnswer, writeIntent } from '../../sync/write-intent.ts'
import { createSeriesFacts } from './series-model.ts'

/** The answers for the dates that the change reaches; empty until the device has been read. */
export function createSeriesChange(
  catalogue: Catalogue,
  member: Member,
  rows: () => readonly BookingRow[],
  edit: () => SeriesEdit,
) {
  const now = createNow()
  const known = createSeriesFacts(catalogue, () => member)
  const payments = createOwnRecords('payments', (value) => value)
  return createMemo((): FoundChange => {
    const found = known()
    if (found === undefined) return { answers: [], pays: null }
    const { facts } = found
    const ids = new Set(rows().map(({ bookingId }) => bookingId))
    const bookings = facts.ownBookings
      .filter(({ id }) => ids.has(id))
      .sort((a, b) => a.interval.startsAt - b.interval.startsAt)
    const paying = payments()?.all.has('mode') === true ? { paying: { isAway: false } } : {}
    const when = { deadlineAt: now(), effectiveAt: now() }
    const asked = { ...facts, ...when, intentId: notWished, ...paying }
    const answers = previewSeriesChange(bookings, edit(), asked, now())
    return { answers, pays: paysFirst(answers, asked) }
  })
}

interface FoundChange {
  readonly answers: readonly ChangeAnswer[]
  /** What is paid before any of the dates is changed; null where they are changed at once. */
  readonly pays: Money | null
}

const notWished = toId('intent', 'bki_not-wished')

/** One wish for the dates that can be changed, each for what it was shown to owe. */
export function wishSeriesChange(
  answers: readonly ChangeAnswer[],
  scope: SeriesScope,
  edit: SeriesEdit,
): Promise<WriteAnswer> {
  const fitting = answers.flatMap(({ before, listed, decision: { booking } }) =>
    booking === null ? [] : [{ before, bookings: { ...listed, quote: booking.owed } }],
  )
  const [first] = fitting
  const { id } = must(first?.before.series, 'some date of a series changes')
  const deadlineAt = toInstant(Math.min(...fitting.map(({ before }) => before.interval.startsAt)))
  const bookings = fitting.map((one) => one.bookings)
  return writeIntent('series.change', { seriesId: id, scope, edit, bookings }, { deadlineAt })
}
