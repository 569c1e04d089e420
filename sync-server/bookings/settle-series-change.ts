/** `series.cancel`: dates of a series given back together, each under its own policy. */
import type { Booking } from '../../domain/bookings/booking.ts'
import { effectiveAt } from '../../domain/bookings/cancellation/effective-at.ts'
import { cancelSeries } from '../../domain/bookings/series/cancel-series.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { findBookings } from '../storage/load-bookings.ts'
import { askerOf, loadGeneration } from './settle-change.ts'

interface ChangeFacts {
  readonly bookings: readonly Booking[]
  readonly generation: string | null
}

export const cancelSeriesDates = settlementKind<'series.cancel', ChangeFacts>({
  kind: 'series.cancel',
  load: async (ledger, { body }) => ({
    bookings: await loadNamed(ledger, body.bookingIds),
    generation: await loadGeneration(ledger),
  }),
  decide: (intent, { bookings, generation }, actor, now) => {
    const { seriesId } = intent.body
    const own = bookings.filter(
      (booking) => booking.series?.id === seriesId && askerOf(booking, actor) !== null,
    )
    const asker = own[0] === undefined ? null : askerOf(own[0], actor)
    if (asker === null) return unknownSeries
    const how = { asker, isWaived: false, effectiveAt: effectiveAt(intent, generation, now) }
    const { outcome, changes } = cancelSeries(intent.body, own, how, now)
    const facts = changes.map((change): Fact => ({ kind: 'booking', ...change }))
    if (asker === 'member' || changes.length === 0) return { outcome, facts }
    const detail = JSON.stringify(intent.body.scope)
    const trail: Fact = { kind: 'audit', command: intent.kind, subject: seriesId, detail }
    return { outcome, facts: [...facts, trail] }
  },
})

/** Somebody else's series and no series are the same answer, so that ids tell nothing. */
const unknownSeries: Decision = {
  outcome: { kind: 'refused', refusal: { reason: 'unknown-series' }, alternatives: [] },
  facts: [],
}

/** As they stand by now, in order of time. */
async function loadNamed(ledger: Ledger, ids: readonly BookingId[]): Promise<readonly Booking[]> {
  const read = await findBookings(ledger.tx, ids)
  const known = ledger.asDecided(read, (booking) => ids.includes(booking.id))
  return [...known].sort((a, b) => a.interval.startsAt - b.interval.startsAt)
}
