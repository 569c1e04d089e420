import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import type { Booking } from '../booking.ts'
import { cancelBooking } from '../change-booking.ts'
import { ada, at, by, desk1, harbour, noDistance, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { settle } from '../settle.ts'
import { bookingCalendar } from './booking-calendar.ts'
import { escapeText, toCalendarText } from './calendar-text.ts'

const now = at('2026-11-24', 540)
const about = { name: 'Harbour Loft', url: 'https://loft.example/bookings', now }

function booked(note = ''): Booking {
  const facts = { catalogue: harbour, member: ada, occupied: [], ownBookings: [], madeBy: null }
  const asked = wish(desk1, span('2026-11-26', 540, 1020), { note })
  return must(
    settle(asked, { ...facts, distance: noDistance, wallet: emptyWallet }, now).booking,
    'it is free',
  )
}

/** The lines as a reader sees them: unfolded. */
function linesOf(booking: Booking): readonly string[] {
  const { name: siteName, address } = harbour.site
  const entry = { booking, placeName: 'Desk 1', siteName, address }
  return bookingCalendar([entry], about).replace(/\r\n /g, '').split('\r\n')
}

test('[CALENDAR-01] [D-59] a changed booking has the same UID and the next SEQUENCE', () => {
  const booking = booked()
  const changed = { ...booking, revision: booking.revision + 1 }
  expect(linesOf(booking)).toContain('SEQUENCE:0')
  expect(linesOf(changed)).toContain('SEQUENCE:1')
  expect(linesOf(changed)).toContain(`UID:${booking.id}@portal`)
})

test('[CALENDAR-02] [D-59] [B-39] a cancelled booking is still told, as cancelled', () => {
  const booking = booked()
  const cancelled = must(cancelBooking(booking, by('member', now), now).booking, 'it is ahead')
  expect(linesOf(booking)).toContain('STATUS:CONFIRMED')
  expect(linesOf(cancelled)).toContain('STATUS:CANCELLED')
})

test('[CALENDAR-03] [D-66] nine in Berlin is eight in Greenwich, and the agreed time stands beside it', () => {
  const lines = linesOf(booked())
  expect(lines).toContain('DTSTART:20261126T080000Z')
  expect(lines).toContain('DTEND:20261126T160000Z')
  expect(lines).toContain('DESCRIPTION:2026-11-26 09:00–17:00 (Europe/Berlin)')
})

test('[CALENDAR-04] whatever is written in a note comes back from a line of at most 75 octets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const printed = toCalendarText([`DESCRIPTION:${escapeText(text)}`])
      for (const line of printed.split('\r\n')) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      }
      const unfolded = printed.replace(/\r\n /g, '').replace(/\r\n$/, '')
      const meant = text.replace(/\r\n|\r/g, '\n').replace(/[^\P{Cc}\n]/gu, '')
      const read = unfolded
        .slice('DESCRIPTION:'.length)
        .replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))
      expect(read).toBe(meant)
    }),
  )
})

test('[CALENDAR-06] a strict reader finds what each part must have once, and no message that needs an organizer', () => {
  const names = linesOf(booked('Bring a projector')).map((line) => line.split(/[:;]/, 1)[0])
  expect(names).toEqual([
    ...['BEGIN', 'VERSION', 'PRODID', 'X-WR-CALNAME', 'REFRESH-INTERVAL'],
    ...['BEGIN', 'UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'LOCATION'],
    ...['DESCRIPTION', 'URL', 'STATUS', 'END', 'END', ''],
  ])
})

test('[CALENDAR-04] a note with a line that looks like one of the calendar stays a note', () => {
  const lines = linesOf(booked('See you\r\nEND:VEVENT; bring a, b'))
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
  expect(lines.join()).toContain('See you\\nEND:VEVENT\\; bring a\\, b')
})
