import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery, sql } from 'kysely'
import { expect, test } from 'vitest'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { bookingIdOf } from '../../domain/values/ids.ts'
import { DAY_MS, type Instant, toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { inParts } from '../storage/in-parts.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { openSqlite } from '../storage/sqlite.ts'
import { openStorage, type Storage } from '../storage/storage.ts'
import { intentOf, openTestSpace, sampleAt } from './for-tests.ts'
import { loadActors } from './load-actor.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)

onEachEngine('what settlements keep', (makeDatabase) => {
  test('[SETTLEMENT-02] what another server or hand changed counts from the next settlement on', async () => {
    const database = await makeDatabase(sampleAt(now))
    try {
      const storage = await database.open()
      const space = await openTestSpace(storage, now)
      const other = await openTestSpace(storage, now)
      const wish = async (member: string, desk: string) => {
        const intent = await space.request(member, desk, quietDay, 540, 600)
        await space.send(member, intent)
        return intent
      }
      const ada = await space.outcomeOf(await wish('mem_hana', 'res_desk-14'))
      const ben = await other.outcomeOf(await wish('mem_anton', 'res_desk-15'))
      expect([ada.outcome.kind, ben.outcome.kind]).toEqual(['confirmed', 'confirmed'])
      const chi = await space.outcomeOf(await wish('mem_chidi', 'res_desk-15'))
      expect(chi.outcome).toMatchObject({ refusal: { reason: 'booked' } })
      await storage.transaction((tx) =>
        tx.deleteFrom('member_site').where('member_id', '=', 'mem_hana').execute(),
      )
      const gone = await space.outcomeOf(await wish('mem_hana', 'res_desk-16'))
      expect(gone.outcome).toMatchObject({ refusal: { reason: 'unknown-resource' } })
    } finally {
      await database.remove()
    }
  })
})

test('[SETTLEMENT-02] catalogues and people are read from tables whose changes are counted', async () => {
  const { statements, storage, remove } = await openCounted()
  try {
    statements.length = 0
    await loadCatalogue(storage.read, 'sit_harbour-loft')
    await loadActors(storage.read, ['mem_hana'])
    const read = new Set(statements.flatMap((text) => /from "(\w+)"/.exec(text)?.[1] ?? []))
    expect(read.size).toBeGreaterThan(6)
    const counted = await sql<{ table: string }>`select tbl_name as "table" from sqlite_master
      where type = 'trigger' and sql like '%space = space + 1%'`.execute(storage.read)
    const names = new Set(counted.rows.map(({ table }) => table))
    expect([...read].filter((table) => !names.has(table))).toEqual([])
  } finally {
    await remove()
  }
})

test('[SETTLEMENT-03] a wish costs the same statements with and without history, and eight cost what one costs', async () => {
  const { statements, storage, remove } = await openCounted()
  try {
    const space = await openTestSpace(storage, now, (documents) => documents)
    const booked: AnyIntent[] = []
    let hour = 8
    const settle = async (count: number): Promise<number> => {
      for (let desk = 14; desk < 14 + count; desk += 1) {
        const wish = await space.request(
          'mem_hana',
          `res_desk-${desk}`,
          quietDay,
          hour * 60,
          hour * 60 + 60,
        )
        await space.send('mem_hana', wish)
        booked.push(wish)
      }
      hour += 1
      return settled(count)
    }
    const settled = async (count: number) => {
      statements.length = 0
      expect(await space.settlement.settleWaiting()).toBe(count)
      return statements.length
    }
    const cancel = async (count: number): Promise<number> => {
      for (const { id } of booked.splice(0, count)) {
        const body = { bookingId: bookingIdOf(id) }
        await space.send('mem_mara', intentOf(now, 'booking.cancel', body))
      }
      return settled(count)
    }
    await settle(1) // reads and projects everything once
    const without = await settle(1)
    await writePast(storage, 'mem_hana', 400)
    await settle(1)
    expect(await settle(1)).toBe(without)
    expect(await settle(8)).toBe(without)
    await cancel(1) // the document of who cancels is made once
    expect(await cancel(8)).toBe(await cancel(1))
    expect(without).toBeLessThanOrEqual(STATEMENTS_MAX)
  } finally {
    await remove()
  }
})

test('[SETTLEMENT-06] booking and cancelling ask growing tables by indexes that name the rows', async () => {
  const { statements, storage, remove } = await openCounted()
  try {
    const space = await openTestSpace(storage, now, (documents) => documents)
    const wishes = await Promise.all(
      [540, 660].map((minute) =>
        space.request('mem_hana', 'res_room-drift', quietDay, minute, minute + 60),
      ),
    )
    const cancels = wishes.map(({ id }) =>
      intentOf(now, 'booking.cancel', { bookingId: bookingIdOf(id) }),
    )
    for (const batch of [wishes, cancels]) {
      for (const intent of batch) await space.send('mem_hana', intent)
      statements.length = 0
      expect(await space.settlement.settleWaiting()).toBe(batch.length)
      for (const intent of batch) {
        expect((await space.outcomeOf(intent)).outcome.kind).toBe('confirmed')
      }
      const asked = [...new Set(statements)].filter((text) => /^(select|with|update)/.test(text))
      expect(asked.length).toBeGreaterThan(5)
      for (const text of asked) expect(await readWhole(storage, text)).toEqual([])
    }
  } finally {
    await remove()
  }
})

/** What SQLite would read without knowing which rows. Of what waits there is an index of its own, which holds nothing else. */
async function readWhole({ read }: Storage, text: string): Promise<readonly string[]> {
  const nothing = [...text.matchAll(/\?/g)].map(() => null)
  const explain = CompiledQuery.raw(`explain query plan ${text}`, nothing)
  const { rows } = await read.executeQuery<{ detail: string }>(explain)
  const growing = /SCAN (booking|claim|intent|ledger_entry|bill|bill_line|document_row|news|job)\b/
  return rows.flatMap(({ detail }) => {
    const isWhole = growing.test(detail) && !detail.includes('intent_waiting')
    return isWhole || detail.includes('(cause_kind=?)') ? [detail] : []
  })
}

/**
 * Read: the counts, what waits, who moves money where anything is paid when it is booked, the heads of the touched documents, and the counts once more. Write: booking, claims given
 * back and taken, what is charged for it, outcome, document rows and their heads.
 */
const STATEMENTS_MAX = 13

async function openCounted() {
  const folder = mkdtempSync(join(tmpdir(), 'portal-test-'))
  const statements: string[] = []
  const storage = await openStorage(openSqlite(folder, (text) => statements.push(text)))
  await sampleAt(now).fill(storage)
  const remove = async () => {
    await storage.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { statements, storage, remove }
}

/** Bookings of the last weeks, that are over. */
async function writePast(storage: Storage, memberId: string, count: number): Promise<void> {
  const like = await storage.read
    .selectFrom('booking')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const rows = Array.from({ length: count }, (_, index) => {
    const [id, starts_at] = [`bkg_past-${index}`, now - (1 + (index % 80)) * DAY_MS]
    const interval = { startsAt: starts_at as Instant, endsAt: (starts_at + 3_600_000) as Instant } // whole ms before now
    const body = JSON.stringify({ ...JSON.parse(like.body), id, interval, state: 'completed' })
    return { ...like, id, starts_at, ends_at: interval.endsAt, state: 'completed', body }
  })
  await storage.transaction(async (tx) => {
    for (const part of inParts(rows)) await tx.insertInto('booking').values(part).execute()
  })
}
