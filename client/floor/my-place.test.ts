// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { toId } from '../../domain/values/ids.ts'
import { DAY_MS } from '../../domain/values/instant.ts'
import { ada, answers, at, loft, own } from './for-tests.ts'
import { findMyPlace } from './my-place.ts'

function found(more: Partial<Parameters<typeof findMyPlace>[0]> = {}) {
  const mine = findMyPlace({
    catalogue: loft,
    member: ada,
    answers: answers(),
    bookings: [],
    now: at(480),
    ...more,
  })
  return mine === null ? null : [mine.resource.name, mine.interval?.startsAt ?? null]
}

const desk33 = { ...ada, assigned: [toId('resource', 'res_desk-33')] }

test('what is booked at the time shown is found first, and the time stays', () => {
  const bookings = [own('res_desk-14', 'confirmed')]
  expect(found({ member: desk33, answers: answers({ bookings }), bookings })).toEqual([
    'Desk 14',
    null,
  ])
})

test('what is booked now or next is found with its time, whatever time is shown', () => {
  const bookings = [own('res_room-drift', 'saved'), own('res_desk-14', 'cancelled')]
  expect(found({ bookings })).toEqual(['Drift', at(540)])
  expect(found({ bookings, member: desk33 })).toEqual(['Drift', at(540)])
})

test('a desk of one’s own comes before a booking of another day', () => {
  const bookings = [own('res_room-drift', 'confirmed')]
  const now = at(480 - 2 * 1440)
  expect(found({ bookings, now, member: desk33 })).toEqual(['Desk 33', null])
  expect(found({ bookings, now })).toEqual(['Drift', at(540)])
})

test('what is over, or stands on no plan, is nobody’s place', () => {
  const bookings = [own('res_desk-14', 'completed'), own('res_projector', 'confirmed')]
  expect(found({ bookings })).toBeNull()
  expect(
    found({ bookings: [own('res_desk-14', 'confirmed')], now: at(480 + DAY_MS / 60_000) }),
  ).toBeNull()
})
