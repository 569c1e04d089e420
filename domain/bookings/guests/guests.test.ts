import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { fingerprint } from '../../values/fingerprint.ts'
import { toId } from '../../values/ids.ts'
import { addMinutes } from '../../values/instant.ts'
import type { Booking } from '../booking.ts'
import { bookingView } from '../booking-view.ts'
import { cancelBooking, lapseHold } from '../change-booking.ts'
import { ada, at, by, harbour, noDistance, room, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { settle } from '../settle.ts'
import type { Intent } from '../wishes/intent.ts'
import { changeGuests, checkInGuest, withGuests } from './change-guests.ts'
import { isLetIn } from './guest.ts'
import { guestCode } from './guest-code.ts'

const now = at('2026-11-24', 600)
const ten = span('2026-11-26', 600, 720)
const facts = {
  ...{ catalogue: harbour, member: ada, madeBy: null, occupied: [], ownBookings: [] },
  ...{ distance: noDistance, wallet: emptyWallet },
}
const guest = (name: string) => ({ id: toId('guest', `gue_${name}`), name })
const six = ['a', 'b', 'c', 'd', 'e', 'f'].map(guest)
const kim = guest('kim')
const text = fingerprint('I follow the house rules.')
const came = { guestId: kim.id, agreedTo: text }

function booked(guests = [kim], people = 1): Booking {
  return must(settle(wish(room, ten, { guests, people }), facts, now).booking, 'it is free')
}

test('[GUESTS-01] [D-14] a room for six takes a host and five guests, and refuses the sixth', () => {
  expect(booked(six.slice(0, 5)).people).toBe(6)
  const { outcome } = settle(wish(room, ten, { guests: six }), facts, now)
  expect(outcome).toMatchObject({ refusal: { reason: 'capacity', capacity: 6 } })
  const full = booked(six.slice(0, 5))
  const more = changeGuests(full, { add: six.slice(5), remove: [] }, 6, now)
  expect(more).toMatchObject({ booking: null, outcome: { refusal: { reason: 'capacity' } } })
})

test('[GUESTS-01] a name stands for one of those who were counted, and who is removed does not come', () => {
  const three = booked([], 3)
  const named = withGuests(three, { add: [kim], remove: [] })
  expect(named).toMatchObject({ people: 3, guests: [{ name: 'kim', arrivedAt: null }] })
  expect(withGuests(named, { add: [], remove: [kim.id] })).toEqual({ people: 2, guests: [] })
})

test('[GUESTS-02] guests change until the booking begins', () => {
  const change = { add: [guest('lou')], remove: [kim.id] }
  const { booking } = changeGuests(booked(), change, 6, addMinutes(ten.startsAt, -1))
  expect(booking?.guests.map(({ name }) => name)).toEqual(['lou'])
  const late = changeGuests(booked(), change, 6, ten.startsAt)
  expect(late.outcome).toMatchObject({ refusal: { reason: 'already-started' } })
})

test('[GUESTS-02] changes of two devices are joined, in whatever order and however often they arrive', () => {
  const changes = fc.array(
    fc.record({
      add: fc.subarray(six),
      remove: fc.constant([]),
    }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(changes, (all) => {
      const ids = (list: typeof all) =>
        list
          .reduce(withGuests, { guests: booked().guests, people: 1 })
          .guests.map(({ id }) => id)
          .sort()
      expect(ids([...all].reverse())).toEqual(ids(all))
      expect(ids([...all, ...all])).toEqual(ids(all))
    }),
  )
})

test('[GUESTS-03] [D-60] a code is good from half an hour before the start until the end', () => {
  const booking = booked()
  const good = (minute: number) => isLetIn(booking, at('2026-11-26', minute))
  expect([569, 570, 600, 719, 720].map(good)).toEqual([false, true, true, true, false])
  expect(guestCode(kim.id)).toMatch(/^\d{6}$/)
  expect(guestCode(kim.id)).not.toBe(guestCode(guest('lou').id))
})

test('[GUESTS-04] [D-60] guests go with the booking', () => {
  const { booking } = cancelBooking(booked(), by('member', now), now)
  expect(booking).toMatchObject({ state: 'cancelled', guests: [] })
  expect(isLetIn(must(booking, 'cancelled'), ten.startsAt)).toBe(false)
  const held: Booking = {
    ...booked(),
    ...{ state: 'held', heldFor: 'confirmation', holdExpiresAt: now, holdExtended: false },
  }
  expect(lapseHold(held, now)).toMatchObject({ state: 'lapsed', guests: [] })
})

test('[GUESTS-05] [D-60] staff check a guest in while the code is good, and once, with what they agreed to', () => {
  const early = checkInGuest(booked(), came, addMinutes(ten.startsAt, -31))
  expect(early.outcome).toMatchObject({ refusal: { reason: 'guest-too-early' } })
  const first = checkInGuest(booked(), came, ten.startsAt)
  expect(first.booking?.guests).toEqual([{ ...kim, arrivedAt: ten.startsAt, agreedTo: text }])
  const again = checkInGuest(must(first.booking, 'came'), came, addMinutes(ten.startsAt, 5))
  expect(again.booking).toEqual(first.booking)
  expect(checkInGuest(booked(), came, ten.endsAt).outcome).toMatchObject({
    refusal: { reason: 'past' },
  })
  expect(
    checkInGuest(booked(), { guestId: guest('lou').id, agreedTo: null }, ten.startsAt).outcome,
  ).toMatchObject({
    refusal: { reason: 'unknown-guest' },
  })
})

function changeOf(body: Intent<'booking.guests'>['body']): Intent<'booking.guests'> {
  const { v, device, madeAt, heardAt, deadlineAt } = wish(room, ten)
  const id = toId('intent', 'bki_guests')
  return { v, id, kind: 'booking.guests', device, seq: 9, madeAt, heardAt, deadlineAt, body }
}

test('[GUESTS-06] a change that is on its way shows beside a word that it is', () => {
  const booking = booked()
  const change = { bookingId: booking.id, add: [guest('lou')], remove: [] }
  const intents = [{ intent: changeOf(change), state: 'saved', settled: null } as const]
  const input = { bookings: [booking], settled: [], series: [], now }
  expect(bookingView({ ...input, intents })).toMatchObject([
    { guests: [{ name: 'kim' }, { name: 'lou' }], people: 3, areGuestsOpen: true },
  ])
  expect(bookingView({ ...input, intents: [] })).toMatchObject([
    { guests: [{ name: 'kim' }], people: 2, areGuestsOpen: false },
  ])
})
