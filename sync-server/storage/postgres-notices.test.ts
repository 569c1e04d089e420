import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onPostgres, type TestDatabase } from './for-tests.ts'
import type { Storage } from './storage.ts'

const poll = { interval: 50, timeout: 20_000 }

onPostgres('notices', (makeDatabase) => {
  let database: TestDatabase
  let here: Storage
  let there: Storage

  beforeAll(async () => {
    database = await makeDatabase()
    here = await database.open()
    there = await database.open()
  })
  afterAll(() => database.remove())

  function send(text: string): Promise<void> {
    return here.transaction((tx) => here.notices.send(tx, [text]))
  }

  test('a notice is heard when its transaction has committed, and not when it was given up', async () => {
    const heard: string[] = []
    const stop = there.notices.listen((text) => heard.push(text))
    await expect
      .poll(async () => {
        await send('are you there?')
        return heard.length
      }, poll)
      .toBeGreaterThan(0)
    const givenUp = here.transaction(async (tx) => {
      await here.notices.send(tx, ['never'])
      throw new Error('given up')
    })
    await expect(givenUp).rejects.toThrow('given up')
    await send('after it')
    await expect.poll(() => heard, poll).toContain('after it')
    expect(heard).not.toContain('never')
    stop()
  })

  test('a connection that was lost is opened again', async () => {
    const heard: string[] = []
    const stop = there.notices.listen((text) => heard.push(text))
    const cut = await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query = 'listen portal'`.execute(here.read)
    expect(cut.rows).toHaveLength(1)
    await expect
      .poll(async () => {
        await send('back?')
        return heard
      }, poll)
      .toContain('back?')
    stop()
  })
})
