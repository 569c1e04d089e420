import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { encodeUlid } from '../../domain/values/ids.ts'
import { DAY_MS } from '../../domain/values/instant.ts'
import { startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'

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

const tomorrow = new Date(Date.now() + DAY_MS).toISOString().replace(/[-:]/g, '')

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
  const coming = must(
    eventsOf((await hana.get(feed)).text).find((event) => event['DTSTART'] > tomorrow),
    'the sample books ahead',
  )
  const bookingId = coming['UID'].replace('@portal', '')
  const cancelled = await hana.post('/api/intents', {
    v: 1,
    id: `bki_${encodeUlid(
      Date.now(),
      Array.from({ length: 16 }, () => 7),
    )}`,
    kind: 'booking.cancel',
    device: hana.device,
    seq: 1,
    madeAt: Date.now(),
    heardAt: null,
    deadlineAt: Date.now() + DAY_MS,
    body: { bookingId },
  })
  expect(cancelled.status).toBe(200)
  const now = eventsOf((await hana.get(feed)).text).find(({ UID }) => UID === coming['UID'])
  expect(now).toMatchObject({ STATUS: 'CANCELLED', SEQUENCE: '1', DTSTART: coming['DTSTART'] })
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
