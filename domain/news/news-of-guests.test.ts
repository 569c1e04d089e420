import { expect, test } from 'vitest'
import type { Booking } from '../bookings/booking.ts'
import { cancelBooking } from '../bookings/change-booking.ts'
import { ada, at, by, harbour, noDistance, room, span, wish } from '../bookings/for-tests.ts'
import { withGuests } from '../bookings/guests/change-guests.ts'
import { emptyWallet } from '../bookings/lots/lot.ts'
import { settle } from '../bookings/settle.ts'
import { must } from '../values/assert.ts'
import { toId } from '../values/ids.ts'
import { newsOfGuests } from './news-of-guests.ts'

const now = at('2026-11-24', 600)
const ten = span('2026-11-26', 600, 720)
const facts = {
  ...{ catalogue: harbour, member: ada, madeBy: null, occupied: [], ownBookings: [] },
  ...{ distance: noDistance, wallet: emptyWallet },
}
const kim = { id: toId('guest', 'gue_kim'), name: 'Kim', email: 'kim@example.org' }
const lou = { id: toId('guest', 'gue_lou'), name: 'Lou' }

const asked = settle(wish(room, ten, { guests: [kim, lou] }), facts, now)
const booked = must(asked.booking, 'it is free')
const moved: Booking = { ...booked, interval: span('2026-11-26', 660, 780) }

function told(before: Booking | null, booking: Booking | null, asOf = now) {
  const change = { booking: must(booking, 'it stands'), before }
  return newsOfGuests([change], asOf).map(({ news }) =>
    'guest' in news ? `${news.kind} ${news.guest.name}` : news.kind,
  )
}

test('[GUESTS-09] [N-12] a guest with an address is invited once the booking stands, and whoever has none is not', () => {
  expect(told(null, booked)).toEqual(['guest-invited Kim'])
  const held = { ...booked, state: 'held', heldFor: 'approval', holdExpiresAt: now } as const
  const waiting: Booking = { ...held, holdExtended: false }
  expect(told(null, waiting)).toEqual([])
  expect(told(waiting, booked)).toEqual(['guest-invited Kim'])
})

test('[GUESTS-09] what changes neither time nor place tells nobody, a move tells who was invited', () => {
  expect(told(booked, { ...booked, note: 'Bring cake' })).toEqual([])
  expect(told(booked, moved)).toEqual(['guest-moved Kim'])
})

test('[GUESTS-09] who is removed, and who was invited to what is cancelled, is not expected any more', () => {
  const without = { ...booked, ...withGuests(booked, { add: [], remove: [kim.id] }) }
  expect(told(booked, without)).toEqual(['guest-off Kim'])
  expect(told(booked, cancelBooking(booked, by('member', now), now).booking)).toEqual([
    'guest-off Kim',
  ])
})

test('[GUESTS-09] what is forgotten about a booking that is over tells nobody', () => {
  expect(told(booked, { ...booked, guests: [] }, ten.endsAt)).toEqual([])
})
