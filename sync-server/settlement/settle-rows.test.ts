import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { makeSqlite, type TestDatabase } from '../storage/for-tests.ts'
import { StorageFull } from '../storage/storage.ts'
import { openTestSpace, sampleAt, type TestSpace } from './for-tests.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)
let database: TestDatabase
let space: TestSpace
beforeEach(async () => {
  database = await makeSqlite(sampleAt(now))
  space = await openTestSpace(await database.open(), now)
})
afterEach(() => database.remove())

/** Waiting wishes of different members for different desks. */
async function receive(count: number): Promise<readonly AnyIntent[]> {
  const wishes: AnyIntent[] = []
  for (const [index, member] of ['mem_hana', 'mem_anton', 'mem_chidi'].slice(0, count).entries()) {
    const wish = await space.request(member, `res_desk-${14 + index}`, quietDay, 540, 1020)
    await space.send(member, wish)
    wishes.push(wish)
  }
  return wishes
}

async function countOf(table: 'booking' | 'document_row', ids = '%'): Promise<number> {
  const column = table === 'booking' ? 'id' : 'document'
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} like ${ids}
  `.execute(space.storage.read)
  return rows[0]?.count ?? 0
}

for (const count of [1, 3]) {
  test(`[SETTLEMENT-05] a transaction that the engine gives up is not gone on with: ${count} waiting, nothing half-done, and they are settled later`, async () => {
    const wishes = await receive(count)
    const documents = await countOf('document_row')
    // The last booking of the batch meets it, after the claims and bookings of the others are written.
    const isLast = `new.id = 'bkg_${wishes.at(-1)?.id.slice(4)}'`
    const giveUp = `begin select raise(rollback, 'the disk is gone'); end`
    await sql
      .raw(`create trigger fault before insert on booking when ${isLast} ${giveUp}`)
      .execute(space.storage.write)
    await expect(space.settlement.settleWaiting()).rejects.toThrow('the disk is gone')
    expect(await countOf('booking', 'bkg_test-%')).toBe(0)
    expect(await countOf('document_row')).toBe(documents)
    await sql`drop trigger fault`.execute(space.storage.write)
    expect(await space.settlement.settleWaiting()).toBe(count)
    expect(await countOf('booking', 'bkg_test-%')).toBe(count)
    expect(space.log).toEqual([])
  })
}

/** Until not a page is left; gives how to make room again. */
async function fillDisk(): Promise<() => Promise<void>> {
  const { write } = space.storage
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(write)
  const pages = rows[0]?.page_count ?? 0
  await sql.raw(`pragma max_page_count = ${pages}`).execute(write)
  const value = 'x'.repeat(2_000)
  await expect(async () => {
    for (let n = 0; n <= 2 * pages; n += 1) {
      const row = { key: `filler-${n}`, value }
      await space.storage.transaction((tx) => tx.insertInto('setting').values(row).execute())
    }
  }).rejects.toThrow(StorageFull)
  return async () => {
    await sql.raw(`pragma max_page_count = ${pages + 1_000}`).execute(write)
  }
}

test('[SETTLEMENT-05] a disk that is full for a while sets no wish aside: all of them are settled once there is space', async () => {
  await receive(3)
  const makeRoom = await fillDisk()
  await expect(space.settlement.settleWaiting()).rejects.toThrow(StorageFull)
  await makeRoom()
  expect(await space.settlement.settleWaiting()).toBe(3)
  expect(space.log).toEqual([])
})
