/** What every engine must give, whatever stands behind it. */

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toInstant } from '../../domain/values/instant.ts'
import { enqueue } from '../jobs/job.ts'
import { makeJobRunner } from '../jobs/job-runner.ts'
import { type Claim, insertClaims, releaseClaims } from './claims.ts'
import { appendRow, readHead, readRows, startEpoch } from './document-log.ts'
import { onEachEngine, type TestDatabase } from './for-tests.ts'
import { receiveIntent, settleIntents } from './intents.ts'
import { invariants } from './invariants.ts'
import type { Storage, Tx } from './storage.ts'

const HOUR = 3_600_000
const now = toInstant(Date.UTC(2026, 10, 24, 8))

onEachEngine('storage', (makeDatabase) => {
  let database: TestDatabase
  let storage: Storage
  beforeAll(async () => {
    database = await makeDatabase()
    storage = await database.open()
    await addResources(['res_one', 'res_two'])
  })
  afterAll(async () => {
    await database.remove()
  })

  async function addResources(ids: readonly string[]): Promise<void> {
    await storage.transaction(async (tx) => {
      await tx
        .insertInto('site')
        .values({ id: 'sit_a', position: 0, body: '{"billing":{"startsOn":null}}' })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      for (const id of ids) {
        const row = { id, site_id: 'sit_a', position: 0, body: '{}' }
        await tx
          .insertInto('resource')
          .values({ ...row, assigned_member: null, assigned_team: null })
          .execute()
      }
    })
  }

  let bookings = 0
  /** Books and claims, or cancels again when the guard says no. */
  async function claimIn(tx: Tx, resource: string, from: number, until: number, unit: number) {
    bookings += 1
    const [id, intentId] = [`bkg_${bookings}`, `bki_${bookings}`]
    const place = { resource_id: resource, starts_at: from, ends_at: until }
    await receive(tx, intentId)
    await settle(tx, intentId)
    const whose = { id, intent_id: intentId, site_id: 'sit_a', member_id: 'mem_a' }
    const interval = { startsAt: from, endsAt: until }
    const lots = { covered: [] }
    const body = JSON.stringify({ id, resourceId: resource, unit, parts: [], interval, ...lots })
    const row = { ...whose, ...place, state: 'confirmed', body }
    await tx.insertInto('booking').values(row).execute()
    const wanted: Claim = { ...place, booking_id: id, unit }
    if (await insertClaims(tx, [wanted])) return wanted
    await tx.updateTable('booking').set({ state: 'cancelled' }).where('id', '=', id).execute()
    return null
  }

  function claim(resource: string, from: number, until: number, unit = 1) {
    return storage.transaction((tx) => claimIn(tx, resource, from, until, unit))
  }

  function settle(tx: Tx, id: string): Promise<void> {
    const settled = {
      intentId: id,
      settledAt: now,
      outcome: { bookingId: id.replace('bki', 'bkg') },
    }
    return settleIntents(tx, [{ id, settled: JSON.stringify(settled) }], now)
  }

  function receive(tx: Tx, id: string, record = '{}') {
    const whose = { memberId: 'mem_a', deviceId: 'dev_a', seq: 1 }
    const intent = { ...whose, id, kind: 'booking.request', record, carrier: 'http' as const }
    return receiveIntent(tx, intent, now)
  }

  test('a claim that overlaps another on its unit is refused, one that only touches it is not', async () => {
    expect(await claim('res_one', 10 * HOUR, 12 * HOUR)).not.toBeNull()
    expect(await claim('res_one', 11 * HOUR, 13 * HOUR)).toBeNull()
    expect(await claim('res_one', 8 * HOUR, 14 * HOUR)).toBeNull()
    expect(await claim('res_one', 12 * HOUR, 13 * HOUR)).not.toBeNull()
    expect(await claim('res_one', 8 * HOUR, 10 * HOUR)).not.toBeNull()
    expect(await claim('res_one', 10 * HOUR, 12 * HOUR, 2)).not.toBeNull()
  })

  test('a claim that was released gives its time back, once and for ever', async () => {
    const first = await claim('res_two', 10 * HOUR, 12 * HOUR)
    await storage.transaction((tx) => releaseClaims(tx, [first?.booking_id ?? ''], now))
    await storage.transaction((tx) =>
      tx
        .updateTable('booking')
        .set({ state: 'cancelled' })
        .where('id', '=', first?.booking_id ?? '')
        .execute(),
    )
    expect(await claim('res_two', 10 * HOUR, 12 * HOUR)).not.toBeNull()
    const revive = storage.transaction((tx) => sql`update claim set released_at = null`.execute(tx))
    await expect(revive).rejects.toThrow('never changed')
  })

  test('a claim cannot be moved, emptied, or as long as a life', async () => {
    const move = storage.transaction((tx) =>
      tx.updateTable('claim').set({ starts_at: 0 }).where('released_at', 'is', null).execute(),
    )
    await expect(move).rejects.toThrow('never changed')
    await expect(claim('res_two', 20 * HOUR, 20 * HOUR)).rejects.toThrow()
    await expect(claim('res_two', 21 * HOUR, 20 * HOUR)).rejects.toThrow()
    await expect(claim('res_two', 20 * HOUR, 20 * HOUR + 32 * 24 * HOUR)).rejects.toThrow()
  })

  test('two thousand racing claims on fifty resources overlap nowhere', async () => {
    const resources = Array.from({ length: 50 }, (_, index) => `res_race-${index}`)
    await addResources(resources)
    let standing = 0
    let next = 0
    // Sixteen at once, twenty claims a transaction; each walks the resources in one order, so that none waits in a circle.
    const racer = async () => {
      while (next < 2_000) {
        const first = next
        next += 20
        const wanted = Array.from({ length: 20 }, (_, index) => first + index)
        const stood = await storage.transaction(async (tx) => {
          const claims = []
          for (const index of wanted.sort((a, b) => (a % 50) - (b % 50))) {
            const from = ((index * 37) % 40) * (HOUR / 4)
            const until = from + (1 + (index % 4)) * HOUR
            claims.push(await claimIn(tx, `res_race-${index % 50}`, from, until, 1))
          }
          return claims.filter((one) => one !== null).length
        })
        standing += stood
      }
    }
    await Promise.all(Array.from({ length: 16 }, racer))
    const live = await storage.read
      .selectFrom('claim')
      .select('booking_id')
      .where('resource_id', 'like', 'res_race-%')
      .execute()
    expect(live).toHaveLength(standing)
    for (const check of invariants) {
      expect(await check.violations(storage.read), check.title).toEqual([])
    }
  }, 240_000)

  test('an outcome is written once, and neither it nor the audit trail can be changed', async () => {
    await storage.transaction((tx) => receive(tx, 'bki_fact'))
    await storage.transaction((tx) => settle(tx, 'bki_fact'))
    const again = storage.transaction((tx) => settle(tx, 'bki_fact'))
    await expect(again).rejects.toThrow('settled once')
    const forced = storage.transaction((tx) =>
      tx.updateTable('intent').set({ settled: '{}' }).where('id', '=', 'bki_fact').execute(),
    )
    await expect(forced).rejects.toThrow('settled once')
    const entry = { at: now, actor: 'mem_a', command: 'x', subject: '', detail: '' }
    await storage.transaction((tx) => tx.insertInto('audit').values(entry).execute())
    for (const change of [sql`update audit set actor = 'mem_b'`, sql`delete from audit`]) {
      await expect(storage.transaction((tx) => change.execute(tx))).rejects.toThrow('append-only')
    }
  })

  test('a record under a known id is known if it is the same, and refused if it differs', async () => {
    const sent = (record: string) => storage.transaction((tx) => receive(tx, 'bki_same', record))
    expect(await sent('{"a":1}')).toBe('new')
    expect(await sent('{"a":1}')).toBe('known')
    expect(await sent('{"a":2}')).toBe('differs')
  })

  test('a transaction that throws leaves nothing', async () => {
    const failed = storage.transaction(async (tx) => {
      await receive(tx, 'bki_gone')
      throw new Error('on purpose')
    })
    await expect(failed).rejects.toThrow('on purpose')
    const row = await storage.read
      .selectFrom('intent')
      .select('id')
      .where('id', '=', 'bki_gone')
      .executeTakeFirst()
    expect(row).toBeUndefined()
  })

  test('a document is a log without gaps, and a new epoch begins it anew', async () => {
    const name = 'catalogue/sit_a'
    let head = await storage.transaction((tx) => startEpoch(tx, name, 'one'))
    for (const byte of [1, 2, 3]) {
      head = await storage.transaction((tx) => appendRow(tx, head, new Uint8Array([byte]), now))
    }
    expect(await readHead(storage.read, name)).toMatchObject({ epoch: 'one', n: 3, bytes: 3 })
    const rows = await readRows(storage.read, head, 1)
    expect(rows.map((row) => [row.n, [...row.bytes]])).toEqual([
      [2, [2]],
      [3, [3]],
    ])
    const stale = { ...head, n: 1 }
    const rival = storage.transaction((tx) => appendRow(tx, stale, new Uint8Array([9]), now))
    await expect(rival).rejects.toThrow()
    await storage.transaction((tx) => startEpoch(tx, name, 'two'))
    expect(await readRows(storage.read, head, 0)).toEqual([])
  })

  test('a job runs once, however many look for it', async () => {
    const ran: string[] = []
    const handlers = new Map([['test', async (body: unknown) => void ran.push(String(body))]])
    const runner = async () =>
      makeJobRunner({ storage, now: () => now, handlers, log: (line) => ran.push(line) })
    await storage.transaction(async (tx) => {
      for (let index = 0; index < 20; index += 1) {
        const job = { key: `test:${index}`, kind: 'test', runAt: now, body: { index } }
        await enqueue(tx, [job])
        await enqueue(tx, [job, job])
      }
    })
    const runners = [await runner(), await runner()]
    await Promise.all(runners.map((one) => one.runDue()))
    expect(ran).toHaveLength(20)
  })

  test('a job whose runner died is taken up by another when its lease is over', async () => {
    const job = { key: 'lease', kind: 'test', runAt: now, body: {} }
    await storage.transaction((tx) => enqueue(tx, [job]))
    let at = now
    const ran: string[] = []
    const runner = (work: () => Promise<void>) =>
      makeJobRunner({
        storage,
        now: () => at,
        handlers: new Map([['test', work]]),
        log: (line) => ran.push(line),
      })
    // Never comes back, as if its process were gone.
    void runner(() => new Promise(() => undefined)).runDue()
    const next = runner(async () => void ran.push('done'))
    await expect.poll(async () => (await leaseOf('lease')) > now).toBe(true)
    await next.runDue()
    expect(ran).toEqual([])
    at = toInstant(now + HOUR)
    await next.runDue()
    expect(ran).toEqual(['done'])
  })

  async function leaseOf(key: string): Promise<number> {
    const row = await storage.read
      .selectFrom('job')
      .select('leased_until')
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    return row.leased_until
  }
})
