import type { Booking } from '../../bookings/booking.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import { fits, guestsOf, toBooking } from './bookings.ts'
import { principals, type SampleMember } from './people.ts'

const DAYS_AHEAD_MAX = 14
const START_MINUTE = 14 * 60
const END_MINUTE = 16 * 60

/** Somebody asked for the room that the team approves, a moment ago: on the first coming afternoon on which it is free. */
export function sampleRequests(
  catalogue: Catalogue,
  members: readonly SampleMember[],
  taken: readonly Booking[],
  today: LocalDate,
  now: Instant,
): readonly Booking[] {
  const resource = catalogue.resources.find(({ approvalMinutes }) => approvalMinutes !== null)
  if (resource === undefined) return []
  // Not one of those who sign in: their days are told elsewhere.
  const askers = guestsOf(catalogue, members).filter((member) => !principals.includes(member))
  const minutes = { startMinute: START_MINUTE, endMinute: END_MINUTE }
  for (let day = 1; day <= DAYS_AHEAD_MAX; day += 1) {
    const wish = { resource, unit: 1, date: addDays(today, day), ...minutes }
    for (const member of askers) {
      const booking: Booking = {
        ...toBooking(catalogue, wish, member, 'request', now),
        ...{ people: 8, note: 'Board meeting, with guests', settledAt: now },
        ...{ state: 'held', heldFor: 'approval', holdExtended: false },
        holdExpiresAt: addMinutes(now, resource.approvalMinutes ?? 0),
      }
      if (fits(catalogue, booking, resource, taken)) return [booking]
    }
  }
  return []
}
