/** Which place "mine" is: the person asks for where they sit, and mostly means now or soon. */
import { liveViewStates } from '../../domain/bookings/booking-view-row.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { type Catalogue, findResource } from '../../domain/sites/catalogue.ts'
import { hasPlace, type Resource } from '../../domain/sites/resource.ts'
import { type Instant, MINUTE_MS } from '../../domain/values/instant.ts'
import { type Interval, toInterval } from '../../domain/values/interval.ts'
import type { BookingRow } from '../store/rows.ts'
import type { PlaceAnswer } from './place-answers.ts'

export interface MyPlace {
  readonly resource: Resource
  /** The time at which it is theirs, where that is not the time shown. */
  readonly interval: Interval | null
}

/** Half a day: what begins later is no reason to leave a desk that is theirs all the time. */
const SOON_MS = 12 * 60 * MINUTE_MS

/** Theirs at the time shown; else booked now or soon; else theirs by contract; else booked next, whenever that is. */
export function findMyPlace(input: {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly answers: readonly PlaceAnswer[]
  readonly bookings: readonly BookingRow[]
  readonly now: Instant
}): MyPlace | null {
  const { catalogue, member, answers, now } = input
  const shown = answers.find((answer) => answer.own !== null)
  if (shown !== undefined) return { resource: shown.resource, interval: null }
  const next = nextBooked(catalogue, input.bookings, now)
  if (next?.interval != null && next.interval.startsAt - now <= SOON_MS) return next
  const held = catalogue.resources.find((one) => hasPlace(one) && member.assigned.includes(one.id))
  return held === undefined ? next : { resource: held, interval: null }
}

function nextBooked(
  catalogue: Catalogue,
  bookings: readonly BookingRow[],
  now: Instant,
): MyPlace | null {
  const ahead = bookings
    .filter((row) => row.endsAt > now && liveViewStates.includes(row.state))
    .toSorted((a, b) => a.startsAt - b.startsAt)
  for (const { resourceId, startsAt, endsAt } of ahead) {
    const resource = findResource(catalogue, resourceId)
    if (resource !== null && hasPlace(resource)) {
      return { resource, interval: toInterval(startsAt, endsAt) }
    }
  }
  return null
}
