/** Each document that the server projects, read back as a device reads it. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../values/assert.ts'
import { toId } from '../values/ids.ts'
import { toInterval } from '../values/interval.ts'
import { addDays, type LocalDate, mondayOf, toLocalDate } from '../values/local-date.ts'
import type { Sections } from '../values/sections.ts'
import { localDay } from '../values/zone.ts'
import { deskSections, isOnDay, readDesk, toArrival } from './desk-sections.ts'
import {
  ada,
  at,
  desk1,
  desk2,
  harbour,
  noDistance,
  pool,
  room,
  span,
  taken,
  wish,
} from './for-tests.ts'
import { emptyWallet } from './lots/lot.ts'
import { memberSections, readMember } from './member-sections.ts'
import type { Occupied } from './occupancy/occupancy.ts'
import {
  occupancySections,
  occupiedOnDay,
  readOccupancyDay,
} from './occupancy/occupancy-sections.ts'
import { settle } from './settle.ts'
import type { SettledIntent } from './wishes/outcome.ts'

const now = at('2026-10-20', 540)

function sent(sections: Sections): Sections {
  return JSON.parse(JSON.stringify(sections)) as Sections // what travels is its JSON
}

function settled(place: typeof desk1, from: number, until: number) {
  const intent = wish(place, span('2026-10-24', from, until), { note: 'by the window' })
  const facts = { catalogue: harbour, member: ada, occupied: [], ownBookings: [] }
  const { outcome, booking } = settle(
    intent,
    { ...facts, distance: noDistance, wallet: emptyWallet, madeBy: null },
    now,
  )
  const { id: intentId, kind, device, seq, body } = intent
  const about = { wish: body.choice, siteId: body.siteId, people: 1, quote: body.quote }
  const story: SettledIntent = { intentId, kind, device, seq, settledAt: now, ...about, outcome }
  return { story, booking: must(booking, 'it is free') }
}

test('[BOOKINGS-70] a member’s document read back is what was written', () => {
  const both = [settled(desk1, 540, 600), settled(room, 1380, 1500)]
  const document = {
    member: ada,
    wallet: { lots: [], team: { usedBy: 'manager' as const, isFirst: true } },
    bookings: both.map(({ booking }) => booking),
    series: [],
    waits: [],
    settled: both.map(({ story }) => story),
    favourites: [room.id, desk1.id],
    settledSeqs: { [toId('device', 'dev_phone')]: 7 },
  }
  expect(readMember(sent(memberSections(document)))).toEqual(document)
})

test('[BOOKINGS-70] before anything has arrived a member’s document is empty', () => {
  const nothing = {
    member: null,
    wallet: { lots: [], team: null },
    bookings: [],
    series: [],
    settled: [],
    favourites: [],
    waits: [],
    settledSeqs: {},
  }
  expect(readMember({})).toEqual(nothing)
  expect(readMember(sent(memberSections(nothing)))).toEqual(nothing)
})

/** The three weeks around the night that the clocks go back; the same for the one that they jump. */
const places = fc.constantFrom(desk1, desk2, pool)
const spans = (monday: string) =>
  fc
    .tuple(
      places,
      fc.integer({ min: 1, max: 2 }),
      fc.nat(21 * 96),
      fc.integer({ min: 1, max: 200 }),
    )
    .map(([place, unit, from, length]) => {
      const startsAt = localDay(harbour.zone, toLocalDate(monday)).startsAt + from * 900_000
      return taken(place, toInterval(startsAt, startsAt + length * 900_000), unit)
    })

/** As the settlement leaves them: no two on one unit. */
function apart(all: readonly Occupied[]): readonly Occupied[] {
  const kept: Occupied[] = []
  for (const one of all) {
    const isApart = kept.every(
      (other) =>
        other.resourceId !== one.resourceId ||
        other.unit !== one.unit ||
        one.interval.endsAt <= other.interval.startsAt ||
        other.interval.endsAt <= one.interval.startsAt,
    )
    if (isApart) kept.push(one)
  }
  return kept
}

/** Every moment that is taken, as `place.unit@quarter`: splitting at midnight changes none of it. */
function quarters(occupied: readonly Occupied[]): readonly string[] {
  return occupied
    .flatMap(({ resourceId, unit, interval }) =>
      Array.from(
        { length: (interval.endsAt - interval.startsAt) / 900_000 },
        (_, index) => `${resourceId}.${unit}@${interval.startsAt + index * 900_000}`,
      ),
    )
    .sort()
}

function readWeeks(monday: LocalDate, occupied: readonly Occupied[]): readonly Occupied[] {
  return [-7, 0, 7, 14, 21, 28].flatMap((days) => {
    const week = addDays(monday, days)
    const sections = sent(occupancySections(harbour.zone, week, occupied))
    return Array.from({ length: 7 }, (_, day) => addDays(week, day)).flatMap((date) =>
      occupiedOnDay(harbour.zone, date, readOccupancyDay(sections, date)),
    )
  })
}

for (const date of ['2026-10-19', '2026-03-23']) {
  test(`[BOOKINGS-71] occupancy around ${date} read back takes the same moments, through the clock change`, () => {
    const monday = mondayOf(toLocalDate(date))
    fc.assert(
      fc.property(fc.array(spans(monday), { maxLength: 25 }), (all) => {
        const occupied = apart(all)
        expect(quarters(readWeeks(monday, occupied))).toEqual(quarters(occupied))
      }),
    )
  })
}

test('[BOOKINGS-71] [D-06] the night that the clocks go back is written as the hours that go by', () => {
  const night = taken(desk1, span('2026-10-25', 60, 240))
  const sections = occupancySections(harbour.zone, toLocalDate('2026-10-19'), [night])
  expect(sections).toEqual({ '2026-10-25': { 'res_desk-1.1/60': [240, 'b'] } })
})

test('[BOOKINGS-71] a night is split at midnight, and its other half stands in the next week', () => {
  const night = taken(room, span('2026-11-29', 1380, 1500), 1, 'held')
  const week = (monday: string) => occupancySections(harbour.zone, toLocalDate(monday), [night])
  expect(week('2026-11-23')).toEqual({ '2026-11-29': { 'res_room.1/1380': [60, 'h'] } })
  expect(week('2026-11-30')).toEqual({ '2026-11-30': { 'res_room.1/0': [60, 'h'] } })
})

test('[BOOKINGS-71] entries that cannot be read are left out one by one', () => {
  const date = toLocalDate('2026-11-26')
  const sections = {
    [date]: {
      'res_desk-1.1/540': [60, 'b'],
      'res_desk-1.1/600': [60, '?'],
      'res_desk-1.1/660': 'b',
      'res_desk-1.1/720': [-60, 'b'],
      'mem_ada.1/780': [60, 'b'],
      'res_desk-1/780': [60, 'b'],
      '': [60, 'b'],
    },
  }
  expect(readOccupancyDay(sections, date)).toEqual([
    { resourceId: desk1.id, unit: 1, startMinute: 540, endMinute: 600, state: 'booked' },
  ])
  expect(readOccupancyDay({}, date)).toEqual([])
})

test('[BOOKINGS-72] [X-04] occupancy names no person and no booking', () => {
  const { booking } = settled(desk1, 540, 600)
  const { resourceId, unit, interval } = booking
  const occupied = [{ resourceId, unit, interval, state: 'booked' as const }]
  const text = JSON.stringify(occupancySections(harbour.zone, toLocalDate('2026-10-19'), occupied))
  for (const secret of ['mem_', 'bkg_', 'bki_', ada.name, 'by the window']) {
    expect(text).not.toContain(secret)
  }
})

test('[BOOKINGS-73] the day list read back is what was written, in order of time', () => {
  const bookings = [settled(room, 900, 960), settled(desk1, 540, 600), settled(desk2, 540, 600)]
  const arrivals = bookings.map(({ booking }) => toArrival(booking, 'Ada'))
  const read = readDesk(sent(deskSections(arrivals)))
  expect(read.map(({ resourceId, startText }) => [resourceId, startText])).toEqual([
    [desk1.id, '09:00'],
    [desk2.id, '09:00'],
    [room.id, '15:00'],
  ])
  expect(read).toEqual(expect.arrayContaining(arrivals))
})

test('[BOOKINGS-73] a booking is on each day that it touches, and not on the one that begins as it ends', () => {
  const onDays = (from: number, until: number) =>
    ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26'].filter((date) =>
      isOnDay(settled(desk1, from, until).booking, toLocalDate(date)),
    )
  expect(onDays(540, 600)).toEqual(['2026-10-24'])
  expect(onDays(1380, 1440)).toEqual(['2026-10-24'])
  expect(onDays(1380, 1500)).toEqual(['2026-10-24', '2026-10-25'])
})
