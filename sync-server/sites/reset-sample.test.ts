import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPortal, type TestPortal } from '../for-tests.ts'
import { onEachEngine, type TestDatabase } from '../storage/for-tests.ts'
import { invariants } from '../storage/invariants.ts'

const hana = 'hana@harbourloft.example'
const mara = 'mara@harbourloft.example'

onEachEngine('starting the sample over', (makeDatabase) => {
  let database: TestDatabase
  let server: TestPortal
  beforeAll(async () => {
    database = await makeDatabase()
    server = await startTestPortal(database.settings)
  })
  afterAll(async () => {
    await server.remove()
    await database.remove()
  })

  test('is for the owner, and only when confirmed', async () => {
    expect((await server.browser().post('/api/sample/reset')).status).toBe(401)
    const member = await server.signIn(hana)
    expect((await member.post('/api/sample/reset', { confirmed: true })).status).toBe(403)
    const owner = await server.signIn(mara)
    expect((await owner.post('/api/sample/reset')).status).toBe(400)
    expect((await member.get('/api/me')).status).toBe(200)
  })

  test('undoes what was done, ends every sign-in and begins a new generation', async () => {
    const storage = await database.open()
    const stateOf = async () => ({
      bookings: await storage.read
        .selectFrom('booking')
        .select(['id', 'state'])
        .orderBy('id')
        .execute(),
      generation: await storage.read
        .selectFrom('setting')
        .select('value')
        .where('key', '=', 'generation')
        .executeTakeFirstOrThrow(),
      epochs: await storage.read.selectFrom('document_head').select(['name', 'epoch']).execute(),
    })
    const first = await stateOf()
    await storage.transaction((tx) => sql`update booking set state = 'cancelled'`.execute(tx))
    await storage.transaction((tx) => sql`update claim set released_at = 1`.execute(tx))
    const member = await server.signIn(hana)
    const owner = await server.signIn(mara)
    expect((await owner.post('/api/sample/reset', { confirmed: true })).status).toBe(200)
    const again = await stateOf()
    expect(again.bookings).toEqual(first.bookings)
    expect(again.generation).not.toEqual(first.generation)
    for (const { name, epoch } of again.epochs) {
      expect(first.epochs).not.toContainEqual({ name, epoch })
    }
    const contact = await member.get('/api/me')
    expect(contact.status).toBe(401)
    expect(contact.headers.get('clear-site-data')).toContain('storage')
    expect((await (await server.signIn(hana)).get('/api/me')).status).toBe(200)
    for (const check of invariants) {
      expect(await check.violations(storage.read), check.title).toEqual([])
    }
  })
})
