import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, isoWeekOf, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { readRowBody } from '../../domain/wire/frame.ts'
import { readHead } from '../storage/document-log.ts'
import { onPostgres, type TestDatabase } from '../storage/for-tests.ts'
import { findIntent } from '../storage/intents.ts'
import { invariants } from '../storage/invariants.ts'
import { lockSettlement } from '../storage/locks.ts'
import { noNotices } from '../storage/notices.ts'
import {
  openTestDoor,
  openTestOutbox,
  poll,
  type TestDoor,
  type TestPeer,
  testSample,
} from './for-tests.ts'

const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)
const quietWeek = `occupancy/sit_harbour-loft/${isoWeekOf(quietDay)}`

onPostgres('two servers over one database', (makeDatabase) => {
  let database: TestDatabase
  let here: TestDoor
  let there: TestDoor

  beforeAll(async () => {
    database = await makeDatabase(testSample)
    here = await openTestDoor(await database.open())
    there = await openTestDoor(await database.open())
  })
  afterAll(async () => {
    for (const check of invariants) {
      const violations = await check.violations(here.space.storage.read)
      expect({ [check.title]: violations }).toEqual({ [check.title]: [] })
    }
    await here.close()
    await there.close()
    await database.remove()
  })

  async function openAt(door: TestDoor, ...documents: readonly string[]): Promise<TestPeer> {
    const peer = await door.open(await door.signIn('mem_hana'))
    for (const [channel, document] of documents.entries()) {
      peer.say({ type: 'follow', channel, document, epoch: null, n: 0 })
      await peer.hear('following')
      await peer.hearFrame()
    }
    return peer
  }

  async function bookAt(door: TestDoor, desk: string): Promise<void> {
    const wish = await door.space.request('mem_hana', desk, quietDay, 540, 1020)
    await door.space.send('mem_hana', wish)
    expect((await door.space.outcomeOf(wish)).outcome.kind).toBe('confirmed')
  }

  test('[SYNC-60] a booking settled by one server reaches the follower of another, as one group', async () => {
    const peer = await openAt(there, 'member/mem_hana', quietWeek)
    await bookAt(here, 'res_desk-14')
    await expect.poll(() => peer.heard.length, poll).toBe(3)
    expect(peer.heard).toMatchObject([
      { type: 'group', frames: 2, at: here.space.now },
      { type: 'frame', channel: 0 },
      { type: 'frame', channel: 1 },
    ])
    peer.socket.terminate()
  })

  test('[SYNC-61] a notice that is lost costs five seconds', async () => {
    const deaf = await openTestDoor({ ...(await database.open()), notices: noNotices })
    const peer = await openAt(deaf, quietWeek)
    await bookAt(here, 'res_desk-15')
    await deaf.pass(5_000)
    await peer.hearFrame()
    peer.socket.terminate()
    await deaf.close()
  })

  test('[SYNC-62] servers that write the same document in turn send every row once and in order', async () => {
    const peers = [await openAt(here, quietWeek), await openAt(there, quietWeek)]
    const first = ((await readHead(here.space.storage.read, quietWeek))?.n ?? 0) + 1
    for (let round = 0; round < 20; round += 1) {
      const { storage, documents, now } = (round % 2 === 0 ? here : there).space
      const rows = await storage.transaction(async (tx) => {
        await lockSettlement(storage, tx)
        const sections = new Map([[quietWeek, { marks: { mark: { round } } }]])
        const staged = await documents.stage(tx, sections, now)
        await documents.announce(tx, staged, now)
        return staged
      })
      documents.committed(rows, now)
    }
    for (const peer of peers) {
      await expect.poll(() => peer.heard.length, poll).toBe(20)
      const rows = peer.heard.map((one) => (one.type === 'frame' ? readRowBody(one.body)?.n : one))
      expect(rows).toEqual(Array.from({ length: 20 }, (_, index) => first + index))
      peer.socket.terminate()
    }
  })

  test('[SYNC-63] a wish that was received and never settled is found by a look', async () => {
    const wish = await there.space.request('mem_hana', 'res_desk-17', quietDay, 540, 1020)
    await there.space.send('mem_hana', wish)
    await here.pass(5_000)
    await expect
      .poll(async () => (await findIntent(here.space.storage.read, wish.id))?.settled, poll)
      .toContain('confirmed')
  })

  test('[SYNC-63] a wish received by one server while another settles has one outcome', async () => {
    const hana = await there.signIn('mem_hana')
    const peer = await there.open(hana)
    const outbox = await openTestOutbox(peer, hana)
    const wish = await there.space.request('mem_hana', 'res_desk-16', quietDay, 540, 1020)
    const rival = await here.space.request('mem_anton', 'res_desk-16', quietDay, 540, 1020)
    await here.space.send('mem_anton', rival)
    outbox.push(wish)
    const settling = Array.from({ length: 5 }, () => here.space.settlement.settleWaiting())
    await outbox.received()
    await Promise.all([...settling, there.space.settlement.settleWaiting()])
    const kinds = await Promise.all([here.space.outcomeOf(rival), there.space.outcomeOf(wish)])
    expect(kinds.map(({ outcome }) => outcome.kind).sort()).toEqual(['confirmed', 'refused'])
    peer.socket.terminate()
  })
})
