/**
 * Two weeks of past and two of coming bookings, the same for the same Monday: a small generator of numbers decides who sits
 * where, and a wish that would not fit (closed, taken, a buffer) is simply left out.
 */
import type { Booking } from '../../bookings/booking.ts'
import { tierOf } from '../../memberships/tier-of.ts'
import { dayPriceOf } from '../../prices/day-price.ts'
import { quote } from '../../prices/quote.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { effectiveRules } from '../../sites/effective-rules.ts'
import { partIdsOf } from '../../sites/links.ts'
import { isOpen } from '../../sites/open-time.ts'
import { type Resource, unitCount } from '../../sites/resource.ts'
import { must } from '../../values/assert.ts'
import { bookingIdOf, type MemberId, toId } from '../../values/ids.ts'
import { addMinutes, type Instant, MINUTE_MS, toInstant } from '../../values/instant.ts'
import { type Interval, overlaps, toInterval } from '../../values/interval.ts'
import { addDays, type LocalDate, weekdayOf } from '../../values/local-date.ts'
import { instantOf, offsetMinutesAt } from '../../values/zone.ts'
import type { SampleMember } from './people.ts'

/** A whole number from 0 to `below` - 1. */
type Draw = (below: number) => number

interface Wish {
  readonly resource: Resource
  readonly unit: number
  readonly date: LocalDate
  readonly startMinute: number
  readonly endMinute: number
}

/** Bookings from 14 days before to 14 days after the Monday; those that ended before `now` are completed. */
export function sampleBookings(
  catalogue: Catalogue,
  members: readonly SampleMember[],
  monday: LocalDate,
  now: Instant,
): readonly Booking[] {
  const draw = makeDraw(catalogue.site.id === 'sit_harbour-loft' ? 20_261_124 : 7_041_889)
  const guests = guestsOf(catalogue, members)
  const taken: Booking[] = []
  for (let day = -14; day < 14; day += 1) {
    if (day < 0) taken.push(...habitsOn(catalogue, guests, addDays(monday, day), now))
    for (const wish of wishesOf(catalogue, addDays(monday, day), draw)) {
      const member = must(guests[draw(guests.length)], 'the sample has members')
      const number = String(taken.length + 1).padStart(4, '0')
      const booking = toBooking(catalogue, wish, member, number, now)
      if (fits(catalogue, booking, wish.resource, taken)) taken.push(booking)
    }
  }
  return taken
}

/** Members with a membership at the location. */
export function guestsOf(
  catalogue: Catalogue,
  members: readonly SampleMember[],
): readonly SampleMember[] {
  return members.filter(
    (member) => member.tierId !== null && member.siteIds.includes(catalogue.site.id),
  )
}

/** Who had to check in by now has, and so has who wants to be found: a sample is no place for people who were not there to begin with. */
export function peopleHere(
  bookings: readonly Booking[],
  members: readonly SampleMember[],
  now: Instant,
): readonly Booking[] {
  const findable = new Set(members.filter((one) => one.isFindable).map(({ id }) => id))
  return bookings.map((booking) => {
    const { startsAt } = booking.interval
    const checksIn = booking.checkIn !== null || findable.has(booking.memberId)
    const isHere = checksIn && booking.state === 'confirmed' && startsAt <= now
    return isHere ? { ...booking, state: 'checked-in', checkedInAt: startsAt } : booking
  })
}

/** What somebody did every week, so that there is a usual to book. */
const habits = [
  {
    memberId: 'mem_hana',
    resourceId: 'res_desk-14',
    weekdays: [2, 4],
    startMinute: 9 * 60,
    endMinute: 17 * 60,
  },
] as const

function habitsOn(
  catalogue: Catalogue,
  members: readonly SampleMember[],
  date: LocalDate,
  now: Instant,
): readonly Booking[] {
  return habits.flatMap(({ memberId, resourceId, weekdays, startMinute, endMinute }, index) => {
    const member = members.find(({ id }) => id === memberId)
    const resource = catalogue.resources.find(({ id }) => id === resourceId)
    const isKept = weekdays.some((weekday) => weekday === weekdayOf(date))
    if (member === undefined || resource === undefined || !isKept) return []
    const wish = { resource, unit: 1, date, startMinute, endMinute }
    return [toBooking(catalogue, wish, member, `usual-${index}-${date}`, now)]
  })
}

function wishesOf(catalogue: Catalogue, date: LocalDate, draw: Draw): readonly Wish[] {
  const wishes: Wish[] = []
  // Parts are left to visitors: who wants one finds it free, or the whole booked.
  for (const resource of catalogue.resources.filter(({ partOf }) => partOf === null)) {
    for (let unit = 1; unit <= unitCount(resource); unit += 1) {
      if (isDesk(resource) && draw(100) < 46) wishes.push(deskDay(resource, unit, date, draw))
      if (resource.kind === 'meeting-room') {
        for (let meeting = draw(4); meeting > 0; meeting -= 1) {
          const startMinute = 8 * 60 + draw(20) * 30
          wishes.push({
            resource,
            unit,
            date,
            startMinute,
            endMinute: startMinute + 30 * (1 + draw(4)),
          })
        }
      }
      if (resource.kind === 'phone-booth' && draw(2) === 0) {
        const startMinute = 9 * 60 + draw(28) * 15
        wishes.push({ resource, unit, date, startMinute, endMinute: startMinute + 30 })
      }
      if (resource.kind === 'event-hall' && draw(6) === 0) {
        wishes.push({ resource, unit, date, startMinute: 18 * 60, endMinute: 21 * 60 })
      }
    }
  }
  return wishes
}

function isDesk(resource: Resource): boolean {
  return resource.kind === 'hot-desk'
}

function deskDay(resource: Resource, unit: number, date: LocalDate, draw: Draw): Wish {
  const spans = [
    [9 * 60, 17 * 60],
    [9 * 60, 13 * 60],
    [13 * 60, 18 * 60],
    [8 * 60, 18 * 60],
  ] as const
  const [startMinute, endMinute] = must(spans[draw(spans.length)], 'a span is drawn')
  return { resource, unit, date, startMinute, endMinute }
}

export function toBooking(
  catalogue: Catalogue,
  wish: Wish,
  member: SampleMember,
  name: string,
  now: Instant,
): Booking {
  const start = { date: wish.date, minute: wish.startMinute }
  const end = { date: wish.date, minute: wish.endMinute }
  const interval = toInterval(instantOf(catalogue.zone, start), instantOf(catalogue.zone, end))
  const { price } = quote(catalogue, wish.resource, interval, member.tierId)
  const tail = `${catalogue.site.id.slice(4)}-${name}`
  const intentId = toId('intent', `bki_${tail}`)
  return {
    id: bookingIdOf(intentId),
    intentId,
    siteId: catalogue.site.id,
    memberId: member.id,
    resourceId: wish.resource.id,
    unit: wish.unit,
    parts: partIdsOf(catalogue, wish.resource),
    interval,
    wall: {
      start,
      end,
      zone: catalogue.zone.zone,
      startOffsetMinutes: offsetMinutesAt(catalogue.zone, interval.startsAt),
      endOffsetMinutes: offsetMinutesAt(catalogue.zone, interval.endsAt),
      tzdata: catalogue.zone.tzdata,
    },
    people: 1,
    guests: [],
    note: '',
    extras: [],
    basketId: null,
    series: null,
    moves: null,
    dayPrice: dayPriceOf(catalogue, wish.resource, interval, member.tierId),
    price,
    covered: [],
    payWith: 'personal',
    isPrepaid: false,
    paidWith: null,
    owed: price,
    policy: effectiveRules(wish.resource, tierOf(catalogue.tiers, member)).cancellation,
    settledAt: toInstant(Math.min(addMinutes(interval.startsAt, -3 * 24 * 60), now)),
    revision: 0,
    madeBy: null,
    checkIn: wish.resource.rules.checkIn,
    changedAt: null,
    state: interval.endsAt <= now ? 'completed' : 'confirmed',
  }
}

export function fits(
  catalogue: Catalogue,
  booking: Booking,
  resource: Resource,
  taken: readonly Booking[],
): boolean {
  if (!isOpen(catalogue, resource, booking.interval)) return false
  const guarded = withBuffer(booking.interval, resource)
  return !taken.some(
    (other) =>
      (other.resourceId === booking.resourceId &&
        other.unit === booking.unit &&
        overlaps(other.interval, guarded)) ||
      isSamePerson(other.memberId, booking.memberId, other.interval, booking.interval),
  )
}

/** People sit in one place at a time. */
function isSamePerson(a: MemberId, b: MemberId, first: Interval, second: Interval): boolean {
  return a === b && overlaps(first, second)
}

function withBuffer(interval: Interval, resource: Resource): Interval {
  const gap = Math.max(resource.rules.bufferBeforeMinutes, resource.rules.bufferAfterMinutes)
  return toInterval(interval.startsAt - gap * MINUTE_MS, interval.endsAt + gap * MINUTE_MS)
}

/** Mulberry32: small, seeded, good enough to make a day look lived in. */
function makeDraw(seed: number): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
