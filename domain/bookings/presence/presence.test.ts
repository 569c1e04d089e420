import { expect, test } from 'vitest'
import type { OpeningHours } from '../../sites/opening-hours.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { type Instant, toInstant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { toWallTime } from '../../values/zone.ts'
import type { Booking } from '../booking.ts'
import { ada, at, desk1, desk2, harbour, noDistance, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { settle } from '../settle.ts'
import { ofTeam, presentAt, readPresence } from './presence.ts'
import {
  type CheckedIn,
  presenceDate,
  presenceSections,
  presenceUntil,
} from './presence-sections.ts'

const thursday = toLocalDate('2026-11-26')
const office = [{ opens: 480, closes: 1080 }]
const hours: OpeningHours = [office, office, office, office, office, [], []]
const catalogue = { ...harbour, site: { ...harbour.site, hours } }
const now = at('2026-11-26', 600)

function booked(interval: Interval, place = desk1): Booking {
  const facts = {
    ...{ catalogue: harbour, member: ada, madeBy: null, occupied: [], ownBookings: [] },
    ...{ distance: noDistance, wallet: emptyWallet },
  }
  const hour = span('2026-11-26', 540, 600)
  const settled = settle(wish(place, hour), facts, at('2026-11-24', 540))
  const booking = must(settled.booking, 'it is free')
  const { zone } = harbour
  const start = toWallTime(zone, interval.startsAt)
  return {
    ...booking,
    interval,
    wall: { ...booking.wall, start, end: toWallTime(zone, interval.endsAt) },
  }
}

function checkedIn(interval: Interval, checkedInAt: Instant, place = desk1): CheckedIn {
  return { ...booked(interval, place), state: 'checked-in', checkedInAt }
}

/** Until when it is told, as minutes of that Thursday. */
function untilOf(booking: CheckedIn): number {
  return (presenceUntil(catalogue, booking) - at('2026-11-26', 0)) / 60_000
}

const north = toId('team', 'tea_north')
const everybody = (booking: Booking) =>
  booking.memberId === ada.id ? { name: ada.name, teamId: north } : null

test('[PRESENCE-02] [F-12] who has checked in is told by name and place, who has only booked is not', () => {
  const here = checkedIn(span('2026-11-26', 540, 1020), at('2026-11-26', 540))
  const expected = booked(span('2026-11-26', 540, 1020), desk2)
  const sections = presenceSections(catalogue, thursday, [here, expected], everybody, now)
  expect(readPresence(sections)).toEqual([
    { resourceId: desk1.id, unit: 1, name: 'Ada', teamId: north, until: at('2026-11-26', 1020) },
  ])
  expect(JSON.stringify(sections)).not.toContain(ada.id)
  expect(JSON.stringify(sections)).not.toContain(here.id)
})

test('[PRESENCE-01] [C-11] who has not said yes is not in it, and the record is empty without anybody', () => {
  const here = checkedIn(span('2026-11-26', 540, 1020), at('2026-11-26', 540))
  expect(presenceSections(catalogue, thursday, [here], () => null, now)).toEqual({})
  const off = { ...catalogue, site: { ...catalogue.site, membersFindEachOther: false } }
  expect(presenceSections(off, thursday, [here], everybody, now)).toEqual({})
})

test('[PRESENCE-03] [C-11] it ends with the booking, at closing time, or at midnight, whichever is first', () => {
  const came = at('2026-11-26', 560)
  expect(untilOf(checkedIn(span('2026-11-26', 540, 1020), came))).toBe(1020)
  expect(untilOf(checkedIn(span('2026-11-26', 540, 1200), came))).toBe(1080)
  expect(untilOf(checkedIn(span('2026-11-26', 540, 2880), came))).toBe(1080)
  const byNight = checkedIn(span('2026-11-26', 1140, 1600), at('2026-11-26', 1150))
  expect(untilOf(byNight)).toBe(1440)
})

test('[PRESENCE-03] a booking of several days tells of the day on which its member came', () => {
  const days = span('2026-11-25', 540, 3 * 1440)
  expect(presenceDate(checkedIn(days, at('2026-11-26', 560)))).toBe('2026-11-26')
  const early = checkedIn(span('2026-11-26', 10, 300), at('2026-11-25', 1435))
  expect(presenceDate(early)).toBe('2026-11-26')
  const wednesday = toLocalDate('2026-11-25')
  const came = checkedIn(days, at('2026-11-25', 560))
  expect(presenceSections(catalogue, thursday, [came], everybody, now)).toEqual({})
  expect(presenceSections(catalogue, wednesday, [came], everybody, now)).toEqual({})
})

test('[PRESENCE-03] whoever reads it later leaves out what is over by then', () => {
  const morning = checkedIn(span('2026-11-26', 540, 720), at('2026-11-26', 540))
  const day = checkedIn(span('2026-11-26', 540, 1020), at('2026-11-26', 540), desk2)
  const people = readPresence(presenceSections(catalogue, thursday, [morning, day], everybody, now))
  expect(people).toHaveLength(2)
  const atNoon = presentAt(people, at('2026-11-26', 720))
  expect(atNoon.map(({ resourceId }) => resourceId)).toEqual([desk2.id])
  expect(presentAt(people, toInstant(at('2026-11-26', 1020)))).toEqual([])
})

test('[PRESENCE-02] an entry that cannot be read is left out alone', () => {
  const good = { resourceId: desk1.id, unit: 1, name: 'Ada', teamId: null, until: now }
  const sections = { people: { a: good, b: 'nonsense', c: { ...good, unit: 'x' }, d: null } }
  expect(readPresence(sections)).toEqual([good])
})

test('[HOME-04] [A-06] of those who are in, a team sees its own, and who is in no team sees none', () => {
  const here = checkedIn(span('2026-11-26', 540, 1020), at('2026-11-26', 540))
  const people = readPresence(presenceSections(catalogue, thursday, [here], everybody, now))
  expect(ofTeam(people, north).map(({ name }) => name)).toEqual(['Ada'])
  expect(ofTeam(people, toId('team', 'tea_other'))).toEqual([])
  expect(ofTeam([{ ...people[0], teamId: null }] as typeof people, null)).toEqual([])
})
