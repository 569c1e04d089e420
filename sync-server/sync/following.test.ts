import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../domain/values/assert.ts'
import { addDays, isoWeekOf, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { readRowBody } from '../../domain/wire/frame.ts'
import { readHead, readRows, startEpoch } from '../storage/document-log.ts'
import { onEachEngine, type TestDatabase } from '../storage/for-tests.ts'
import { lockSettlement } from '../storage/locks.ts'
import { openTestDoor, poll, type TestDoor, type TestPeer, testSample } from './for-tests.ts'
import { readSections } from './section-writer.ts'
import { syncSteps, writeSyncMessage } from './sync-message.ts'

const today = toLocalDate('2026-11-24')
/** A day beyond the sample's bookings and within every limit. */
const quietDay = addDays(mondayOf(today), 21)
const quietWeek = `occupancy/sit_harbour-loft/${isoWeekOf(quietDay)}`
const catalogue = 'catalogue/sit_harbour-loft'

onEachEngine('following', (makeDatabase) => {
  let database: TestDatabase
  let door: TestDoor

  beforeAll(async () => {
    database = await makeDatabase(testSample)
    door = await openTestDoor(await database.open())
  })
  afterAll(async () => {
    await door.close()
    await database.remove()
  })

  async function openAs(member: string): Promise<TestPeer> {
    return door.open(await door.signIn(member))
  }

  /** Follows, and gives the answer with the rows that came with it. */
  async function follow(peer: TestPeer, document: string, held?: { epoch: string; n: number }) {
    const { epoch, n } = held ?? { epoch: null, n: 0 }
    peer.say({ type: 'follow', channel: 3, document, epoch, n })
    const answer = await peer.hear('following')
    const count = answer.with === 'current' ? 0 : answer.with === 'snapshot' ? 1 : answer.n - n
    const rows: { n: number; update: Uint8Array }[] = []
    for (let row = 0; row < count; row += 1) rows.push(await hearRow(peer))
    return { ...answer, rows }
  }

  async function hearRow(peer: TestPeer) {
    const row = readRowBody((await peer.hearFrame()).body)
    if (row === null) throw new Error('a frame without a row number')
    return row
  }

  /** One commit that changes a document a little. */
  async function write(document: string, value: string | number): Promise<void> {
    const { storage, documents, now } = door.space
    const rows = await storage.transaction(async (tx) => {
      await lockSettlement(storage, tx)
      return documents.stage(tx, new Map([[document, { marks: { mark: { value } } }]]), now)
    })
    documents.committed(rows, now)
  }

  test('[SYNC-20] who holds the head is told so, who is behind gets the rows since, who holds nothing the whole', async () => {
    const peer = await openAs('mem_hana')
    const first = await follow(peer, catalogue)
    expect(first).toMatchObject({ with: 'snapshot', rows: [{ n: first.n }] })
    peer.say({ type: 'leave', channel: 3 })
    expect(await follow(peer, catalogue, first)).toMatchObject({ with: 'current', n: first.n })
    peer.say({ type: 'leave', channel: 3 })
    await write(catalogue, 1)
    await write(catalogue, 2)
    const later = await follow(peer, catalogue, first)
    expect(later).toMatchObject({ with: 'rows', n: first.n + 2 })
    expect(later.rows.map((row) => row.n)).toEqual([first.n + 1, first.n + 2])
    peer.socket.terminate()
  })

  test('[SYNC-20] who is far behind, or ahead of the log, gets the whole document', async () => {
    for (let round = 0; round < 101; round += 1) await write(catalogue, `round ${round}`)
    const { n, epoch } = (await readHead(door.space.storage.read, catalogue)) ?? { n: 0, epoch: '' }
    for (const held of [n - 101, n + 5]) {
      const peer = await openAs('mem_hana')
      expect(await follow(peer, catalogue, { epoch, n: held })).toMatchObject({ with: 'snapshot' })
      peer.socket.terminate()
    }
  })

  test('[SYNC-21] what is unknown and what is forbidden get the same answer, byte for byte', async () => {
    const peer = await openAs('mem_hana')
    const answers = new Set<string>()
    peer.socket.on('message', (data) => answers.add(String(data)))
    const names = [
      'member/mem_anton',
      'member/mem_nobody',
      'occupancy/sit_other-space/2026-W49',
      'occupancy/sit_harbour-loft/2030-W01',
      `desk/sit_harbour-loft/${today}`,
      'outbox/mem_hana/dev_other',
      'catalogue/../member',
      'plan/everything',
      '',
    ]
    for (const document of names) {
      peer.say({ type: 'follow', channel: 9, document, epoch: null, n: 0 })
      await peer.hear('left')
      peer.say({ type: 'edit', channel: 9, document, epoch: null })
      await peer.hear('left')
    }
    expect([...answers]).toEqual(['{"type":"left","channel":9,"code":4403}'])
    for (let guess = 0; guess < 1_000; guess += 1) {
      peer.say({ type: 'follow', channel: 9, document: `member/mem_${guess}`, epoch: null, n: 0 })
    }
    expect(await peer.closed).toBe(4429)
    expect(answers.size).toBe(1)
  })

  test('[SYNC-22] whenever one starts to follow, every row comes once and in order', async () => {
    const peers: { peer: TestPeer; from: number }[] = []
    const opened: Promise<void>[] = []
    for (let round = 0; round < 40; round += 1) {
      if (round % 8 === 0) {
        const peer = await openAs(round % 16 === 0 ? 'mem_hana' : 'mem_anton')
        opened.push(follow(peer, quietWeek).then(({ n }) => void peers.push({ peer, from: n })))
      }
      await write(quietWeek, round)
    }
    await Promise.all(opened)
    const { n } = (await readHead(door.space.storage.read, quietWeek)) ?? { n: 0 }
    for (const { peer, from } of peers) {
      await expect
        .poll(() => peer.heard.filter((one) => one.type === 'frame').length, poll)
        .toBe(n - from)
      for (let next = from + 1; next <= n; next += 1) expect((await hearRow(peer)).n).toBe(next)
      peer.socket.terminate()
    }
    expect(peers).toHaveLength(5)
  })

  test('[SYNC-23] what one settlement did arrives whole, as one group; a single row needs no announcement', async () => {
    const hana = await openAs('mem_hana')
    const anton = await openAs('mem_anton')
    const member = 'member/mem_hana'
    hana.say({ type: 'follow', channel: 1, document: member, epoch: null, n: 0 })
    hana.say({ type: 'follow', channel: 2, document: quietWeek, epoch: null, n: 0 })
    anton.say({ type: 'follow', channel: 8, document: quietWeek, epoch: null, n: 0 })
    await hana.hear('following')
    await hana.hear('following')
    await anton.hear('following')
    for (const peer of [hana, anton]) await peer.ping()
    hana.heard.length = 0
    anton.heard.length = 0
    const wish = await door.space.request('mem_hana', 'res_desk-14', quietDay, 540, 1020)
    await door.space.send('mem_hana', wish)
    expect((await door.space.outcomeOf(wish)).outcome.kind).toBe('confirmed')
    await expect.poll(() => hana.heard.length, poll).toBe(3)
    expect(hana.heard).toMatchObject([
      { type: 'group', frames: 2, at: door.space.now },
      { type: 'frame', channel: 1 },
      { type: 'frame', channel: 2 },
    ])
    await expect.poll(() => anton.heard.length, poll).toBe(1)
    expect(anton.heard).toMatchObject([{ type: 'frame', channel: 8 }])
    for (const peer of [hana, anton]) peer.socket.terminate()
  })

  test('[SYNC-24] a new epoch reaches who follows, and who comes back, as a whole document', async () => {
    const { storage, documents, now } = door.space
    const peer = await openAs('mem_hana')
    const before = await follow(peer, catalogue)
    const rows = await storage.transaction(async (tx) => {
      await startEpoch(tx, catalogue, 'another-epoch')
      return documents.stage(tx, new Map([[catalogue, { fresh: { start: 1 } }]]), now)
    })
    documents.committed(rows, now)
    expect(await peer.hear('following')).toMatchObject({
      epoch: 'another-epoch',
      n: 1,
      with: 'snapshot',
    })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, (await hearRow(peer)).update)
    expect(readSections(doc)).toEqual({ fresh: { start: 1 } })
    const back = await openAs('mem_anton')
    expect(await follow(back, catalogue, before)).toMatchObject({
      epoch: 'another-epoch',
      with: 'snapshot',
    })
    for (const one of [peer, back]) one.socket.terminate()
  })

  test('[SYNC-25] two hundred who hold nothing cost one encoding, and one more only the rows since', async () => {
    const { documents } = door.space
    await write(quietWeek, 'herd')
    const herd = await Promise.all(
      Array.from({ length: 200 }, () => documents.catchUp(quietWeek, null, 0)),
    )
    const first = herd[0]?.rows[0]?.bytes
    expect(first?.byteLength).toBeGreaterThan(0)
    // The very same bytes in memory, not equal ones.
    for (const found of herd) expect(found?.rows[0]?.bytes).toBe(first)
    await write(quietWeek, 'later')
    const later = await documents.catchUp(quietWeek, null, 0)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, later?.rows[0]?.bytes ?? new Uint8Array())
    expect(readSections(doc)['marks']).toEqual({ mark: { value: 'later' } })
  })

  test('[SYNC-26] a document that nobody followed before is made once for all who ask', async () => {
    const document = `occupancy/sit_pier-studio/${isoWeekOf(addDays(today, 28))}`
    const peers = await Promise.all(['mem_hana', 'mem_hana', 'mem_mara', 'mem_mara'].map(openAs))
    const found = await Promise.all(peers.map((peer) => follow(peer, document)))
    for (const one of found) expect(one).toMatchObject({ n: 1, epoch: found[0]?.epoch })
    for (const peer of peers) peer.socket.terminate()
  })

  test('[SYNC-27] what was given up is never sent, and does not shine through what comes after', async () => {
    const { storage, documents, now } = door.space
    const peer = await openAs('mem_hana')
    const before = await follow(peer, quietWeek)
    const giveUp = storage.transaction(async (tx) => {
      await documents.stage(tx, new Map([[quietWeek, { ghost: { is: 'here' } }]]), now)
      throw new Error('given up')
    })
    await expect(giveUp).rejects.toThrow('given up')
    await write(quietWeek, 'real')
    expect((await hearRow(peer)).n).toBe(before.n + 1)
    const doc = new Y.Doc()
    const head = await readHead(storage.read, quietWeek)
    if (head === null) throw new Error('it was just written')
    for (const row of await readRows(storage.read, head, 0)) Y.applyUpdate(doc, row.bytes)
    expect(readSections(doc)).toEqual({ marks: { mark: { value: 'real' } } })
    peer.socket.terminate()
  })

  test('[SYNC-28] a document that is followed cannot be written to', async () => {
    const { storage } = door.space
    const peer = await openAs('mem_hana')
    await follow(peer, quietWeek)
    const head = await readHead(storage.read, quietWeek)
    const doc = new Y.Doc()
    doc.getMap('sections').set('mine', 'now')
    peer.frame(
      3,
      new Uint8Array([0, ...writeSyncMessage(syncSteps.step2, Y.encodeStateAsUpdate(doc))]),
    )
    expect(await peer.closed).toBe(4400)
    expect(await readHead(storage.read, quietWeek)).toEqual(head)
  })

  test('[SYNC-29] a hundred transactions that were given up leave no writer behind', async () => {
    const { storage, documents, now } = door.space
    const before = await documents.catchUp(catalogue, null, 0)
    for (let round = 0; round < 100; round += 1) {
      const giveUp = storage.transaction(async (tx) => {
        await documents.stage(tx, new Map([[catalogue, { ghost: { is: { round } } }]]), now)
        throw new Error('given up')
      })
      await expect(giveUp).rejects.toThrow('given up')
      if (round % 30 === 0) await write(catalogue, `kept ${round}`)
    }
    const after = await documents.catchUp(catalogue, null, 0)
    expect(after?.head.epoch).toBe(before?.head.epoch)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, after?.rows[0]?.bytes ?? new Uint8Array())
    expect(doc.store.clients.size).toBe(1)
  })

  test('[SYNC-44] rows of every size arrive whole and in their place, for all readers alike', async () => {
    const peers = [await openAs('mem_chidi'), await openAs('mem_chidi')]
    const docs = peers.map(() => new Y.Doc())
    for (const [index, peer] of peers.entries()) {
      for (const { update } of (await follow(peer, 'member/mem_chidi')).rows) {
        Y.applyUpdate(must(docs[index], 'each has one'), update)
      }
    }
    for (const size of [1, 100, 2_000, 65_400, 66_000, 1]) {
      await write('member/mem_chidi', 'x'.repeat(size))
      for (const [index, peer] of peers.entries()) {
        const doc = must(docs[index], 'each has one')
        Y.applyUpdate(doc, (await hearRow(peer)).update)
        expect(readSections(doc)).toEqual({ marks: { mark: { value: 'x'.repeat(size) } } })
      }
    }
    for (const peer of peers) peer.socket.terminate()
  })
})
