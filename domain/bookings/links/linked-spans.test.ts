import { expect, test } from 'vitest'
import { usualNewsChoice } from '../../memberships/news-choice.ts'
import { noTeamLimits } from '../../memberships/team-limits.ts'
import { closesResource } from '../../sites/open-time.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'
import type { Booking } from '../booking.ts'
import { decideChange } from '../changes/decide-change.ts'
import { desk1, span, taken } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { moveBooking } from '../move-booking.ts'
import { availability } from '../occupancy/availability.ts'
import { choiceAt } from '../wishes/choice.ts'
import { ask, change, hall, halls, hallsWith, north, now, south } from './for-tests.ts'
import { withLinked } from './linked-spans.ts'

const day = '2026-11-26'
const ten = span(day, 600, 660)

function booked(
  ...[place, interval, catalogue]: [typeof hall, typeof ten, typeof halls?]
): Booking {
  return must(ask(place, interval, [], catalogue).booking, 'nothing is in the way')
}

test('[LINKS-01] [D-13] [B-24] a half from ten to eleven takes the hall until then, and not the other half', () => {
  const half = [booked(north, ten)]
  expect(ask(hall, span(day, 630, 690), half).outcome).toMatchObject({ kind: 'refused' })
  expect(ask(south, span(day, 630, 690), half).outcome).toMatchObject({ kind: 'confirmed' })
  expect(ask(hall, span(day, 660, 720), half).outcome).toMatchObject({ kind: 'confirmed' })
})

test('[LINKS-01] [LINKS-02] while the hall is booked its halves are, and say what is booked and when', () => {
  const whole = [booked(hall, ten)]
  expect(ask(south, span(day, 630, 690), whole).outcome).toMatchObject({
    kind: 'refused',
    refusal: { reason: 'linked', resourceId: hall.id, name: 'The Hall', conflict: ten },
  })
  expect(ask(hall, span(day, 630, 690), whole).outcome).toMatchObject({
    refusal: { reason: 'booked', conflict: ten },
  })
  const half = [booked(north, ten)]
  expect(ask(hall, span(day, 630, 690), half).outcome).toMatchObject({
    refusal: { reason: 'linked', name: 'Hall North' },
  })
})

test('[LINKS-02] what is taken with another place is drawn as taken', () => {
  const occupied = withLinked(halls, [taken(hall, ten)])
  const asked = { catalogue: halls, resource: north, interval: ten, people: 1, occupied, now }
  const member = {
    ...{
      siteIds: [],
      assigned: [],
      teamId: null,
      teamLimits: noTeamLimits,
      tierId: toId('tier', 'tie_hot'),
      tierSince: null,
      memberships: [],
      consents: [],
      isFindable: false,
      unpaid: [],
      news: usualNewsChoice,
    },
  }
  const ada = {
    ...member,
    id: toId('member', 'mem_ada'),
    name: '',
    email: '',
    role: 'member',
  } as const
  expect(availability({ ...asked, member: ada, ownTimes: [], own: [] }).state).toBe('busy')
  expect(withLinked(halls, [taken(desk1, ten)])).toEqual([taken(desk1, ten)])
  expect(withLinked(halls, occupied)).toHaveLength(occupied.length + 2)
})

test('[LINKS-03] [D-08] half-rooms of a booked hall inherit its 120 minutes, and keep their own 60 between them', () => {
  const catalogue = hallsWith(120, 60)
  const whole = [booked(hall, ten, catalogue)]
  expect(ask(north, span(day, 765, 825), whole, catalogue).outcome).toMatchObject({
    refusal: { reason: 'buffer', bufferMinutes: 120, conflict: ten },
  })
  expect(ask(north, span(day, 780, 840), whole, catalogue).booking).not.toBeNull()
  const half = [booked(north, ten, catalogue)]
  expect(ask(north, span(day, 720, 780), half, catalogue).booking).not.toBeNull()
  expect(ask(hall, span(day, 765, 825), half, catalogue).outcome).toMatchObject({
    refusal: { reason: 'buffer', bufferMinutes: 120 },
  })
  const reversed = hallsWith(0, 60)
  const quiet = [booked(hall, ten, reversed)]
  expect(ask(north, span(day, 705, 765), quiet, reversed).booking).toBeNull()
  expect(ask(north, span(day, 720, 780), quiet, reversed).booking).not.toBeNull()
})

test('[LINKS-04] a booking has the parts of its place, wherever it moves', () => {
  const whole = booked(hall, ten)
  expect(whole.parts).toEqual([north.id, south.id])
  const half = booked(north, ten)
  expect(half.parts).toEqual([])
  const to = (place: typeof hall, others: readonly Booking[]) => {
    const spans = others.map((one) => taken(hall, one.interval))
    return moveBooking(half, choiceAt(halls, place.id, span(day, 700, 760)), halls, spans, now)
  }
  expect(to(hall, [])).toMatchObject({ kind: 'moved', booking: { parts: [north.id, south.id] } })
  expect(to(desk1, [])).toMatchObject({ kind: 'moved', booking: { parts: [] } })
  expect(to(south, [{ ...whole, interval: span(day, 720, 780) }])).toMatchObject({
    kind: 'refused',
    refusal: { reason: 'linked' },
  })
})

test('[LINKS-04] [B-30] a half becomes the hall where the other half is free, and takes it then', () => {
  const half = booked(north, ten)
  const other = booked(south, span(day, 630, 690))
  expect(change(half, hall, ten, [half]).booking?.parts).toEqual([north.id, south.id])
  expect(change(half, hall, ten, [half, other]).outcome).toMatchObject({
    refusal: { reason: 'linked', name: 'Hall South' },
  })
  const whole = booked(hall, ten)
  expect(change(whole, hall, span(day, 600, 720), [whole]).booking).not.toBeNull()
  expect(change(whole, south, ten, [whole]).booking?.parts).toEqual([])
})

test('[LINKS-04] on the device what is taken with one’s own booking is not in its way', () => {
  const whole = booked(hall, ten)
  const occupied = withLinked(halls, [taken(hall, ten), taken(south, span(day, 720, 780))])
  const member = {
    ...{
      siteIds: [],
      assigned: [],
      teamId: null,
      teamLimits: noTeamLimits,
      tierId: toId('tier', 'tie_hot'),
      tierSince: null,
      memberships: [],
      consents: [],
      isFindable: false,
      unpaid: [],
      news: usualNewsChoice,
    },
  }
  const ada = { ...member, id: whole.memberId, name: '', email: '', role: 'member' } as const
  const own = { ownTimes: [], wallet: emptyWallet }
  const asked = { booking: whole, catalogue: halls, member: ada, occupied, ...own, now }
  const to = (place: typeof hall, until: number) => {
    const wish = { resource: place, interval: span(day, 600, until), preferredUnit: null }
    return decideChange({
      ...asked,
      ...wish,
      effectiveAt: now,
      approval: 'none',
      paidFirst: 'nobody',
    }).kind
  }
  expect([to(north, 660), to(hall, 720), to(hall, 735)]).toEqual(['fits', 'fits', 'refused'])
})

test('[LINKS-05] a closure of the hall closes its halves, one of a half the hall, and never the other half', () => {
  const from = { date: toLocalDate(day), minute: 0 }
  const closed = (id: typeof hall.id) => {
    const closure = {
      id: toId('closure', 'clo_1'),
      eventId: null,
      name: 'Paint',
      resourceIds: [id],
      from,
      until: from,
    }
    return [hall, north, south, desk1].map((place) => closesResource(halls, closure, place))
  }
  expect(closed(hall.id)).toEqual([true, true, true, false])
  expect(closed(north.id)).toEqual([true, true, false, false])
})
