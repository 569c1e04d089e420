import { expect, test } from 'vitest'
import { harbour } from '../../bookings/for-tests.ts'
import { payloads } from '../../support/for-tests.ts'
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

test('[EVENT-13] a corpus of what people have tried adds no line, is folded at 75 octets, and is read as it was written', () => {
  const names = (lines: readonly string[]) => lines.map((line) => line.split(/[:;]/)[0])
  const usual = names(linesOf(eventOf()))
  for (const payload of [...payloads, 'x\r\nATTACH:https://evil.example', 'x\r\n BEGIN:VALARM']) {
    const event = eventOf({ title: payload, text: payload, where: payload })
    const site = { ...harbour.site, name: payload, address: payload }
    const entry = { event, state: 'going', placeName: payload, site } as const
    const text = eventCalendar(entry, { url: 'https://loft.example/community', now: tuesday })
    const octets = text.split('\r\n').map((line) => new TextEncoder().encode(line).length)
    expect(Math.max(...octets), payload).toBeLessThanOrEqual(75)
    const lines = text.replace(/\r\n /g, '').split('\r\n')
    expect(names(lines), payload).toEqual(usual)
    const summary = lines.find((line) => line.startsWith('SUMMARY:')) ?? ''
    const read = summary.slice(8).replace(/\\([\\;,n])/g, (_, sign) => (sign === 'n' ? '\n' : sign))
    const typed = payload.replace(/\r\n/g, '\n').replace(/(?!\n)\p{Cc}/gu, '')
    expect(read, payload).toBe(typed)
  }
})
