import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { readHead } from '../storage/document-log.ts'
import { onEachEngine, type TestDatabase } from '../storage/for-tests.ts'
import { invariants } from '../storage/invariants.ts'
import {
  channelSocket,
  hearSync,
  openTestDoor,
  openTestOutbox,
  poll,
  type TestDoor,
  type TestOutbox,
  type TestPeer,
  testSample,
} from './for-tests.ts'
import { INTENTS_ROOT } from './outbox.ts'
import type { SignIn } from './session.ts'

const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)

onEachEngine('an outbox', (makeDatabase) => {
  let database: TestDatabase
  let door: TestDoor
  let hana: SignIn
  let peer: TestPeer
  let outbox: TestOutbox

  beforeAll(async () => {
    database = await makeDatabase(testSample)
    door = await openTestDoor(await database.open())
  })
  afterAll(async () => {
    for (const check of invariants) {
      const violations = await check.violations(door.space.storage.read)
      expect({ [check.title]: violations }).toEqual({ [check.title]: [] })
    }
    await door.close()
    await database.remove()
  })
  beforeEach(async () => {
    hana = await door.signIn('mem_hana')
    peer = await door.open(hana)
    outbox = await openTestOutbox(peer, hana)
  })
  afterEach(() => peer.socket.terminate())

  let desk = 9
  let day = quietDay
  /** A wish for a day that nobody else wants. */
  async function wish(): Promise<AnyIntent> {
    day = addDays(day, 1)
    if (day > addDays(quietDay, 3)) day = quietDay
    desk = 10 + ((desk + 1) % 20)
    return door.space.request('mem_hana', `res_desk-${desk}`, day, 540, 1020)
  }

  async function received(): Promise<readonly string[]> {
    const rows = await door.space.storage.read
      .selectFrom('intent')
      .select('id')
      .where('device_id', '=', hana.deviceId)
      .orderBy('arrival')
      .execute()
    return rows.map((row) => row.id)
  }

  function nameOf({ principal, deviceId }: SignIn): string {
    return `outbox/${principal.memberId}/${deviceId}`
  }

  /** A peer that starts over: a new channel, and whatever the server holds. */
  async function startOver(): Promise<TestOutbox> {
    peer.say({ type: 'leave', channel: 1 })
    return openTestOutbox(peer, hana)
  }

  async function expectRefused(update: Uint8Array): Promise<void> {
    const before = await readHead(door.space.storage.read, nameOf(hana))
    outbox.update(update)
    expect(await peer.hear('left')).toEqual({ type: 'left', channel: 1, code: 4409 })
    expect(await readHead(door.space.storage.read, nameOf(hana))).toEqual(before)
    expect(await received()).toEqual([])
  }

  test('[SYNC-30] a wish is acknowledged when it is on disk, and settled', async () => {
    const intent = await wish()
    outbox.push(intent)
    expect(await outbox.received()).toBe(intent.seq)
    expect(await received()).toEqual([intent.id])
    expect((await door.space.outcomeOf(intent)).outcome.kind).toBe('confirmed')
  })

  test('[SYNC-30] cut off between disk and acknowledgement, the wish is sent again and settled once', async () => {
    const intent = await wish()
    outbox.push(intent)
    await expect.poll(received, poll).toEqual([intent.id])
    peer.socket.terminate()
    peer = await door.open(hana)
    outbox = await openTestOutbox(peer, hana)
    expect(outbox.doc.getArray(INTENTS_ROOT).length).toBe(1)
    outbox.update(Y.encodeStateAsUpdate(outbox.doc))
    expect(await outbox.received()).toBe(intent.seq)
    await door.space.outcomeOf(intent)
    expect(await received()).toEqual([intent.id])
  })

  test('[SYNC-31] a refused update changes nothing, and the device can start over at once', async () => {
    await expectRefused(updateOf({ id: 'no wish' }))
    outbox = await startOver()
    const intent = await wish()
    outbox.push(intent)
    expect(await outbox.received()).toBe(intent.seq)
  })

  test('[SYNC-31] one bad record among good ones: nothing of that update is kept', async () => {
    await expectRefused(updateOf({ ...(await wish()) }, { id: 'bki_x', seq: -1, kind: 'k' }))
  })

  test('[SYNC-32] after a gap the missing part is asked for, and nothing of what came too early is kept', async () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const seq of [1, 2, 3]) {
      doc.getArray(INTENTS_ROOT).push([{ id: `bki_gap-${desk}-${seq}`, seq, kind: 'k' }])
    }
    for (let time = 0; time < 50; time += 1) outbox.update(updates[2] ?? new Uint8Array())
    for (let time = 0; time < 50; time += 1) {
      const asked = await hearSync(peer)
      expect(asked?.kind === 'step-1' && [...asked.stateVector]).toEqual([0])
    }
    const held = await readHead(door.space.storage.read, nameOf(hana))
    expect(held).toMatchObject({ n: 0, bytes: 0 })
    await door.pass(3_000)
    outbox.update(Y.encodeStateAsUpdate(doc))
    expect(await outbox.received()).toBe(3)
  })

  test("[SYNC-33] nobody writes under a client id that somebody else's device has claimed", async () => {
    const update = updateOf({ ...(await wish()) })
    const { storage } = door.space
    const client_id = Y.decodeUpdate(update).structs[0]?.id.client ?? 0
    await storage.transaction((tx) =>
      tx
        .insertInto('client_claim')
        .values({ document: nameOf(hana), client_id, owner: 'mem_anton/dev_other' })
        .execute(),
    )
    await expectRefused(update)
  })

  test('[SYNC-36] a message in many parts is one message, and parts of more than the cap are none', async () => {
    const records = await Promise.all(Array.from({ length: 4 }, wish))
    outbox.push(...records.map((record) => ({ ...record, pad: 'x'.repeat(25_000) })))
    expect(await outbox.received()).toBe(Math.max(...records.map((record) => record.seq)))
    const again = await startOver()
    expect(again.doc.getArray(INTENTS_ROOT).length).toBe(4)
    for (let part = 0; part < 5; part += 1) {
      peer.frame(1, new Uint8Array(60_000).fill(1))
    }
    expect(await peer.closed).toBe(4413)
  })

  test('[SYNC-37] two tabs of one device hold the same, and each hears of the other', async () => {
    const tab = await door.open(hana)
    const other = await openTestOutbox(tab, hana)
    const [mine, theirs] = [await wish(), await wish()]
    outbox.push(mine)
    other.push(theirs)
    await Promise.all([outbox.received(), other.received()])
    for (const [hears, own] of [
      [peer, outbox],
      [tab, other],
    ] as const) {
      const message = await hearSync(hears)
      if (message?.kind === 'write') Y.applyUpdate(own.doc, message.update, 'server')
      const ids = own.doc.getArray<{ id: string }>(INTENTS_ROOT).map((record) => record.id)
      expect(ids.sort()).toEqual([mine.id, theirs.id].sort())
    }
    tab.socket.terminate()
  })

  test('[SYNC-38] the outbox of another device, and of another member, is not there', async () => {
    const anton = await door.signIn('mem_anton')
    const tablet = await door.signIn('mem_hana')
    for (const other of [anton, tablet]) {
      peer.say({ type: 'edit', channel: 2, document: nameOf(other), epoch: null })
      expect(await peer.hear('left')).toMatchObject({ channel: 2, code: 4403 })
    }
  })

  test('[SYNC-42] what cannot be stored is not acknowledged, and is taken when storage is back', async () => {
    const intent = await wish()
    door.storageIsAway = true
    outbox.push(intent)
    expect(await peer.hear('left')).toEqual({ type: 'left', channel: 1, code: 4503 })
    expect(await received()).toEqual([])
    peer.say({ type: 'edit', channel: 1, document: nameOf(hana), epoch: null })
    expect(await peer.hear('left')).toEqual({ type: 'left', channel: 1, code: 4503 })
    door.storageIsAway = false
    const again = await openTestOutbox(peer, hana)
    again.push(intent)
    expect(await again.received()).toBe(intent.seq)
  })

  test('[SYNC-40] an outbox that has grown old is started over when it is opened, and its wishes stay settled', async () => {
    const intent = await wish()
    outbox.push({ ...intent, pad: 'x'.repeat(60_000) })
    outbox.push({ id: `bki_pad-${desk}`, seq: 900, kind: 'k', pad: 'x'.repeat(63_000) })
    outbox.push({ id: `bki_more-${desk}`, seq: 901, kind: 'k', pad: 'x'.repeat(9_000) })
    for (let update = 0; update < 3; update += 1) await outbox.received()
    await door.space.outcomeOf(intent)
    peer.socket.terminate()
    await expect.poll(() => door.server.count(), poll).toBe(0)
    peer = await door.open(hana)
    const fresh = await openTestOutbox(peer, hana)
    expect(fresh.epoch).not.toBe(outbox.epoch)
    expect(fresh.doc.getArray(INTENTS_ROOT).length).toBe(0)
    fresh.push(intent)
    expect(await fresh.received()).toBe(intent.seq)
    expect(await received()).toHaveLength(3)
  })

  test('[SYNC-41] y-websocket speaks over a channel as over a socket of its own', async () => {
    peer.say({ type: 'leave', channel: 1 })
    peer.say({ type: 'edit', channel: 4, document: nameOf(hana), epoch: null })
    await peer.hear('editing')
    const doc = new Y.Doc()
    const provider = new WebsocketProvider('ws://channel', 'outbox', doc, {
      WebSocketPolyfill: channelSocket(peer, 4),
      disableBc: true,
    })
    await new Promise((synced) => provider.once('sync', synced))
    const intent = await wish()
    doc.getArray(INTENTS_ROOT).push([{ ...intent }])
    await expect.poll(received, poll).toEqual([intent.id])
    provider.destroy()
  })
})

/** An update of a fresh writer that puts these records into the list. */
function updateOf(...records: readonly object[]): Uint8Array {
  const doc = new Y.Doc()
  doc.getArray(INTENTS_ROOT).push([...records])
  return Y.encodeStateAsUpdate(doc)
}
