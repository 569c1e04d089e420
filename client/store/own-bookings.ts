import type { Accessor } from 'solid-js'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Wait } from '../../domain/bookings/waitlist/wait.ts'
import type { Outcome } from '../../domain/bookings/wishes/outcome.ts'
import type { IntentId, SeriesId } from '../../domain/values/ids.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'

/** The member's bookings as the space wrote them, for rules that ask about them; empty before the first contact. */
export function createOwnBookings(): Accessor<readonly Booking[] | undefined> {
  return createLiveQuery(async () => (await database().facts.get('me'))?.bookings ?? [])
}

/** What the space says they wait for; empty before the first contact. */
export function createOwnWaits(): Accessor<readonly Wait[] | undefined> {
  return createLiveQuery(async () => (await database().facts.get('me'))?.waits ?? [])
}

/** A series as it was made, with the space's answers to wishes; null where it is not told any more. */
export function createSeriesStory(id: () => SeriesId) {
  return createLiveQuery(async (seriesId) => {
    const facts = await database().facts.get('me')
    const series = facts?.series.find((one) => one.id === seriesId)
    return facts === undefined || series === undefined ? null : { series, settled: facts.settled }
  }, id)
}

/** The space's answer to a wish; null until it has arrived. */
export function createOutcome(id: () => IntentId): Accessor<Outcome | null | undefined> {
  return createLiveQuery(async (intentId) => {
    const facts = await database().facts.get('me')
    return facts?.settled.find((one) => one.intentId === intentId)?.outcome ?? null
  }, id)
}
