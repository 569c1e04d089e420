import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { cancelBooking } from '../change-booking.ts'
import { at, by, desk1, pool, room, span } from '../for-tests.ts'
import { ask, hall, halls, north, now, south } from './for-tests.ts'
import { linkProblems, relinked } from './link-problems.ts'

const day = '2026-11-26'
const anchor = { ...room, partOf: hall.id }

function booked(place: typeof hall, from: number, until: number) {
  return must(ask(place, span(day, from, until), []).booking, 'nothing is in the way')
}

test('[LINKS-06] [D-13] a link is refused while bookings ahead would overlap, with all of them', () => {
  const mine = booked(room, 600, 660)
  const whole = booked(hall, 630, 690)
  const later = booked(hall, 660, 720)
  const other = booked(room, 540, 795)
  const bookings = [mine, whole, later, booked(north, 600, 660)]
  expect(linkProblems(anchor, halls, bookings, now)).toEqual([
    { kind: 'overlapping', bookings: [[mine.id, whole.id]] },
  ])
  expect(linkProblems(anchor, halls, [...bookings, other], now)).toEqual([
    {
      kind: 'overlapping',
      bookings: [
        [mine.id, whole.id],
        [other.id, whole.id],
        [other.id, later.id],
      ],
    },
  ])
  const cancelled = must(cancelBooking(whole, by('space', now), now).booking, 'it is ahead')
  expect(linkProblems(anchor, halls, [mine, cancelled, later], now)).toEqual([])
  expect(linkProblems(anchor, halls, bookings, at(day, 690))).toEqual([])
})

test('[LINKS-06] a place is no part of itself, of its own parts, of nothing, of a pool or of another floor', () => {
  const kinds = (resource: typeof hall) =>
    linkProblems(resource, halls, [], now).map(({ kind }) => kind)
  expect(kinds({ ...hall, partOf: null })).toEqual([])
  expect(kinds({ ...hall, partOf: hall.id })).toEqual(['circle'])
  expect(kinds({ ...hall, partOf: north.id })).toEqual(['circle'])
  expect(kinds({ ...anchor, partOf: toId('resource', 'res_gone') })).toEqual(['unknown-whole'])
  expect(kinds({ ...desk1, partOf: pool.id })).toEqual(['not-exclusive'])
  expect(kinds({ ...anchor, mode: { kind: 'assigned' } })).toEqual(['not-exclusive'])
  expect(kinds({ ...anchor, floorId: toId('floor', 'flr_attic') })).toEqual(['other-floor'])
  expect(kinds({ ...anchor, partOf: north.id })).toEqual([])
})

test('[LINKS-07] where a link is made or ends, live bookings ahead take the parts that are linked now', () => {
  const whole = booked(hall, 600, 660)
  const linked = {
    ...halls,
    resources: halls.resources.map((one) => (one.id === room.id ? anchor : one)),
  }
  expect(relinked(linked, [whole, booked(north, 705, 765)], now)).toEqual([
    { ...whole, parts: [room.id, north.id, south.id] },
  ])
  expect(relinked(linked, [whole], at(day, 660))).toEqual([])
  const apart = { ...halls, resources: halls.resources.map((one) => ({ ...one, partOf: null })) }
  expect(relinked(apart, [whole], now)).toEqual([{ ...whole, parts: [] }])
  expect(relinked(halls, [whole], now)).toEqual([])
})
