import { afterAll, beforeAll, expect, test } from 'vitest'
import { choiceOfPlace } from '../../domain/bookings/series/series.ts'
import type { Choice } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { bookingIdOf, encodeUlid, type IntentId, toId } from '../../domain/values/ids.ts'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { addDays, weekdayOf } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'
import { makeZoneTable } from '../sites/zone-table.ts'

let server: TestPortal
let hana: TestBrowser
beforeAll(async () => {
  server = await startTestPortal()
  hana = await server.signIn('hana@harbourloft.example')
})
afterAll(() => server.remove())

async function makeFeed(browser: TestBrowser): Promise<string> {
  const { body } = await browser.post('/api/calendar', {})
  return new URL(String(body['address'])).pathname
}

let sent = 0

/** A wish of Hana's that is answered with yes. */
async function send(kind: string, body: object): Promise<{ readonly id: IntentId }> {
  sent += 1
  const random = Array.from({ length: 16 }, () => sent)
  const id = toId('intent', `bki_${encodeUlid(Date.now(), random)}`)
  const now = { madeAt: Date.now(), heardAt: null, deadlineAt: Date.now() + DAY_MS }
  const wish = { v: 1, id, kind, device: hana.device, seq: sent, ...now, body }
  const { status, body: answer } = await hana.post('/api/intents', wish)
  expect({ status, outcome: answer['outcome'] }).toMatchObject({
    status: 200,
    outcome: { kind: 'confirmed' },
  })
  return { id }
}

/** On a working day beyond the bookings of the sample, whatever day it is. */
function quietMorning(): Choice {
  const zone = makeZoneTable('Europe/Berlin', new Date())
  let date = addDays(toWallTime(zone, toInstant(Date.now())).date, 21)
  while (weekdayOf(date) > 5) date = addDays(date, 1)
  const place = { resourceId: toId('resource', 'res_desk-14'), date, from: 540, until: 660 }
  return must(choiceOfPlace(zone, place), 'no clock changes in the morning')
}

type Event = Readonly<Record<'UID' | 'DTSTART' | 'STATUS' | 'SEQUENCE', string>>

function eventsOf(text: string): readonly Event[] {
  return unfolded(text)
    .join('\n')
    .split('BEGIN:VEVENT\n')
    .slice(1)
    .map((event) => {
      const fields = event.split('\n').map((line) => line.split(':', 2) as [string, string])
      return Object.fromEntries(fields) as unknown as Event // as the feed is written
    })
}

function unfolded(text: string): readonly string[] {
  return text.replace(/\r\n /g, '').split('\r\n')
}

test('[B-39] [CALENDAR-05] the address tells the member’s own bookings to a calendar that signs in nowhere', async () => {
  const feed = await makeFeed(hana)
  const answer = await server.browser().get(feed)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const lines = unfolded(answer.text)
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(lines).toContain('SUMMARY:Desk 14\\, Harbour Loft')
  expect(answer.text).not.toContain('Dev')
})

test('[D-59] [CALENDAR-02] a cancelled booking stays in the feed, with its UID and the next SEQUENCE', async () => {
  const feed = await makeFeed(hana)
  const wished = await send('booking.request', {
    ...{ siteId: 'sit_harbour-loft', choice: quietMorning(), fallbacks: [], takeNearest: false },
    ...{ people: 1, note: '', quote: { amountMinor: 1_000_000, currency: 'EUR' }, ceiling: null },
  })
  const bookingId = bookingIdOf(wished.id)
  const find = async () =>
    eventsOf((await hana.get(feed)).text).find(({ UID }) => UID === `${bookingId}@portal`)
  const coming = must(await find(), 'it was booked')
  expect(coming).toMatchObject({ STATUS: 'CONFIRMED', SEQUENCE: '0' })
  await send('booking.cancel', { bookingId })
  expect(await find()).toMatchObject({
    ...coming,
    DTSTAMP: expect.any(String),
    STATUS: 'CANCELLED',
    SEQUENCE: '1',
  })
})

test('[B-39] a new address ends the old one, and an ended one answers as if it had never been', async () => {
  const first = await makeFeed(hana)
  const second = await makeFeed(hana)
  const anybody = server.browser()
  expect((await anybody.get(first)).status).toBe(404)
  expect((await anybody.get(second)).status).toBe(200)
  await hana.request('DELETE', '/api/calendar')
  const ended = await anybody.get(second)
  expect(ended.status).toBe(404)
  expect(ended.text).toBe((await anybody.get('/api/calendar/nothing.ics')).text)
})
