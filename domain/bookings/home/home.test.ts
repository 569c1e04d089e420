import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { toLocalDate } from '../../values/local-date.ts'
import type { Booking } from '../booking.ts'
import { bookingView } from '../booking-view.ts'
import {
  ada,
  at,
  dedicated,
  desk1,
  desk2,
  harbour,
  noDistance,
  span,
  taken,
  wish,
} from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { settle } from '../settle.ts'
import { homeView } from './home-view.ts'
import { comingRows, needingRows, nextRows } from './now-and-next.ts'
import { openSeating } from './open-seat.ts'

/** A Wednesday, at ten. */
const now = at('2026-11-25', 600)
const today = toLocalDate('2026-11-25')

function booked(date: string, from: number, until: number, place = desk1): Booking {
  const facts = { catalogue: harbour, member: ada, occupied: [], ownBookings: [], madeBy: null }
  const asked = wish(place, span(date, from, until))
  const { booking } = settle(
    asked,
    { ...facts, distance: noDistance, wallet: emptyWallet },
    at('2026-06-01', 540),
  )
  return must(booking, 'nothing else is booked')
}

function rowsOf(...bookings: readonly Booking[]) {
  return bookingView({ bookings, settled: [], series: [], intents: [], now })
}

function seating(more: Partial<Parameters<typeof openSeating>[0]> = {}) {
  const input = { catalogue: harbour, member: ada, occupied: [], bookings: [], now, ...more }
  return openSeating(input, [])
}

test('[HOME-01] [HOME-02] [A-06] whoever holds a desk has it first, everybody else who books desks has open seating', () => {
  expect(homeView(harbour, ada)).toEqual({ held: [], hasOpenSeating: true })
  const holder = { ...ada, assigned: [dedicated.id] }
  expect(homeView(harbour, holder)).toEqual({
    held: [dedicated],
    hasOpenSeating: false,
  })
  expect(homeView(harbour, { ...ada, tierId: null }).hasOpenSeating).toBe(false)
})

test('[HOME-01] [HOME-02] a desk is offered from now until the day ends, and one that somebody holds is not', () => {
  const found = must(seating(), 'it is open')
  expect(found.interval).toEqual(span('2026-11-25', 600, 1080))
  const names = [desk1.id, desk2.id]
  expect(names).toContain(found.best?.resource.id)
  const isTaken = seating({ occupied: [taken(desk1, span('2026-11-25', 700, 720))] })
  expect(isTaken?.free).toBe(found.free - 1)
  expect(isTaken?.best?.resource.id).not.toBe(dedicated.id)
})

test('[HOME-02] late in the evening it is the next day', () => {
  expect(seating({ now: at('2026-11-25', 1435) })?.interval.startsAt).toBe(
    span('2026-11-26', 540, 600).startsAt,
  )
})

test('[HOME-03] whoever has a desk then is offered none', () => {
  expect(seating({ bookings: rowsOf(booked('2026-11-25', 660, 720)) })).toBeNull()
  expect(seating({ bookings: rowsOf(booked('2026-11-26', 660, 720)) })).not.toBeNull()
})

test('[HOME-06] all that is still to come today is next, and on a day without anything the next one', () => {
  const rows = rowsOf(
    booked('2026-11-25', 420, 480),
    booked('2026-11-25', 540, 660),
    booked('2026-11-25', 720, 780),
    booked('2026-11-26', 540, 600),
  )
  const coming = comingRows(rows, now)
  expect(nextRows(coming, today).map(({ startText }) => startText)).toEqual(['09:00', '12:00'])
  const later = comingRows(
    rowsOf(booked('2026-11-27', 540, 600), booked('2026-11-28', 540, 600)),
    now,
  )
  expect(nextRows(later, today).map(({ date }) => date)).toEqual(['2026-11-27'])
})

test('[HOME-07] what runs out comes first, and what was put away does not come', () => {
  const [row] = rowsOf(booked('2026-11-26', 540, 600))
  const one = must(row, 'there is one')
  const rows = [
    { ...one, id: 'refused', state: 'refused' as const },
    { ...one, id: 'held', state: 'held' as const },
    { ...one, id: 'read', state: 'expired' as const },
    { ...one, id: 'offered', state: 'offered' as const },
    { ...one, id: 'no', state: 'offered' as const, wish: 'cancel' as const },
    one,
  ]
  const isPutAway = (id: string) => id === 'read'
  expect(needingRows(rows, now, isPutAway).map(({ id }) => id)).toEqual([
    'offered',
    'held',
    'refused',
  ])
})
