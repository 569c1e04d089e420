import { expect, test } from 'vitest'
import { harbour } from '../../bookings/for-tests.ts'
import type { CommunityEvent } from './event.ts'
import { eventCalendar } from './event-calendar.ts'
import { eventOf, tuesday } from './for-tests.ts'
import type { RsvpState } from './rsvp.ts'

function linesOf(event: CommunityEvent, state: RsvpState = 'going'): readonly string[] {
  const entry = { event, state, placeName: '', site: harbour.site }
  const text = eventCalendar(entry, { url: 'https://loft.example/community', now: tuesday })
  return text.replace(/\r\n /g, '').split('\r\n')
}

test('[EVENT-13] [D-59] an event that is moved has the same UID and a higher SEQUENCE', () => {
  const event = eventOf()
  const moved = { ...eventOf({ startMinute: 600, endMinute: 660 }), revision: 2 }
  expect(linesOf(event)).toContain('UID:evt_test@portal')
  expect(linesOf(event)).toContain('SEQUENCE:1')
  expect(linesOf(event)).toContain('DTSTART:20261126T080000Z')
  expect(linesOf(moved)).toContain('UID:evt_test@portal')
  expect(linesOf(moved)).toContain('SEQUENCE:2')
  expect(linesOf(moved)).toContain('DTSTART:20261126T090000Z')
})

test('[EVENT-13] [D-59] what is called off, or one stays away from, is still told, as cancelled', () => {
  const event = eventOf()
  expect(linesOf(event)).toContain('STATUS:CONFIRMED')
  expect(linesOf(event, 'waiting')).toContain('STATUS:TENTATIVE')
  expect(linesOf(event, 'out')).toContain('STATUS:CANCELLED')
  expect(linesOf({ ...event, isCalledOff: true })).toContain('STATUS:CANCELLED')
})

test('[EVENT-13] what an operator wrote stays text', () => {
  const lines = linesOf(eventOf({ title: 'Tea\nEND:VEVENT', text: 'a; b, c' }))
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1)
  expect(lines).toContain('SUMMARY:Tea\\nEND:VEVENT')
})
