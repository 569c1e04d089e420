import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeSqlite, type TestDatabase } from './for-tests.ts'
import { openSqlite } from './sqlite.ts'
import { openStorage, type Storage, StorageFailed, StorageFull } from './storage.ts'

let database: TestDatabase
let storage: Storage
beforeEach(async () => {
  database = await makeSqlite()
  storage = await database.open()
})
afterEach(() => database.remove())

function write(on: Storage, key: string): Promise<unknown> {
  const value = 'x'.repeat(100_000)
  return on.transaction((tx) => tx.insertInto('setting').values({ key, value }).execute())
}

async function keys(): Promise<readonly string[]> {
  const rows = await storage.read.selectFrom('setting').select('key').orderBy('key').execute()
  return rows.map((row) => row.key)
}

test('a full disk refuses the write whole, reads go on, and with space it writes again', async () => {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(storage.write)
  const pages = rows[0]?.page_count ?? 0
  await sql.raw(`pragma max_page_count = ${pages}`).execute(storage.write)
  await expect(write(storage, 'too-much')).rejects.toThrow(StorageFull)
  expect(await keys()).toEqual([])
  expect(storage.isWritable()).toBe(true)
  await sql.raw(`pragma max_page_count = ${pages + 1_000}`).execute(storage.write)
  await write(storage, 'fits')
  expect(await keys()).toEqual(['fits'])
})

test('after a failed flush nothing is written any more, and reads go on', async () => {
  const folder = database.settings['PORTAL_DATA'] ?? ''
  const door = openSqlite(folder)
  let asked = 0
  const failing = await openStorage({
    ...door,
    transaction: async (work) => {
      asked += 1
      await door.transaction(work)
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' })
    },
  })
  await expect(write(failing, 'first')).rejects.toThrow(StorageFailed)
  await expect(write(failing, 'second')).rejects.toThrow(StorageFailed)
  expect(asked).toBe(1)
  expect(failing.isWritable()).toBe(false)
  expect(await failing.read.selectFrom('setting').select('key').execute()).toHaveLength(1)
  await failing.close()
})

test('what is committed was flushed: the engine waits for the disk at every commit', async () => {
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(storage.write)
  const mode = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(storage.write)
  expect(rows).toEqual([{ synchronous: 2 }])
  expect(mode.rows).toEqual([{ journal_mode: 'wal' }])
})

test('data of a newer version is refused with what to do, and left as it is', async () => {
  await sql`insert into migration (name) values ('999-from-the-future')`.execute(storage.write)
  await expect(database.open()).rejects.toThrow('The data was written by a newer version')
  await write(storage, 'still-ours')
  expect(await keys()).toEqual(['still-ours'])
})
