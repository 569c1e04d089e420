/** The machine that draws a booking may be anywhere: each of these is a process of its own in another zone. */
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import type { Booking } from '../bookings/booking.ts'
import { ada, desk1, harbour, noDistance, wish } from '../bookings/for-tests.ts'
import { emptyWallet } from '../bookings/lots/lot.ts'
import { settle } from '../bookings/settle.ts'
import { must } from '../values/assert.ts'
import { toInstant } from '../values/instant.ts'
import { toInterval } from '../values/interval.ts'

const zones = ['UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Los_Angeles']
const now = toInstant(Date.UTC(2026, 2, 1))

/** Instants in Greenwich, around both clock changes in Berlin. */
const bookings = [
  booked([2026, 5, 26, 7, 0], [2026, 5, 26, 15, 0]),
  booked([2026, 2, 28, 21, 0], [2026, 2, 29, 1, 0]),
  booked([2026, 9, 25, 0, 30], [2026, 9, 25, 1, 30]),
  booked([2026, 9, 24, 22, 0], [2026, 9, 25, 23, 0]),
]
const drawn = [
  'Fri 26 Jun 09:00–17:00, no repeat, DTSTART:20260626T070000Z, 120 to 120',
  'Sat 28 Mar 22:00–03:00, no repeat, DTSTART:20260328T210000Z, 60 to 120',
  'Sun 25 Oct 02:30–02:30, first to second, DTSTART:20261025T003000Z, 120 to 60',
  'Sun 25 Oct 00:00–00:00, no repeat, DTSTART:20261024T220000Z, 120 to 60',
]

type Utc = readonly [year: number, month: number, day: number, hour: number, minute: number]

function booked(from: Utc, until: Utc): Booking {
  const asked = wish(desk1, toInterval(toInstant(Date.UTC(...from)), toInstant(Date.UTC(...until))))
  const facts = { catalogue: harbour, member: ada, occupied: [], ownBookings: [], madeBy: null }
  return must(
    settle(asked, { ...facts, distance: noDistance, wallet: emptyWallet }, now).booking,
    'it is free',
  )
}

/** What a screen and a calendar file say of bookings that come as JSON, as they do from a document. */
const draw = `
  import { readFileSync } from 'node:fs'
  import { bookingCalendar } from './domain/bookings/calendar/booking-calendar.ts'
  import { viewedTime } from './domain/bookings/viewed-time.ts'
  import { english } from './domain/words/words.ts'
  const { bookings, now } = JSON.parse(readFileSync(0, 'utf8'))
  const lines = bookings.map((booking) => {
    const { date, startText, endText, startRepeat, endRepeat } = viewedTime(booking)
    const repeat = startRepeat === null ? 'no repeat' : startRepeat.pass + ' to ' + endRepeat.pass
    const entry = { booking, placeName: 'Desk', siteName: 'Loft', address: '' }
    const text = bookingCalendar([entry], { name: 'Loft', url: '', now })
    const start = text.split('\\r\\n').find((line) => line.startsWith('DTSTART'))
    const { startOffsetMinutes, endOffsetMinutes } = booking.wall
    const day = english.amounts.date(date, '2026-01-01')
    return day + ' ' + startText + '–' + endText + ', ' + repeat + ', ' + start + ', ' +
      startOffsetMinutes + ' to ' + endOffsetMinutes
  })
  const offset = new Date(now).getTimezoneOffset()
  console.log(JSON.stringify({ lines, offset }))
`

test('[D-02] [D-66] a confirmed booking is drawn the same in every zone, from the wall time and offset it was agreed at', () => {
  const offsets = new Set<number>()
  for (const TZ of zones) {
    const answer = execFileSync(process.execPath, ['--input-type=module', '--eval', draw], {
      input: JSON.stringify({ bookings, now }),
      env: { ...process.env, TZ, NODE_OPTIONS: '' },
      encoding: 'utf8',
    })
    const { lines, offset } = JSON.parse(answer)
    expect({ TZ, lines }).toEqual({ TZ, lines: drawn })
    offsets.add(offset)
  }
  // Or the processes were not where they were sent.
  expect(offsets.size).toBe(zones.length)
})
