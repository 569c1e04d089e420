/**
 * The proof of the overlap guard with real wishes: ten thousand for fifty desks, spread over a day so that many cross in time, received
 * in no order and settled, over PostgreSQL, by two servers that take turns. SQLite belongs to one server.
 */
import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { receiveIntent } from '../storage/intents.ts'
import { invariants } from '../storage/invariants.ts'
import type { Storage } from '../storage/storage.ts'
import { openTestSpace, sampleAt, type TestSpace } from './for-tests.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)
const WISHES = 10_000
const DESKS = 50
/** One member after the other, so that a batch touches few documents: the race is for desks, not for ink. */
const WISHES_EACH = 200

/** Fifty desks like one of the sample's, which nobody has booked. */
async function addDesks(storage: Storage): Promise<void> {
  const like = await storage.read
    .selectFrom('resource')
    .selectAll()
    .where('id', '=', 'res_desk-14')
    .executeTakeFirstOrThrow()
  const desks = Array.from({ length: DESKS }, (_, index) => {
    const id = `res_race-${index}`
    const body = JSON.stringify({ ...JSON.parse(like.body), id, name: `Race ${index}` })
    return { ...like, id, body, position: 1_000 + index }
  })
  await storage.transaction((tx) => tx.insertInto('resource').values(desks).execute())
}

async function receiveAll(space: TestSpace): Promise<void> {
  const members = await space.storage.read
    .selectFrom('member')
    .select('id')
    .where('tier_id', '=', 'tie_hot-desk')
    .execute()
  const example = await space.request('mem_hana', 'res_race-0', quietDay, 480, 540)
  const { choice } = example.body as { choice: { interval: { startsAt: number } } }
  const midnight = choice.interval.startsAt - 480 * 60_000
  for (let from = 0; from < WISHES; from += 1_000) {
    await space.storage.transaction(async (tx) => {
      for (let index = from; index < Math.min(from + 1_000, WISHES); index += 1) {
        // A walk that visits every desk and quarter of an hour in no order; one to four hours each.
        const start = 480 + ((index * 37) % 36) * 15
        const end = start + 60 * (1 + (index % 4))
        const record = {
          ...example,
          id: `bki_race-${index}`,
          seq: index + 1,
          body: {
            ...example.body,
            choice: {
              resourceId: `res_race-${(index * 17) % DESKS}`,
              unit: null,
              interval: { startsAt: midnight + start * 60_000, endsAt: midnight + end * 60_000 },
              wall: {
                start: { date: quietDay, minute: start },
                end: { date: quietDay, minute: end },
              },
            },
          },
        }
        const memberId = must(members[Math.floor(index / WISHES_EACH)], 'a member').id
        await receiveIntent(
          tx,
          {
            id: record.id,
            memberId,
            deviceId: 'dev_test',
            seq: record.seq,
            kind: record.kind,
            record: JSON.stringify(record),
            carrier: 'outbox',
          },
          now,
        )
      }
    })
  }
}

onEachEngine('a race', (makeDatabase) => {
  test(`[B-03] ${WISHES} wishes for ${DESKS} desks give each wish one outcome and each desk no overlap`, async () => {
    const database = await makeDatabase(sampleAt(now))
    const first = await openTestSpace(await database.open(), now, (documents) => documents)
    await addDesks(first.storage)
    // SQLite belongs to one server; over PostgreSQL two take turns.
    const others =
      first.storage.engine === 'postgres'
        ? [await openTestSpace(await database.open(), now, (documents) => documents)]
        : []
    await receiveAll(first)
    await Promise.all([first, ...others].map((space) => space.settlement.settleWaiting()))
    const outcomes = await first.storage.read
      .selectFrom('intent')
      .select(['id', 'settled'])
      .where('id', 'like', 'bki_race-%')
      .execute()
    const kinds = outcomes.map(
      (row) =>
        (JSON.parse(must(row.settled, `${row.id} is settled`)) as { outcome: { kind: string } })
          .outcome.kind,
    )
    expect(kinds).toHaveLength(WISHES)
    const bookings = await first.storage.read
      .selectFrom('booking')
      .select('id')
      .where('intent_id', 'like', 'bki_race-%')
      .execute()
    expect(bookings).toHaveLength(kinds.filter((kind) => kind === 'confirmed').length)
    expect(bookings.length).toBeGreaterThanOrEqual(DESKS)
    for (const check of invariants) {
      expect(await check.violations(first.storage.read), check.title).toEqual([])
    }
    await database.remove()
  }, 300_000)
})
