/** Hana waits for a room that somebody else has, and Dev has the space keep looking for one at lunch on Thursdays. */
import { type Booking, isLive } from '../../bookings/booking.ts'
import { daysOf } from '../../bookings/waitlist/order-days.ts'
import type { Wait } from '../../bookings/waitlist/wait.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { toId } from '../../values/ids.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import { money } from '../../values/money.ts'
import { toWallTime } from '../../values/zone.ts'

export function sampleWaits(
  catalogue: Catalogue,
  taken: readonly Booking[],
  today: LocalDate,
  now: Instant,
): readonly Wait[] {
  if (catalogue.site.id !== 'sit_harbour-loft') return []
  return [...waitFor(catalogue, taken, today, now), ...lunchRoom(catalogue, today, now)]
}

function factsOf(catalogue: Catalogue, memberId: string, name: string) {
  const tail = `${catalogue.site.id.slice(4)}-${name}`
  return {
    id: toId('wait', `wai_${tail}`),
    intentId: toId('intent', `bki_${tail}`),
    siteId: catalogue.site.id,
    memberId: toId('member', memberId),
    people: 1,
    note: '',
    payWith: 'personal',
    series: null,
    state: 'waiting',
  } as const
}

/** The first room that others have from tomorrow on. */
function waitFor(
  catalogue: Catalogue,
  taken: readonly Booking[],
  today: LocalDate,
  now: Instant,
): readonly Wait[] {
  const facts = factsOf(catalogue, 'mem_hana', 'wait')
  const rooms = catalogue.resources.filter(
    ({ kind, approvalMinutes }) => kind === 'meeting-room' && approvalMinutes === null,
  )
  const wanted = taken.find(
    ({ resourceId, memberId, wall, state }) =>
      wall.start.date > today &&
      memberId !== facts.memberId &&
      isLive(state) &&
      rooms.some(({ id }) => id === resourceId),
  )
  if (wanted === undefined) return []
  const { resourceId, interval, wall } = wanted
  return [
    {
      ...facts,
      resourceIds: [resourceId],
      interval,
      wall: { start: wall.start, end: wall.end },
      ceiling: null,
      standing: null,
      joinedAt: addMinutes(now, -45),
    },
  ]
}

const LUNCH = { from: 12 * 60, until: 13 * 60 }
const DAYS = 27

function lunchRoom(catalogue: Catalogue, today: LocalDate, now: Instant): readonly Wait[] {
  const { site, zone } = catalogue
  const standing = {
    weekdays: [4],
    from: today,
    until: addDays(today, DAYS),
    span: LUNCH,
    stopsAt: 8 * 60,
    count: 2,
    had: [],
  } as const
  const days = daysOf(standing, zone)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const interval = { startsAt: first.interval.startsAt, endsAt: last.interval.endsAt }
  const order: Wait = {
    ...factsOf(catalogue, 'mem_dev', 'order'),
    resourceIds: [toId('resource', 'res_room-anchor'), toId('resource', 'res_room-beacon')],
    interval,
    wall: {
      start: toWallTime(zone, interval.startsAt),
      end: toWallTime(zone, interval.endsAt),
    },
    ceiling: money(2200, site.currency),
    standing,
    joinedAt: addMinutes(now, -30),
  }
  return [order]
}
