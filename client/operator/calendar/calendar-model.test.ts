import { expect, test } from 'vitest'
import type { Arrival } from '../../../domain/bookings/desk-sections.ts'
import { at, desk1, desk2, harbour, pool, room, span } from '../../../domain/bookings/for-tests.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import { toId } from '../../../domain/values/ids.ts'
import { toLocalDate } from '../../../domain/values/local-date.ts'
import { calendarDay, nextBlock, snapped } from './calendar-model.ts'

const date = toLocalDate('2026-11-26')

function booked(id: string, place: Resource, from: number, until: number, unit = 1): Arrival {
  const { startsAt, endsAt } = span(date, from, until)
  return {
    bookingId: toId('booking', `bkg_${id}`),
    resourceId: place.id,
    unit,
    memberName: 'Ada',
    people: 1,
    guests: [],
    startText: '',
    endText: '',
    startsAt,
    endsAt,
    state: 'confirmed',
    checkIn: null,
    terms: null,
    isRecurring: false,
  }
}

const office = [{ opens: 540, closes: 1080 }]
const hours = [office, office, office, office, office, [], []] as const
const catalogue = { ...harbour, site: { ...harbour.site, hours } }

test('[O-14] each place has a row, with what is booked there in order of time, a pool a lane for each of its places', () => {
  const arrivals = [
    booked('b', desk1, 780, 900),
    booked('a', desk1, 540, 600),
    booked('p', pool, 540, 600, 2),
  ]
  const { rows } = calendarDay(catalogue, date, arrivals, null)
  expect(rows.map(({ resource }) => resource.id)).toEqual(harbour.resources.map(({ id }) => id))
  expect(rows[0]?.bookings.map(({ from, until }) => [from, until])).toEqual([
    [540, 600],
    [780, 900],
  ])
  const long = rows.find(({ resource }) => resource.id === pool.id)
  expect(long?.lanes).toBe(2)
  expect(long?.bookings[0]?.lane).toBe(1)
})

test('[O-14] the hours that are drawn are the opening hours, and what is booked beside them', () => {
  expect(calendarDay(catalogue, date, [], null).hours).toEqual({ from: 540, until: 1080 })
  const late = [booked('a', desk1, 1050, 1110)]
  expect(calendarDay(catalogue, date, late, null).hours).toEqual({ from: 540, until: 1140 })
  const sunday = calendarDay(catalogue, toLocalDate('2026-11-29'), [], null)
  expect(sunday.hours).toEqual({ from: 480, until: 1080 })
})

test('[O-14] closed time is named where a closure says why, and cut at midnight', () => {
  const closure = {
    id: toId('closure', 'clo_1'),
    eventId: null,
    name: 'New carpet',
    resourceIds: [desk1.id],
    from: { date: toLocalDate('2026-11-25'), minute: 600 },
    until: { date, minute: 720 },
  }
  const [first, second] = calendarDay({ ...catalogue, closures: [closure] }, date, [], null).rows
  expect(first?.closed.map(({ name, from, until }) => [name, from, until])).toEqual([
    ['New carpet', 0, 720],
    ['', 0, 540],
    ['', 1080, 1440],
  ])
  expect(second?.closed.map(({ name }) => name)).toEqual(['', ''])
})

test('[O-14] [D-13] a part takes its time of the whole, the whole of its parts, and parts leave each other alone', () => {
  const resources = [
    room,
    { ...desk1, partOf: room.id },
    { ...desk2, partOf: room.id },
    ...catalogue.resources.filter(({ id }) => ![room.id, desk1.id, desk2.id].includes(id)),
  ]
  const taken = (arrivals: readonly Arrival[]) =>
    calendarDay({ ...catalogue, resources }, date, arrivals, null)
      .rows.slice(0, 3)
      .map(({ closed }) =>
        closed
          .filter(({ by }) => by === 'linked')
          .map(({ name, from, until }) => [name, from, until]),
      )
  const half = booked('a', desk1, 540, 600)
  expect(taken([half])).toEqual([[[`${desk1.name} · Ada`, 540, 600]], [], []])
  expect(taken([booked('w', room, 700, 800)])).toEqual([
    [],
    [[`${room.name} · Ada`, 700, 800]],
    [[`${room.name} · Ada`, 700, 800]],
  ])
  expect(taken([{ ...half, state: 'no-show' }])).toEqual([[], [], []])
})

test('[O-14] on the day of a clock change nine is drawn where nine is', () => {
  const spring = toLocalDate('2026-03-29')
  const arrival = { ...booked('a', room, 540, 600), ...instants('2026-03-29', 540, 600) }
  const { rows } = calendarDay(harbour, spring, [arrival], 'meeting-room')
  expect(rows.map(({ bookings }) => bookings[0]?.from)).toEqual([540])
})

function instants(day: string, from: number, until: number) {
  return { startsAt: at(day, from), endsAt: at(day, until) }
}

test('[O-14] [X-07] arrow keys lead along a row, and to the nearest time in the next row that has anything', () => {
  const arrivals = [
    booked('a', desk1, 540, 600),
    booked('b', desk1, 780, 900),
    booked('c', pool, 600, 660),
    booked('d', pool, 840, 900),
  ]
  const { rows } = calendarDay(catalogue, date, arrivals, null)
  expect(rows.find(({ resource }) => resource.id === desk2.id)?.bookings).toEqual([])
  expect(nextBlock(rows, 'bkg_a', 'right')?.id).toBe('bkg_b')
  expect(nextBlock(rows, 'bkg_b', 'right')).toBeNull()
  expect(nextBlock(rows, 'bkg_b', 'down')?.id).toBe('bkg_d')
  expect(nextBlock(rows, 'bkg_c', 'up')?.id).toBe('bkg_a')
})

test('[O-14] what is dragged keeps its length, lies on the grid of its place and stays within the day', () => {
  expect(snapped({ from: 547, until: 607 }, 15)).toEqual({ from: 540, until: 600 })
  expect(snapped({ from: -30, until: 30 }, 15)).toEqual({ from: 0, until: 60 })
  expect(snapped({ from: 1420, until: 1480 }, 15)).toEqual({ from: 1380, until: 1440 })
})
