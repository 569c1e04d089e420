import { afterAll, beforeAll, expect, test } from 'vitest'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import { must } from '../../domain/values/assert.ts'
import { encodeUlid, toId } from '../../domain/values/ids.ts'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { toInterval } from '../../domain/values/interval.ts'
import { addDays, type LocalDate, weekdayOf } from '../../domain/values/local-date.ts'
import { instantOf, toWallTime } from '../../domain/values/zone.ts'
import { sampleNow, startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'
import { onEachEngine, type TestDatabase } from '../storage/for-tests.ts'
import { invariants } from '../storage/invariants.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Storage } from '../storage/storage.ts'

const site = toId('site', 'sit_harbour-loft')
let count = 0

function ulid(): string {
  count += 1
  return encodeUlid(
    Date.now(),
    Array.from({ length: 16 }, (_, at) => (count >> (at * 2)) & 3),
  )
}

onEachEngine('wishes over HTTP', (makeDatabase) => {
  let database: TestDatabase
  let storage: Storage
  let server: TestPortal
  let hana: TestBrowser
  let dev: TestBrowser
  /** A working day beyond the bookings of the sample. */
  let quietDay: LocalDate
  beforeAll(async () => {
    database = await makeDatabase(sampleNow())
    server = await startTestPortal(database.settings)
    storage = await database.open()
    hana = await server.signIn('hana@harbourloft.example')
    dev = await server.signIn('dev@harbourloft.example')
    const catalogue = must(await loadCatalogue(storage.read, site), 'the sample is there')
    quietDay = addDays(toWallTime(catalogue.zone, toInstant(Date.now())).date, 21)
    while (weekdayOf(quietDay) > 5) quietDay = addDays(quietDay, 1)
  })
  afterAll(async () => {
    for (const check of invariants) {
      expect(await check.violations(storage.read), check.title).toEqual([])
    }
    await server.remove()
    await database.remove()
  })

  /** The record of a wish for a desk, minutes after midnight of the quiet day. */
  async function wish(desk: number, from: number, until: number, more: object = {}) {
    const catalogue = must(await loadCatalogue(storage.read, site), 'the sample is there')
    const at = (minute: number) => instantOf(catalogue.zone, { date: quietDay, minute })
    const resource = toId('resource', `res_desk-${desk}`)
    return record('booking.request', {
      siteId: site,
      choice: choiceAt(catalogue, resource, toInterval(at(from), at(until))),
      fallbacks: [],
      takeNearest: false,
      people: 1,
      note: '',
      quote: { amountMinor: 100_000, currency: 'EUR' },
      ceiling: null,
      ...more,
    })
  }

  function record(kind: string, body: object) {
    const at = Date.now()
    const id = `bki_${ulid()}`
    const device = 'dev_test'
    const deadlineAt = at + 60 * DAY_MS
    return { v: 1, id, kind, device, seq: count, madeAt: at, heardAt: null, deadlineAt, body }
  }

  async function bookingsOf(intentId: string) {
    return storage.read
      .selectFrom('booking')
      .select(['id', 'member_id', 'state'])
      .where('intent_id', '=', intentId)
      .execute()
  }

  test('a wish is answered with its outcome, and asking again gives the same', async () => {
    const record = await wish(11, 540, 600)
    const first = await hana.post('/api/intents', record)
    expect(first.body).toMatchObject({ outcome: { kind: 'confirmed' } })
    expect((await hana.post('/api/intents', record)).text).toBe(first.text)
  })

  test('a wish is its sender’s: it cannot say whose it is, or with which rights', async () => {
    for (const smuggled of [{ memberId: 'mem_dev' }, { role: 'owner' }, { price: 0 }]) {
      const outside = { ...(await wish(12, 540, 600)), ...smuggled }
      expect((await hana.post('/api/intents', outside)).status).toBe(400)
      expect((await hana.post('/api/intents', await wish(12, 540, 600, smuggled))).status).toBe(400)
    }
    const honest = await wish(12, 540, 600)
    await hana.post('/api/intents', honest)
    expect(await bookingsOf(honest.id)).toMatchObject([{ member_id: 'mem_hana' }])
  })

  test('the price is ours: a wish that was shown less is asked again, not charged more', async () => {
    const cheap = await wish(13, 540, 1020, { quote: { amountMinor: 1, currency: 'EUR' } })
    const answer = await hana.post('/api/intents', cheap)
    expect(answer.body).toMatchObject({ outcome: { kind: 'ask-again' } })
    expect(await bookingsOf(cheap.id)).toEqual([])
  })

  test('a time that is none is refused and books nothing', async () => {
    const good = await wish(14, 540, 600)
    const { choice } = good.body as { choice: { interval: object } }
    const start = Date.now() + 21 * DAY_MS
    const intervals = [
      { startsAt: start, endsAt: start },
      { startsAt: start, endsAt: start - 60_000 },
      { startsAt: start, endsAt: start + 400 * DAY_MS },
      { startsAt: -1, endsAt: start },
      { startsAt: start, endsAt: Number.MAX_SAFE_INTEGER },
      { startsAt: start + 0.5, endsAt: start + 60_000 },
      { startsAt: String(start), endsAt: start + 60_000 },
      { startsAt: Date.UTC(2099, 0, 1, 9), endsAt: Date.UTC(2099, 0, 1, 10) },
      { startsAt: Date.UTC(2020, 0, 1, 9), endsAt: Date.UTC(2020, 0, 1, 10) },
    ]
    for (const interval of intervals) {
      const body = { ...good.body, choice: { ...choice, interval } }
      const bad = record('booking.request', body)
      const answer = await hana.post('/api/intents', bad)
      const isRefused = (answer.body['outcome'] as { kind: string } | undefined)?.kind === 'refused'
      expect(answer.status === 400 || isRefused, JSON.stringify(interval)).toBe(true)
      expect(await bookingsOf(bad.id)).toEqual([])
    }
  })

  test('an id belongs to the record that came first, whoever sends another under it', async () => {
    const first = await wish(15, 540, 600)
    const kept = await hana.post('/api/intents', first)
    const other = { ...(await wish(16, 540, 600)), id: first.id }
    expect((await hana.post('/api/intents', other)).status).toBe(409)
    expect((await dev.post('/api/intents', first)).status).toBe(409)
    expect((await hana.post('/api/intents', first)).text).toBe(kept.text)
    expect(await bookingsOf(first.id)).toHaveLength(1)
  })

  test('the same wish a hundred times at once is one booking', async () => {
    const same = await wish(17, 540, 600)
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => hana.post('/api/intents', same)),
    )
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
    expect(await bookingsOf(same.id)).toHaveLength(1)
  })

  test('a hundred wishes at once for one desk are one booking and ninety-nine answers', async () => {
    const wishes = await Promise.all(Array.from({ length: 100 }, () => wish(18, 540, 600)))
    const answers = await Promise.all(
      wishes.map((one, index) => (index % 2 === 0 ? hana : dev).post('/api/intents', one)),
    )
    const kinds = answers.map((answer) => (answer.body['outcome'] as { kind: string }).kind)
    expect(kinds.filter((kind) => kind === 'confirmed')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(99)
  })

  test("somebody else's booking cannot be cancelled, and the answer tells nothing of it", async () => {
    const theirs = await wish(19, 540, 600)
    await hana.post('/api/intents', theirs)
    const bookingId = must((await bookingsOf(theirs.id))[0], 'it was booked').id
    const answer = await dev.post('/api/intents', record('booking.cancel', { bookingId }))
    const nobodys = record('booking.cancel', { bookingId: 'bkg_nobody' })
    const nothing = await dev.post('/api/intents', nobodys)
    expect(answer.body['outcome']).toEqual(nothing.body['outcome'])
    expect(await bookingsOf(theirs.id)).toMatchObject([{ state: 'confirmed' }])
  })

  test('what members may not command is refused, and what is unreadable is said to be', async () => {
    const closure = record('closure.remove', { siteId: site, closureId: 'clo_harbour-festival' })
    const answer = await hana.post('/api/intents', closure)
    expect(answer.body).toMatchObject({ outcome: { refusal: { reason: 'not-allowed' } } })
    expect((await hana.post('/api/intents', record('payment.refund', {}))).body).toMatchObject({
      error: { code: 'unknown-kind' },
    })
    expect((await hana.post('/api/intents', '[]')).status).toBe(400)
    expect((await hana.post('/api/intents', '{"__proto__":{"v":1}}')).status).toBe(400)
  })
})
