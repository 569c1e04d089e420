import { expect, test } from 'vitest'
import { fingerprint } from '../../values/fingerprint.ts'
import { toId } from '../../values/ids.ts'
import type { Booking } from '../booking.ts'
import { room, span, wish } from '../for-tests.ts'
import { ask, hall, halls, north, now } from '../links/for-tests.ts'
import { occupiedBy } from '../occupied-by.ts'
import { choiceAt } from '../wishes/choice.ts'
import type { SettingIntent } from './apply-setting.ts'
import { decideSetting } from './decide-setting.ts'

const day = '2026-11-26'
const floors = [{ id: toId('floor', 'flr_loft'), name: 'Loft', planVersion: 1 }]
const catalogue = { ...halls, site: { ...halls.site, floors } }

function booked(place: typeof hall, from: number, until: number): Booking {
  const { booking } = ask(place, span(day, from, until), [])
  if (booking === null) throw new Error('The place is free')
  return booking
}

/** The operator makes the room a part of the hall, and says what becomes of bookings. */
function link(place: typeof hall, bookings: readonly Booking[], resolutions: object = {}) {
  const before = catalogue.resources.find(({ id }) => id === place.id)
  const common = { siteId: catalogue.site.id, basedOn: fingerprint(before), holder: null }
  const body = { ...common, resource: { ...place, partOf: hall.id }, resolutions }
  const intent = { ...wish(room, span(day, 540, 600)), kind: 'resource.save', body }
  const facts = { catalogue, bookings, occupied: bookings.map(occupiedBy) }
  return decideSetting(intent as unknown as SettingIntent, facts, now) // kind and body go together here
}

const mine = booked(room, 600, 660)
const whole = booked(hall, 630, 690)

test('[LINKS-06] [D-13] a link is refused while bookings ahead would overlap, with the list, and keeping them is no way out', () => {
  const both = [mine.id, whole.id]
  expect(link(room, [mine, whole]).outcome).toMatchObject({
    refusal: { reason: 'unresolved-bookings', bookingIds: both },
  })
  const keep = { [mine.id]: { kind: 'keep' }, [whole.id]: { kind: 'keep' } }
  expect(link(room, [mine, whole], keep).outcome).toMatchObject({
    refusal: { reason: 'unresolved-bookings', bookingIds: both },
  })
})

test('[LINKS-07] where one of them gives way the link is made, and the hall takes the room too', () => {
  const cancel = { [mine.id]: { kind: 'cancel' }, [whole.id]: { kind: 'keep' } }
  const { outcome, bookings } = link(room, [mine, whole], cancel)
  expect(outcome.kind).toBe('confirmed')
  expect(bookings).toMatchObject([
    { id: mine.id, state: 'cancelled' },
    { id: whole.id, parts: [room.id, ...whole.parts] },
  ])
  const choice = choiceAt(catalogue, room.id, span(day, 705, 765))
  const move = { [mine.id]: { kind: 'move', choice }, [whole.id]: { kind: 'keep' } }
  expect(link(room, [mine, whole], move).bookings).toMatchObject([
    { id: mine.id, interval: span(day, 705, 765) },
    { id: whole.id },
  ])
})

test('[LINKS-06] what contradicts itself is said at its field', () => {
  expect(link({ ...hall, name: 'The Hall' }, []).outcome).toMatchObject({
    refusal: { reason: 'invalid-setting', problems: [{ field: 'partOf', code: 'circle' }] },
  })
  expect(link(north, []).outcome.kind).toBe('confirmed')
})
