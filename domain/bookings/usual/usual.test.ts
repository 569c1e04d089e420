import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import type { Booking } from '../booking.ts'
import { bookingView } from '../booking-view.ts'
import { cancelBooking } from '../change-booking.ts'
import { ada, at, by, desk1, desk2, harbour, noDistance, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { settle } from '../settle.ts'
import { nextUsual } from './next-usual.ts'
import { usedPlaces, usualOf } from './usual.ts'

/** A Wednesday. */
const now = at('2026-11-25', 600)

/** A booking made long before its time. */
function booked(place: typeof desk1, date: string, from = 540, until = 1020): Booking {
  const facts = { catalogue: harbour, member: ada, occupied: [], ownBookings: [], madeBy: null }
  const asked = wish(place, span(date, from, until))
  const { booking } = settle(
    asked,
    { ...facts, distance: noDistance, wallet: emptyWallet },
    at('2026-06-01', 540),
  )
  return must(booking, 'nothing else is booked')
}

function rowsOf(bookings: readonly Booking[]) {
  return bookingView({ bookings, settled: [], series: [], intents: [], now })
}

function anyTime(): boolean {
  return true
}

const tuesdays = [booked(desk1, '2026-11-10'), booked(desk1, '2026-11-17')]

test('[USUAL-01] [B-41] the place and time booked most often is the usual', () => {
  const others = [booked(desk2, '2026-11-12'), booked(desk1, '2026-11-13', 600, 720)]
  expect(usualOf(rowsOf([...tuesdays, ...others]), now)).toMatchObject({
    resourceId: desk1.id,
    startText: '09:00',
    endText: '17:00',
    weekdays: [2],
  })
})

test('[USUAL-01] once is no habit, nor is what was given up or is long over', () => {
  const [once] = tuesdays
  expect(usualOf(rowsOf([must(once, 'there are two')]), now)).toBeNull()
  const early = at('2026-11-01', 0)
  const given = tuesdays.map((booking) =>
    must(cancelBooking(booking, by('member', early), early).booking, 'they are ahead'),
  )
  expect(usualOf(rowsOf(given), now)).toBeNull()
  const summer = [booked(desk1, '2026-07-07'), booked(desk1, '2026-07-14')]
  expect(usualOf(rowsOf(summer), now)).toBeNull()
})

test('[USUAL-01] of two habits as frequent the later one counts', () => {
  const later = [booked(desk2, '2026-11-18'), booked(desk2, '2026-11-19')]
  expect(usualOf(rowsOf([...later, ...tuesdays]), now)?.resourceId).toBe(desk2.id)
})

test('[USUAL-02] it is offered for the next such weekday on which it can be had and nothing else is planned', () => {
  const habit = must(usualOf(rowsOf(tuesdays), now), 'two Tuesdays')
  expect(nextUsual(habit, harbour, rowsOf(tuesdays), now, anyTime)?.date).toBe('2026-12-01')
  const rows = rowsOf([...tuesdays, booked(desk2, '2026-12-01', 600, 660)])
  expect(nextUsual(habit, harbour, rows, now, anyTime)?.date).toBe('2026-12-08')
  const isLater = ({ date }: { date: string }) => date > '2026-12-08'
  expect(nextUsual(habit, harbour, rows, now, isLater)).toBeNull()
})

test('[USUAL-02] today counts until the time has begun, and a day the house stays shut does not', () => {
  const wednesdays = rowsOf([booked(desk1, '2026-11-11'), booked(desk1, '2026-11-18')])
  const habit = must(usualOf(wednesdays, now), 'two Wednesdays')
  expect(nextUsual(habit, harbour, wednesdays, at('2026-11-25', 480), anyTime)?.date).toBe(
    '2026-11-25',
  )
  expect(nextUsual(habit, harbour, wednesdays, now, anyTime)?.date).toBe('2026-12-02')
  const [mon, tue, , ...rest] = harbour.site.hours
  const hours = [mon, tue, [], ...rest] as unknown as typeof harbour.site.hours // seven days again
  const shut = { ...harbour, site: { ...harbour.site, hours } }
  expect(nextUsual(habit, shut, wednesdays, now, anyTime)).toBeNull()
})

test('[USUAL-03] places used more often come first', () => {
  const rows = rowsOf([booked(desk2, '2026-11-09'), ...tuesdays])
  expect(usedPlaces(rows, now)).toEqual([desk1.id, desk2.id])
})
