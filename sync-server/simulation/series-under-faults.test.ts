/**
 * One series at a time, and everything that can go wrong around its settlement: the process dies before, in or after the transaction, a
 * statement fails in the middle of it, the engine rolls back by itself, the wish arrives twice. Whatever happens, the answer is what is stored.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Booking } from '../../domain/bookings/booking.ts'
import { readMember } from '../../domain/bookings/member-sections.ts'
import { choiceOfPlace } from '../../domain/bookings/series/series.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import type { OccurrenceOutcome, SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import type { BookOccurrence } from '../../domain/bookings/wishes/series-wish.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, toLocalDate } from '../../domain/values/local-date.ts'
import { money } from '../../domain/values/money.ts'
import { SECTIONS_ROOT } from '../../domain/values/sections.ts'
import { intentOf, openTestSpace, sampleAt, type TestSpace } from '../settlement/for-tests.ts'
import { readHead, readRows } from '../storage/document-log.ts'
import { makeSqlite, type TestDatabase } from '../storage/for-tests.ts'
import { invariants } from '../storage/invariants.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Storage } from '../storage/storage.ts'
import { withCrashPoints } from './crash-points.ts'
import { makeRandom, type Random } from './random.ts'

const RUNS = 1_000
/** Small enough for a busy machine to tell slow from stuck. */
const RUNS_A_TEST = 100
const BAD_LIVES = 2
/** One that looks for the sample, some that receive, one that settles. */
const TRANSACTIONS_A_LIFE = 7
const now = toInstant(Date.UTC(2026, 9, 5, 8, 0))
/** Mondays over the end of summer time. */
const monday = toLocalDate('2026-10-12')
const room = toId('resource', 'res_room-anchor')
const span = { from: 1080, until: 1140 }

let database: TestDatabase
let storage: Storage
let catalogue: Catalogue
beforeAll(async () => {
  database = await makeSqlite(sampleAt(now))
  storage = await database.open()
  // Nobody pulls the plug here, so nothing has to wait for the disk.
  await sql`pragma synchronous = off`.execute(storage.write)
  catalogue = must(await loadCatalogue(storage.read, 'sit_harbour-loft'), 'the sample is there')
})
afterAll(() => database.remove())

for (let from = 1; from <= RUNS; from += RUNS_A_TEST) {
  const last = from + RUNS_A_TEST - 1
  test(`[B-13] [SERIES-20] [SERIES-21] the answer to a series equals the stored state in the fault-injected runs ${from} to ${last}`, async () => {
    const seen = new Set<string>()
    for (let run = from; run <= last; run += 1) seen.add(await playAndCompare(run))
    expect([...seen].sort()).toEqual(['refused', 'series'])
    for (const { title, violations } of invariants) {
      expect(await violations(storage.read), title).toEqual([])
    }
  })
}

/** Gives what kind of answer it was. */
async function playAndCompare(run: number): Promise<string> {
  await forgetAll()
  const { wish, outcome } = await play(makeRandom(run))
  expect({ run, ...(await readStored(wish)) }).toEqual({ run, ...told(wish, outcome) })
  for (const member of ['mem_hana', 'mem_anton']) {
    const { answers } = await readShown(member)
    expect({ run, ...(await readAnswers(member)) }).toEqual({ run, ...answers })
  }
  return outcome.kind
}

/** From the wish on its way to the answer that stands, through lives that end badly and one that does not. */
async function play(random: Random) {
  const wish = seriesWish(random)
  const rivals = rivalWishes(random)
  const arrivals = [wish, ...rivals].sort(() => random.next() - 0.5)
  async function deliver(space: TestSpace): Promise<void> {
    for (const one of arrivals) {
      // Delivered again in each life, and sometimes twice: whoever was not answered asks again.
      await space.send(rivals.includes(one) ? 'mem_anton' : 'mem_hana', one)
      if (random.chance(0.3)) await space.send('mem_hana', wish)
    }
  }
  for (let life = 1; life <= BAD_LIVES; life += 1) await liveBadly(random, deliver)
  const space = await openLife(storage)
  await deliver(space)
  const first = await space.outcomeOf(wish)
  await space.send('mem_hana', wish)
  expect(await space.outcomeOf(wish)).toEqual(first)
  return { wish, outcome: first.outcome }
}

/** One life of the server, with something that goes wrong in it, or hardly anything. */
async function liveBadly(
  random: Random,
  deliver: (space: TestSpace) => Promise<void>,
): Promise<void> {
  const point = random.pick(['settle', 'decided', 'settled', 'statement', 'nothing'] as const)
  if (point === 'statement') await breakStatement(random)
  let left = random.below(TRANSACTIONS_A_LIFE)
  const failing = withCrashPoints(storage, ['settle', 'decided', 'settled'], async (reached) => {
    if (reached === point && left-- === 0) throw new Error(`the process ends at ${reached}`)
  })
  try {
    const space = await openLife(failing)
    await deliver(space)
    await space.settlement.settleWaiting()
  } catch (error) {
    if (point === 'nothing') throw error
  } finally {
    await sql`drop trigger if exists fault`.execute(storage.write)
  }
}

/** Where a statement of a settlement may fail; the number says at which date of the series. */
const statements = [
  (number: number) => `insert on booking when new.id like '%.${number}'`,
  (number: number) => `insert on claim when new.booking_id like '%.${number}'`,
  () => 'insert on series',
  () => 'update on intent when new.settled is not null',
  () => 'insert on document_row',
]

/** The statement alone fails, or the engine gives up the whole transaction by itself, as it does when a disk is full. */
async function breakStatement(random: Random): Promise<void> {
  const where = random.pick(statements)(1 + random.below(4))
  const how = random.chance(0.5) ? 'abort' : 'rollback'
  const body = `begin select raise(${how}, 'the disk fails'); end`
  await sql.raw(`create trigger fault before ${where} ${body}`).execute(storage.write)
}

/** Proving documents against their projections is the matter of other tests. */
function openLife(over: Storage): Promise<TestSpace> {
  return openTestSpace(over, now, (documents) => documents)
}

function seriesWish(random: Random): AnyIntent {
  const count = 2 + random.below(4)
  const occurrences = Array.from({ length: count }, (_, index) => occurrence(index))
  return intentOf(now, 'series.request', {
    ...{ siteId: catalogue.site.id, resourceId: room, span, people: 2, note: '', occurrences },
    mode: random.pick(['exactly', 'what-can-be-had']),
    recurrence: {
      rhythm: { kind: 'weekly', weekdays: [1] },
      every: 1,
      startOn: monday,
      end: { kind: 'count', count },
    },
  })
}

function occurrence(index: number): BookOccurrence {
  const place = { resourceId: room, date: addDays(monday, 7 * index), ...span }
  const choice = must(choiceOfPlace(catalogue.zone, place), 'that time is')
  return { kind: 'book', number: index + 1, choice, quote: money(1_000_000, 'EUR') }
}

/** Up to two single bookings of somebody else on dates of the series. */
function rivalWishes(random: Random): readonly AnyIntent[] {
  return Array.from({ length: random.below(3) }, () => {
    const { choice, quote } = occurrence(random.below(5))
    return intentOf(now, 'booking.request', {
      ...{ siteId: catalogue.site.id, choice, fallbacks: [], takeNearest: false, people: 1 },
      ...{ note: '', quote, ceiling: null, forMemberId: null, override: null },
    })
  })
}

interface State {
  readonly booked: readonly string[]
  readonly claimed: readonly string[]
  readonly hasSeries: boolean
  /** What the member's document says of it. */
  readonly shown: readonly string[]
  readonly answer: SettledIntent['outcome'] | undefined
}

function told(wish: AnyIntent, outcome: SettledIntent['outcome']): State {
  const occurrences = outcome.kind === 'series' ? outcome.occurrences : []
  const isExact = wish.kind === 'series.request' && wish.body.mode === 'exactly'
  const booked = occurrences.flatMap((one) => (one.kind === 'booked' ? [lineOf(one)] : []))
  if (isExact) expect(booked).toHaveLength(occurrences.length)
  const claimed = booked.map((line) => line.split(' ')[0] ?? '')
  const hasSeries = outcome.kind === 'series'
  return { booked, claimed, hasSeries, shown: booked, answer: outcome }
}

function lineOf(one: Extract<OccurrenceOutcome, { kind: 'booked' }>): string {
  return `${one.bookingId} ${one.number} ${one.price.amountMinor}`
}

async function readStored({ id }: AnyIntent): Promise<State> {
  const { read } = storage
  const rows = await read
    .selectFrom('booking')
    .select('body')
    .where('intent_id', '=', id)
    .where('state', '=', 'confirmed')
    .execute()
  const claims = await read
    .selectFrom('claim')
    .select('booking_id')
    .where('booking_id', 'like', `bkg_${id.slice(4)}.%`)
    .where('released_at', 'is', null)
    .execute()
  const series = await read.selectFrom('series').select('id').where('intent_id', '=', id).execute()
  const { bookings, answers } = await readShown('mem_hana')
  const linesOf = (all: readonly Booking[]) =>
    all
      .filter((one) => one.intentId === id)
      .map((one) => `${one.id} ${one.series?.occurrence} ${one.price.amountMinor}`)
      .sort()
  return {
    booked: linesOf(rows.map(({ body }) => JSON.parse(body) as Booking)), // written by us alone
    claimed: claims.map(({ booking_id }) => booking_id).sort(),
    hasSeries: series.length === 1,
    shown: linesOf(bookings),
    answer: answers[id]?.outcome,
  }
}

/** What the member was told, by the document that tells them. */
async function readShown(member: string) {
  const doc = new Y.Doc()
  const head = await readHead(storage.read, `member/${member}`)
  const rows = head === null ? [] : await readRows(storage.read, head, 0)
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
  const { bookings, settled } = readMember(doc.getMap(SECTIONS_ROOT).toJSON())
  return { bookings, answers: Object.fromEntries(settled.map((one) => [one.intentId, one])) }
}

/** What stands in the tables. */
async function readAnswers(member: string): Promise<Readonly<Record<string, SettledIntent>>> {
  const rows = await storage.read
    .selectFrom('intent')
    .select(['id', 'settled'])
    .where('member_id', '=', member)
    .execute()
  return Object.fromEntries(rows.map(({ id, settled }) => [id, JSON.parse(settled ?? 'null')])) // ours
}

/** One run knows nothing of the ones before, nor of what the sample had booked. */
async function forgetAll(): Promise<void> {
  await storage.transaction(async (tx) => {
    const tables = [
      'claim',
      'booking',
      'series',
      'intent',
      'document_row',
      'document_head',
    ] as const
    for (const table of tables) await tx.deleteFrom(table).execute()
  })
}
