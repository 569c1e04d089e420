import type { Booking } from '../../domain/bookings/booking.ts'
import type { EventSave } from '../../domain/bookings/wishes/community-requests.ts'
import { timeOf } from '../../domain/community/events/event.ts'
import { timeHeld } from '../../domain/community/events/hold.ts'
import { daysOf, type PutUpFacts } from '../../domain/community/events/put-up.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { type Interval, toInterval } from '../../domain/values/interval.ts'
import { countEventsAhead, findEvent, rsvpsOf } from '../storage/load-happenings.ts'
import type { Reader } from '../storage/storage.ts'

/** Each day's own time and wherever something moves to, with a day around for buffers and other zone data. */
export function timesToRead(request: EventSave, catalogue: Catalogue): readonly Interval[] {
  const held = daysOf(request).flatMap((text) => {
    return text.hold === null ? [] : [timeHeld(timeOf(text, catalogue), text.hold)]
  })
  const moves = Object.values(request.resolutions).flatMap((one) =>
    one.kind === 'move' ? [one.choice.interval] : [],
  )
  return [...held, ...moves].map(({ startsAt, endsAt }) =>
    toInterval(startsAt - DAY_MS, endsAt + DAY_MS),
  )
}

/** What an event is put up on. One of another location is none of this one. */
export async function loadPutUp(
  reader: Reader,
  { siteId, event, repeats }: EventSave,
  catalogue: Catalogue,
  bookings: readonly Booking[],
  now: Instant,
): Promise<PutUpFacts | null> {
  const before = await findEvent(reader, event.id)
  if (before !== null && before.siteId !== siteId) return null
  const known = await Promise.all(repeats.map(({ id }) => findEvent(reader, id)))
  return {
    ...{ catalogue, before, bookings },
    rsvps: before === null ? [] : await rsvpsOf(reader, [event.id]),
    ahead: await countEventsAhead(reader, siteId, now),
    isRepeatKnown: known.some((one) => one !== null),
  }
}
