import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkInvariants } from './check-invariants.ts'
import { environmentOf, sampleNow, startTestPortal, type TestPortal } from './for-tests.ts'
import { onEachEngine, type TestDatabase } from './storage/for-tests.ts'

onEachEngine('looking at the invariants', (makeDatabase) => {
  let database: TestDatabase
  let server: TestPortal
  beforeAll(async () => {
    database = await makeDatabase(sampleNow())
    server = await startTestPortal(database.settings)
    await server.signIn('hana@harbourloft.example')
  })
  afterAll(async () => {
    await server.remove()
    await database.remove()
  })

  async function look(): Promise<{ broken: number; said: string }> {
    const said: string[] = []
    const environment = environmentOf(database.settings)
    const broken = await checkInvariants(environment, (line) => said.push(line))
    return { broken, said: said.join('\n') }
  }

  test('beside a running server everything holds', async () => {
    const { broken, said } = await look()
    expect(said).not.toContain('BROKEN')
    expect(broken).toBe(0)
    expect(said).toContain('ok      no two live claims overlap on one unit')
    expect(said).toContain('ok      every document that the space writes equals what SQL says')
  })

  test('what is broken is named', async () => {
    const storage = await database.open()
    const claim = await storage.read
      .selectFrom('claim')
      .select('booking_id')
      .executeTakeFirstOrThrow()
    await storage.transaction((tx) =>
      sql`update booking set state = 'cancelled' where id = ${claim.booking_id}`.execute(tx),
    )
    await storage.transaction((tx) =>
      sql`update site set body = replace(body, 'Loft', 'Lift')`.execute(tx),
    )
    const { broken, said } = await look()
    expect(broken).toBeGreaterThanOrEqual(2)
    expect(said).toContain(claim.booking_id)
    expect(said).toContain('catalogue/sit_harbour-loft')
  })
})
