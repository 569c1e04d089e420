import { expect, test } from 'vitest'
import type { Closure } from '../sites/opening-hours.ts'
import { must } from '../values/assert.ts'
import { type BookingId, toId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import type { Interval } from '../values/interval.ts'
import { toLocalDate } from '../values/local-date.ts'
import type { Booking } from './booking.ts'
import { cancelBooking } from './change-booking.ts'
import { affectedBookings, closureOf, closureRefusal, decideClosure } from './close-site.ts'
import {
  ada,
  at,
  by,
  dedicated,
  desk1,
  desk2,
  harbour,
  noDistance,
  room,
  span,
  wish,
} from './for-tests.ts'
import { emptyWallet } from './lots/lot.ts'
import { occupiedBy } from './occupied-by.ts'
import { settle } from './settle.ts'
import { choiceAt } from './wishes/choice.ts'
import type { ClosureRequest, ClosureResolution } from './wishes/intent.ts'

const now = at('2026-12-20', 540)
const christmas = toLocalDate('2026-12-25')

function booked(place: typeof desk1, interval: Interval, people = 1): Booking {
  const facts = {
    catalogue: harbour,
    member: ada,
    occupied: [],
    ownBookings: [],
    distance: noDistance,
    wallet: emptyWallet,
    madeBy: null,
  }
  return must(settle(wish(place, interval, { people }), facts, now).booking, 'it is free')
}

function closing(
  resolutions: Record<BookingId, ClosureResolution>,
  more: Partial<ClosureRequest> = {},
) {
  return {
    siteId: harbour.site.id,
    closureId: toId('closure', 'clo_christmas'),
    name: 'Christmas',
    resourceIds: null,
    from: { date: christmas, minute: 0 },
    until: { date: christmas, minute: 1440 },
    resolutions,
    ...more,
  }
}

function decide(request: ClosureRequest, bookings: readonly Booking[], at: Instant = now) {
  return decideClosure(
    request,
    { catalogue: harbour, bookings, occupied: bookings.map(occupiedBy) },
    at,
  )
}

function moveTo(place: typeof desk1, interval: Interval): ClosureResolution {
  return { kind: 'move', choice: choiceAt(harbour, place.id, interval) }
}

const noon = span('2026-12-25', 720, 780)
const dayAfter = span('2026-12-26', 720, 780)
const one = booked(desk1, noon)
const two = booked(desk2, noon)
const night = booked(room, span('2026-12-24', 1380, 1500), 4)
const outside = booked(desk1, dayAfter)
const all = [one, two, night, outside]

test('[BOOKINGS-50] [D-10] three bookings on Christmas Day must each be dealt with, and are listed', () => {
  const { outcome, closure } = decide(closing({}), all)
  expect(closure).toBeNull()
  expect(outcome).toMatchObject({
    kind: 'refused',
    refusal: { reason: 'unresolved-bookings', bookingIds: [one.id, two.id, night.id] },
  })
  const partly = decide(closing({ [one.id]: { kind: 'keep' }, [night.id]: { kind: 'keep' } }), all)
  expect(partly.outcome).toMatchObject({ refusal: { bookingIds: [two.id] } })
})

test('[BOOKINGS-50] what is over, cancelled or elsewhere is not touched by a closure', () => {
  const cancelled = must(cancelBooking(two, by('member', now), now).booking, 'it is live')
  const request = closing({}, { resourceIds: [desk1.id, desk2.id] })
  const found = affectedBookings(harbour, closureOf(request), [one, cancelled, night, outside], now)
  expect(found).toEqual([one])
  expect(affectedBookings(harbour, closureOf(request), [one], noon.endsAt)).toEqual([])
})

test('[BOOKINGS-54] a closure ends after it begins and after now, and within five years', () => {
  const why = (more: Partial<ClosureRequest>, at: Instant = now) => {
    const { outcome, closure } = decide(closing({}, more), [], at)
    expect(closure === null).toBe(outcome.kind === 'refused')
    return outcome.kind === 'refused' ? outcome.refusal : null
  }
  const until = (date: string, minute = 0) => ({ until: { date: toLocalDate(date), minute } })
  expect(why(until('2026-12-25'))).toMatchObject({ reason: 'closure', problem: 'backwards' })
  expect(why(until('2026-12-24'))).toMatchObject({ reason: 'closure', problem: 'backwards' })
  expect(why({}, span('2026-12-24', 0, 1440).endsAt)).toBeNull()
  expect(why({}, span('2026-12-25', 0, 1439).endsAt)).toBeNull()
  expect(why({}, span('2026-12-25', 0, 1440).endsAt)).toMatchObject({ problem: 'over' })
  expect(why(until('2031-12-20', 1440))).toBeNull()
  expect(why(until('2031-12-21'))).toEqual({ reason: 'closure', problem: 'too-far', limit: 1_826 })
  expect(why(until('2099-12-25'))).toMatchObject({ problem: 'too-far' })
})

test('[BOOKINGS-54] a location has so many closures ahead, what events keep and what is over apart', () => {
  const day = (date: string, index: number, eventId: Closure['eventId'] = null): Closure => ({
    ...closureOf(closing({})),
    ...{ id: toId('closure', `clo_${index}`), eventId },
    ...{
      from: { date: toLocalDate(date), minute: 0 },
      until: { date: toLocalDate(date), minute: 60 },
    },
  })
  const many = (count: number, ...of: [date: string, eventId?: Closure['eventId']]) =>
    Array.from({ length: count }, (_, index) => day(of[0], index, of[1]))
  const problem = (closures: readonly Closure[]) =>
    closureRefusal({ ...harbour, closures }, closureOf(closing({})), now)
  expect(problem(many(200, '2027-02-01'))).toEqual({
    reason: 'closure',
    problem: 'too-many',
    limit: 200,
  })
  const event = toId('event', 'evt_talk')
  const others = [...many(200, '2026-02-01'), ...many(200, '2027-02-01', event)]
  expect(problem([...many(199, '2027-02-01'), ...others])).toBeNull()
})

test('[BOOKINGS-51] [D-38] [D-10] what the space cancels is its own fault, what it keeps stays as it was', () => {
  const request = closing({
    [one.id]: { kind: 'cancel' },
    [two.id]: { kind: 'keep' },
    [night.id]: { kind: 'keep' },
  })
  const { closure, bookings } = decide(request, all)
  expect(closure?.name).toBe('Christmas')
  expect(bookings).toMatchObject([{ id: one.id, state: 'cancelled', cancelledBy: 'space' }])
})

test('[BOOKINGS-52] a moved booking is the same one elsewhere, with its price and its wall time', () => {
  const later = span('2026-12-26', 900, 960)
  const request = closing({ [one.id]: moveTo(desk2, later) })
  const { bookings } = decide(request, [one])
  expect(bookings).toMatchObject([
    {
      id: one.id,
      state: 'confirmed',
      resourceId: desk2.id,
      interval: later,
      price: one.price,
      wall: { start: { date: '2026-12-26', minute: 900 } },
    },
  ])
})

test('[BOOKINGS-52] nothing is moved into the closure, over capacity, onto what is taken or assigned, or into the past', () => {
  const reason = (booking: Booking, resolution: ClosureResolution) => {
    const { outcome } = decide(closing({ [booking.id]: resolution }), [booking, outside])
    return outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind
  }
  expect(reason(one, moveTo(desk2, noon))).toBe('closed')
  expect(reason(night, moveTo(desk1, span('2026-12-27', 720, 780)))).toBe('capacity')
  expect(reason(one, moveTo(desk1, dayAfter))).toBe('booked')
  expect(reason(one, moveTo(dedicated, dayAfter))).toBe('assigned')
  expect(reason(one, moveTo(desk1, span('2026-12-19', 720, 780)))).toBe('past')
})

test('[BOOKINGS-52] notice and membership are not asked: the move is not the member’s wish', () => {
  const strict = {
    ...desk2,
    kind: 'event-hall' as const,
    rules: { ...desk2.rules, noticeMinutes: 100_000 },
  }
  const catalogue = { ...harbour, resources: [desk1, strict] }
  const request = closing({ [one.id]: moveTo(desk2, dayAfter) })
  const decision = decideClosure(request, { catalogue, bookings: [one], occupied: [] }, now)
  expect(decision.bookings).toMatchObject([{ resourceId: desk2.id, interval: dayAfter }])
})

test('[BOOKINGS-53] what is cancelled gives its place back before anything moves', () => {
  const long = booked(desk2, span('2026-12-25', 720, 840))
  const afterwards = moveTo(desk2, span('2026-12-25', 780, 840))
  const withLong = (resolution: ClosureResolution) =>
    closing(
      { [one.id]: afterwards, [long.id]: resolution },
      { until: { date: christmas, minute: 750 } },
    )
  const kept = decide(withLong({ kind: 'keep' }), [one, long])
  expect(kept.outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'booked' } })
  const cancelled = decide(withLong({ kind: 'cancel' }), [one, long])
  expect(cancelled.bookings).toMatchObject([
    { id: long.id, state: 'cancelled' },
    { id: one.id, resourceId: desk2.id },
  ])
})

test('[BOOKINGS-53] two bookings cannot be moved onto each other', () => {
  const request = closing({ [one.id]: moveTo(desk1, dayAfter), [two.id]: moveTo(desk1, dayAfter) })
  expect(decide(request, [one, two]).outcome).toMatchObject({ refusal: { reason: 'booked' } })
})
