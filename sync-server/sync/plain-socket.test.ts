import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { toId } from '../../domain/values/ids.ts'
import { addDays, isoWeekOf, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { readHead, startEpoch } from '../storage/document-log.ts'
import { makeSqlite, type TestDatabase } from '../storage/for-tests.ts'
import { openTestDoor, poll, type TestDoor, testSample } from './for-tests.ts'
import { readSections } from './section-writer.ts'

const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)
const quietWeek = `occupancy/sit_harbour-loft/${isoWeekOf(quietDay)}`

let database: TestDatabase
let door: TestDoor
const providers = new Set<WebsocketProvider>()

beforeAll(async () => {
  database = await makeSqlite(testSample)
  door = await openTestDoor(await database.open())
  const { principal } = await door.signIn('mem_hana')
  door.tokens.set('read_hana', principal)
})
afterAll(async () => {
  for (const provider of providers) provider.destroy()
  await door.close()
  await database.remove()
})

/** The client as npm delivers it, in its usual way of use. */
function connect(
  document: string,
  doc: Y.Doc,
  options: object = { params: { token: 'read_hana' } },
) {
  const url = `ws://127.0.0.1:${door.port}/sync`
  const provider = new WebsocketProvider(url, document, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket, // as its docs say for Node
    disableBc: true,
    ...options,
  })
  providers.add(provider)
  return provider
}

async function synced(provider: WebsocketProvider): Promise<void> {
  await expect.poll(() => provider.synced, poll).toBe(true)
}

async function book(desk: string): Promise<void> {
  const wish = await door.space.request('mem_anton', desk, quietDay, 540, 1020)
  await door.space.send('mem_anton', wish)
  expect((await door.space.outcomeOf(wish)).outcome.kind).toBe('confirmed')
}

test('[SYNC-50] a plain y-websocket client follows a week and sees a booking arrive', async () => {
  const doc = new Y.Doc()
  await synced(connect(quietWeek, doc))
  const before = readSections(doc)
  await book('res_desk-14')
  await expect.poll(() => JSON.stringify(readSections(doc)), poll).toContain('res_desk-14')
  expect(readSections(doc)).not.toEqual(before)
})

test('[SYNC-50] the token may travel as a protocol, out of the address', async () => {
  const doc = new Y.Doc()
  const protocols = ['portal.v1', 'token.read_hana']
  await synced(connect(quietWeek, doc, { protocols }))
  expect(Object.keys(readSections(doc)).length).toBeGreaterThan(0)
})

test('[SYNC-51] what such a client writes is ignored, and it goes on reading', async () => {
  const doc = new Y.Doc()
  const provider = connect(quietWeek, doc)
  await synced(provider)
  const head = await readHead(door.space.storage.read, quietWeek)
  doc.getMap('sections').set('mine', 'now')
  provider.awareness.setLocalState({ user: { name: 'somebody else' } })
  await book('res_desk-15')
  await expect.poll(() => JSON.stringify(doc.getMap('sections')), poll).toContain('res_desk-15')
  const after = await readHead(door.space.storage.read, quietWeek)
  expect(after?.n).toBe((head?.n ?? 0) + 1)
  const other = new Y.Doc()
  const reader = connect(quietWeek, other)
  await synced(reader)
  expect(JSON.stringify(readSections(other))).not.toContain('mine')
  expect([...reader.awareness.getStates().keys()]).toEqual([other.clientID])
})

test('[SYNC-52] a quiet connection hears something often enough to stay', async () => {
  const provider = connect('catalogue/sit_pier-studio', new Y.Doc())
  await synced(provider)
  const heard = provider.wsLastMessageReceived
  await expect
    .poll(async () => {
      await door.pass(1_000)
      return provider.wsLastMessageReceived > heard
    }, poll)
    .toBe(true)
  expect(provider.wsconnected).toBe(true)
})

test('[SYNC-53] when a new epoch starts the client is told for good, and a fresh document holds the new content', async () => {
  const { storage, documents, now } = door.space
  const document = 'catalogue/sit_pier-studio'
  const provider = connect(document, new Y.Doc())
  await synced(provider)
  const closed = new Promise<{ code: number }>((resolve) => provider.once('closed', resolve))
  const rows = await storage.transaction(async (tx) => {
    await startEpoch(tx, document, 'another-epoch')
    return documents.stage(tx, new Map([[document, { fresh: { start: 1 } }]]), now)
  })
  documents.committed(rows, now)
  expect((await closed).code).toBe(4409)
  const doc = new Y.Doc()
  await synced(connect(document, doc))
  expect(readSections(doc)).toEqual({ fresh: { start: 1 } })
})

test('[SYNC-54] a token that does not stand opens nothing, and one that stands only what its member may read', async () => {
  const refusals = [
    [quietWeek, 'read_made-up', '401'],
    ['member/mem_anton', 'read_hana', '403'],
    ['desk/sit_harbour-loft/2026-11-24', 'read_hana', '403'],
    ['outbox/mem_hana/dev_test-1', 'read_hana', '403'],
    ['nothing/at/all', 'read_hana', '403'],
  ] as const
  for (const [document, token, status] of refusals) {
    const socket = new WebSocket(`ws://127.0.0.1:${door.port}/sync/${document}?token=${token}`)
    const refused = new Promise((resolve) => {
      socket.once('unexpected-response', (_request, response) =>
        resolve(String(response.statusCode)),
      )
      socket.on('error', () => undefined)
    })
    expect(await refused, document).toBe(status)
  }
})

test('[SYNC-55] a token taken back, or a site left, ends its connections within two seconds', async () => {
  const { principal } = await door.signIn('mem_mara')
  door.tokens.set('read_mara', principal)
  for (const change of ['revoked', 'left'] as const) {
    const provider = connect(quietWeek, new Y.Doc(), { params: { token: 'read_mara' } })
    await synced(provider)
    const closed = new Promise<{ code: number }>((resolve) => provider.once('closed', resolve))
    if (change === 'revoked') door.tokens.delete('read_mara')
    else door.tokens.set('read_mara', { ...principal, siteIds: [toId('site', 'sit_other')] })
    await door.pass(2_000)
    expect((await closed).code).toBe(change === 'revoked' ? 4401 : 4403)
    door.tokens.set('read_mara', principal)
  }
})

test('[SYNC-56] a frame that is no message of the protocol ends that connection alone', async () => {
  const provider = connect(quietWeek, new Y.Doc())
  await synced(provider)
  for (const bytes of [new Uint8Array([0, 9, 0]), new Uint8Array([0, 0, 200]), 'text'] as const) {
    const socket = new WebSocket(`ws://127.0.0.1:${door.port}/sync/${quietWeek}?token=read_hana`)
    await new Promise((open) => socket.once('open', open))
    socket.send(bytes)
    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4400)
  }
  expect(provider.wsconnected).toBe(true)
})
