import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { sampleNow, startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'
import { onEachEngine, type TestDatabase } from '../storage/for-tests.ts'

const hana = 'hana@harbourloft.example'
const dev = 'dev@harbourloft.example'

onEachEngine('connections for other tools', (makeDatabase) => {
  let database: TestDatabase
  let server: TestPortal
  let member: TestBrowser
  const providers: WebsocketProvider[] = []
  beforeAll(async () => {
    database = await makeDatabase(sampleNow())
    server = await startTestPortal(database.settings)
    member = await server.signIn(hana)
  })
  afterAll(async () => {
    for (const provider of providers.splice(0)) provider.destroy()
    await server.remove()
    await database.remove()
  })

  async function makeKey(): Promise<{ id: string; key: string }> {
    const { body } = await member.post('/api/read-keys', { name: 'Lobby screen' })
    return { id: String(body['id']), key: String(body['key']) }
  }

  /** A plain y-websocket client, as any tool would use it. */
  function follow(document: string, key: string): WebsocketProvider {
    const provider = new WebsocketProvider(
      `ws://127.0.0.1:${server.portal.port}/sync`,
      document,
      new Y.Doc(),
      {
        params: { token: key },
        disableBc: true,
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket, // the same interface
      },
    )
    providers.push(provider)
    return provider
  }

  function synced(provider: WebsocketProvider): Promise<'synced' | 'refused'> {
    return new Promise((resolve) => {
      provider.once('sync', () => resolve('synced'))
      provider.once('connection-error', () => resolve('refused'))
    })
  }

  test('a key lets any Yjs tool follow what its member may read', async () => {
    const { key } = await makeKey()
    const provider = follow('catalogue/sit_harbour-loft', key)
    expect(await synced(provider)).toBe('synced')
    const sections = provider.doc.getMap('sections').toJSON() as Record<string, object>
    expect(JSON.stringify(sections)).toContain('Harbour Loft')
  })

  test('a key opens nothing that its member may not read, and nothing without it', async () => {
    const { key } = await makeKey()
    for (const document of ['member/mem_dev', 'desk/sit_harbour-loft/2026-11-25', 'nonsense']) {
      expect(await synced(follow(document, key)), document).toBe('refused')
    }
    expect(await synced(follow('catalogue/sit_harbour-loft', 'read_guess'))).toBe('refused')
  })

  test('a key cannot write', async () => {
    const { key } = await makeKey()
    const writer = follow('catalogue/sit_harbour-loft', key)
    await synced(writer)
    writer.doc.getMap('sections').set('forged', 'yes')
    const reader = follow('catalogue/sit_harbour-loft', key)
    await synced(reader)
    expect(reader.doc.getMap('sections').has('forged')).toBe(false)
  })

  test('a key that is removed is cut off at once and opens nothing again', async () => {
    const { id, key } = await makeKey()
    const provider = follow('catalogue/sit_harbour-loft', key)
    await synced(provider)
    const closed = new Promise((resolve) => provider.once('connection-close', resolve))
    expect((await member.request('DELETE', `/api/read-keys/${id}`)).status).toBe(200)
    await closed
    expect(await synced(follow('catalogue/sit_harbour-loft', key))).toBe('refused')
  })

  test('a key is told once and kept only as a hash', async () => {
    const { id, key } = await makeKey()
    const listed = await member.get('/api/read-keys')
    expect(listed.text).toContain(id)
    expect(listed.text).not.toContain(key)
    const storage = await database.open()
    const rows = await storage.read.selectFrom('read_key').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(key)
  })

  test("somebody else's key is neither seen nor removed", async () => {
    const { id } = await makeKey()
    const stranger = await server.signIn(dev)
    expect((await stranger.get('/api/read-keys')).text).not.toContain(id)
    expect((await stranger.request('DELETE', `/api/read-keys/${id}`)).status).toBe(404)
    expect((await member.get('/api/read-keys')).text).toContain(id)
  })

  test('a member has ten keys at most, each with a name', async () => {
    const own = await server.signIn(dev)
    for (let count = 0; count < 10; count += 1) {
      expect((await own.post('/api/read-keys', { name: `Screen ${count}` })).status).toBe(200)
    }
    expect((await own.post('/api/read-keys', { name: 'One more' })).status).toBe(409)
    expect((await own.post('/api/read-keys', { name: '  ' })).status).toBe(400)
  })
})
