/** PostgreSQL goes away for a moment: nothing is acknowledged meanwhile, what was received waits, and all of it is settled afterwards. */
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { openTestSpace, sampleAt } from '../settlement/for-tests.ts'
import { onPostgres, type TestDatabase } from './for-tests.ts'
import { openPostgres } from './postgres.ts'
import { openStorage, type Storage } from './storage.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8))

/** A wire to the database that can be cut and joined again on the same port. */
function makeWire(host: string, port: number) {
  const sockets = new Set<Socket>()
  let isCut = false
  const server: Server = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(port, host)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.pipe(to)
      from.once('error', () => to.destroy())
      from.once('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  return {
    listen: () =>
      new Promise<number>((resolve) =>
        server.listen(0, '127.0.0.1', () => {
          const address = must(server.address(), 'it listens')
          resolve(typeof address === 'string' ? 0 : address.port)
        }),
      ),
    cut: () => {
      isCut = true
      for (const socket of sockets) socket.destroy()
    },
    join: () => {
      isCut = false
    },
    close: () => server.close(),
  }
}

/** PostgreSQL alone: SQLite is inside the process and cannot be away. */
onPostgres('a database that is away', (makeDatabase) => {
  let database: TestDatabase
  let wire: ReturnType<typeof makeWire>
  let storage: Storage
  beforeEach(async () => {
    database = await makeDatabase(sampleAt(now))
    const url = new URL(must(database.settings['DATABASE_URL'], 'PostgreSQL has an address'))
    wire = makeWire(url.hostname, Number(url.port))
    url.hostname = '127.0.0.1'
    url.port = String(await wire.listen())
    storage = await openStorage(openPostgres(url.href))
  })
  afterEach(async () => {
    await storage.close()
    wire.close()
    await database.remove()
  })

  test('loses nothing that was received, and settles it when it is back', async () => {
    const space = await openTestSpace(storage, now)
    const date = toLocalDate('2026-12-15')
    const before = await space.request('mem_hana', 'res_desk-14', date, 540, 600)
    const after = await space.request('mem_anton', 'res_desk-14', date, 540, 600)
    await space.send('mem_hana', before)
    wire.cut()
    await expect(space.send('mem_anton', after)).rejects.toThrow()
    await expect(space.settlement.settleWaiting()).rejects.toThrow()
    wire.join()
    expect((await space.outcomeOf(before)).outcome.kind).toBe('confirmed')
    await space.send('mem_anton', after)
    expect((await space.outcomeOf(after)).outcome.kind).toBe('refused')
  })

  test('for a moment is not noticed by whoever writes', async () => {
    wire.cut()
    const written = storage.transaction((tx) =>
      tx.insertInto('setting').values({ key: 'during', value: 'kept' }).execute(),
    )
    setImmediate(wire.join)
    await written
    const rows = await storage.read
      .selectFrom('setting')
      .select('value')
      .where('key', '=', 'during')
      .execute()
    expect(rows).toEqual([{ value: 'kept' }])
  })
})
