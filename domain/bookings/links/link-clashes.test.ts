import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { cancelBooking } from '../change-booking.ts'
import { at, by, room, span } from '../for-tests.ts'
import { ask, hall, halls, north, now } from './for-tests.ts'
import { linkClashes, relinked } from './link-clashes.ts'

const day = '2026-11-26'
const anchor = { ...room, partOf: hall.id }
const linked = {
  ...halls,
  resources: halls.resources.map((one) => (one.id === room.id ? anchor : one)),
}

function booked(place: typeof hall, from: number, until: number) {
  return must(ask(place, span(day, from, until), []).booking, 'nothing is in the way')
}

test('[LINKS-06] [D-13] every booking ahead that would overlap another by a new link is found', () => {
  const mine = booked(room, 600, 660)
  const whole = booked(hall, 630, 690)
  const later = booked(hall, 690, 750)
  const bookings = [mine, whole, later, booked(north, 600, 630)]
  const clashing = (all: typeof bookings, when = now) => [...linkClashes(linked, all, when).keys()]
  expect(clashing(bookings)).toEqual([mine.id, whole.id])
  expect(linkClashes(linked, bookings, now).get(mine.id)).toEqual({
    ...{ reason: 'linked', resourceId: hall.id, name: 'The Hall', conflict: whole.interval },
  })
  expect([...linkClashes(halls, bookings, now).keys()]).toEqual([])
  const cancelled = must(cancelBooking(whole, by('space', now), now).booking, 'it is ahead')
  expect(clashing([mine, cancelled, later])).toEqual([])
  expect(clashing(bookings, at(day, 690))).toEqual([])
})

test('[LINKS-07] where a link is made or ends, live bookings ahead take the parts that are linked now', () => {
  const whole = booked(hall, 600, 660)
  const [northId, southId] = whole.parts
  expect(relinked(linked, [whole, booked(north, 705, 765)], now)).toEqual([
    { ...whole, parts: [room.id, northId, southId] },
  ])
  expect(relinked(linked, [whole], at(day, 660))).toEqual([])
  const apart = {
    ...halls,
    resources: halls.resources.map((one) => ({ ...one, partOf: null })),
  }
  expect(relinked(apart, [whole], now)).toEqual([{ ...whole, parts: [] }])
  expect(relinked(halls, [whole], now)).toEqual([])
})
