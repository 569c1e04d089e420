import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onPostgres, type TestDatabase } from './for-tests.ts'
import type { Storage, Tx } from './storage.ts'

onPostgres('statements', (makeDatabase) => {
  let database: TestDatabase
  let storage: Storage

  beforeAll(async () => {
    database = await makeDatabase()
    storage = await database.open()
  })
  afterAll(() => database.remove())

  const readTiers = (tx: Tx) =>
    tx.selectFrom('tier').selectAll().where('site_id', '=', 's').execute()

  test('one that is run again is parsed once', () =>
    storage.transaction(async (tx) => {
      for (let time = 1; time <= 3; time += 1) await readTiers(tx)
      const { rows } = await sql<{ statement: string; prepared: number }>`
        select statement, count(*) as prepared from pg_prepared_statements group by statement
      `.execute(tx)
      const statement = 'select * from "tier" where "site_id" = $1'
      expect(rows).toContainEqual({ statement, prepared: 1 })
    }))

  test('one whose table has meanwhile changed is parsed anew', async () => {
    expect(await storage.transaction(readTiers)).toEqual([])
    await sql`alter table tier add column later text`.execute(storage.write)
    await sql`insert into tier (id, site_id, position, body, later) values ('t', 's', 1, '{}', 'x')`.execute(
      storage.write,
    )
    expect(await storage.transaction(readTiers)).toMatchObject([{ id: 't', later: 'x' }])
  })
})
