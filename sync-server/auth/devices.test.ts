import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { sampleNow, startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'
import { onEachEngine, type TestDatabase } from '../storage/for-tests.ts'

const dev = 'dev@harbourloft.example'
const ola = 'ola@harbourloft.example'
const jonas = 'jonas@harbourloft.example'

/** Each test has a member of its own, because codes are counted by address. */
interface Listed {
  readonly id: string
  readonly name: string | null
  readonly isThis: boolean
}

onEachEngine('devices', (makeDatabase) => {
  let database: TestDatabase
  let server: TestPortal
  const sockets: WebSocket[] = []
  beforeAll(async () => {
    database = await makeDatabase(sampleNow())
    server = await startTestPortal(database.settings)
  })
  afterAll(async () => {
    for (const socket of sockets.splice(0)) socket.terminate()
    await server.remove()
    await database.remove()
  })

  async function devicesOf(browser: TestBrowser): Promise<readonly Listed[]> {
    return (await browser.get('/api/devices')).body['devices'] as Listed[]
  }

  /** A socket as the app opens it, greeted by the server. Resolves with the code it is closed with, when it is. */
  async function connect(browser: TestBrowser): Promise<{ closed: Promise<number> }> {
    const { ticket } = (await browser.post('/api/ws-ticket')).body
    const host = `127.0.0.1:${server.portal.port}`
    const socket = new WebSocket(`ws://${host}/sync`, ['portal.v1', `ticket.${ticket}`], {
      origin: `http://${host}`,
      headers: { cookie: browser.cookie },
    })
    sockets.push(socket)
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    await new Promise((resolve, reject) => {
      socket.once('error', reject)
      socket.once('close', (code) => reject(new Error(`closed with ${code} before a word`)))
      socket.once('message', resolve)
      socket.once('open', () =>
        socket.send(
          JSON.stringify({ type: 'hello', wire: 1, app: 'test', device: browser.device }),
        ),
      )
    })
    return { closed }
  }

  test('a member sees where they are signed in, and which device this is', async () => {
    const phone = await server.signIn('amina@harbourloft.example')
    const desktop = await server.signIn('amina@harbourloft.example')
    const listed = await devicesOf(phone)
    const ids = listed.map((one) => one.id)
    expect(ids).toEqual(expect.arrayContaining([phone.device, desktop.device]))
    expect(listed.find((one) => one.isThis)?.id).toBe(phone.device)
  })

  test('a device signed out from afar is cut off within two seconds and forgets at its next contact', async () => {
    const phone = await server.signIn('anton@harbourloft.example')
    const lost = await server.signIn('anton@harbourloft.example')
    const connection = await connect(lost)
    const began = performance.now()
    expect((await phone.request('DELETE', `/api/devices/${lost.device}`)).status).toBe(200)
    expect(await connection.closed).toBe(4401)
    expect(performance.now() - began).toBeLessThan(2_000)
    const contact = await lost.post('/api/ws-ticket')
    expect(contact.status).toBe(401)
    expect(contact.headers.get('clear-site-data')).toBe('"cookies", "storage"')
    expect((await phone.get('/api/me')).status).toBe(200)
  })

  test('a sign-in that only ran out does not make its device forget what waits there', async () => {
    const browser = server.browser()
    browser.cookie = 's=neverours.signature'
    const contact = await browser.get('/api/me')
    expect(contact.status).toBe(401)
    expect(contact.headers.get('clear-site-data')).toBeNull()
  })

  test('signing out everywhere else leaves this device alone', async () => {
    const phone = await server.signIn('aisha@harbourloft.example')
    const others = [
      await server.signIn('aisha@harbourloft.example'),
      await server.signIn('aisha@harbourloft.example'),
    ]
    const stranger = await server.signIn(dev)
    const answer = await phone.post('/api/devices/sign-out-others')
    expect(Number(answer.body['signedOut'])).toBeGreaterThanOrEqual(2)
    for (const other of others) expect((await other.get('/api/me')).status).toBe(401)
    expect((await stranger.get('/api/me')).status).toBe(200)
    expect(await devicesOf(phone)).toHaveLength(1)
  })

  test("somebody else's device is not there", async () => {
    const phone = await server.signIn('bruno@harbourloft.example')
    const stranger = await server.signIn(dev)
    const theirs = await phone.request('DELETE', `/api/devices/${stranger.device}`)
    const nobodys = await phone.request('DELETE', '/api/devices/dev_nobody')
    expect(theirs.status).toBe(404)
    expect(theirs.text).toBe(nobodys.text)
    expect((await stranger.get('/api/me')).status).toBe(200)
  })

  test('a role that is taken away ends the connections that were opened with it', async () => {
    const staff = await server.signIn(jonas)
    const connection = await connect(staff)
    const storage = await database.open()
    await storage.transaction((tx) =>
      tx.updateTable('member').set({ role: 'member' }).where('id', '=', 'mem_jonas').execute(),
    )
    expect(await connection.closed).toBe(4503)
    const again = await connect(staff)
    expect(await Promise.race([again.closed, devicesOf(staff).then(() => 'open')])).toBe('open')
  })

  test('a sign-in ended by another server over the same database is cut off here too', async () => {
    const phone = await server.signIn('carla@harbourloft.example')
    const connection = await connect(phone)
    const storage = await database.open()
    await storage.transaction((tx) => tx.deleteFrom('auth_session').execute())
    expect(await connection.closed).toBe(4401)
  })

  test('a browser is named by what it says of itself', async () => {
    const iphone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'
    const phone = server.browser()
    await phone.post('/api/sign-in/code', { email: ola })
    const { code } = (await phone.post('/api/sample/code', { email: ola })).body
    const headers = { 'user-agent': iphone }
    await phone.request('POST', '/api/sign-in', { email: ola, code }, headers)
    const listed = await devicesOf(phone)
    expect(listed.find((one) => one.isThis)?.name).toBe('Safari on iPhone')
  })
})
