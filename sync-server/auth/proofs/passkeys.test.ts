import { globSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sampleNow, startTestPortal, type TestBrowser, type TestPortal } from '../../for-tests.ts'
import { onEachEngine, type TestDatabase } from '../../storage/for-tests.ts'
import { type Authenticator, makeAuthenticator } from './for-tests.ts'

interface Told {
  readonly passkeys: readonly { readonly id: string; readonly name: string }[]
}

onEachEngine('passkeys', (makeDatabase) => {
  let database: TestDatabase
  let server: TestPortal
  let origin: string
  beforeAll(async () => {
    database = await makeDatabase(sampleNow())
    server = await startTestPortal(database.settings)
    // Passkeys are bound to the name of the portal; its number is another name.
    origin = `http://localhost:${server.portal.port}`
  })
  afterAll(async () => {
    await server.remove()
    await database.remove()
  })

  const post = (browser: TestBrowser, path: string, body: object = {}) =>
    browser.request('POST', path, body, { origin, 'user-agent': 'Firefox/140.0 (Windows NT 10.0)' })

  async function challenge(browser: TestBrowser, path: string): Promise<string> {
    const { options } = (await post(browser, path)).body
    return (options as { challenge: string }).challenge
  }

  async function add(browser: TestBrowser, device: Authenticator) {
    const asked = await challenge(browser, '/api/proofs/passkeys/challenge')
    return post(browser, '/api/proofs/passkeys', { answer: device.make(asked) })
  }

  async function signIn(browser: TestBrowser, device: Authenticator) {
    const asked = await challenge(browser, '/api/sign-in/passkey/challenge')
    return post(browser, '/api/sign-in/passkey', { answer: device.answer(asked) })
  }

  async function listOf(browser: TestBrowser): Promise<Told['passkeys']> {
    return ((await browser.get('/api/proofs')).body as unknown as Told).passkeys
  }

  test('[A-05] a member adds a passkey, is told so by mail, and signs in with it elsewhere', async () => {
    const phone = await server.signIn('amina@harbourloft.example')
    const device = makeAuthenticator({ origin })
    expect((await add(phone, device)).status).toBe(200)
    expect((await listOf(phone)).map(({ name }) => name)).toEqual(['Firefox on Windows'])
    const folder = database.settings['PORTAL_DATA'] ?? server.folder
    const mails = () => globSync('*amina*', { cwd: join(folder, 'mail') })
    await vi.waitUntil(() => mails().length >= 2, { timeout: 30_000 }) // the code, and the news

    const laptop = server.browser()
    const answer = await signIn(laptop, device)
    expect(answer.body).toMatchObject({ member: { id: 'mem_amina' }, recovery: [] })
    expect((await laptop.get('/api/me')).body).toMatchObject({ member: { id: 'mem_amina' } })
    expect(answer.body['device']).not.toBe(phone.device)
  })

  test('[A-05] a passkey is named, and removed; then it opens nothing', async () => {
    const phone = await server.signIn('anton@harbourloft.example')
    const device = makeAuthenticator({ origin })
    await add(phone, device)
    const [passkey] = await listOf(phone)
    const path = `/api/proofs/passkeys/${passkey?.id}`
    expect((await post(phone, path, { name: '  My   key ' })).status).toBe(200)
    expect((await listOf(phone))[0]?.name).toBe('My key')
    expect((await post(phone, path, { name: '' })).status).toBe(404)
    expect((await phone.request('DELETE', path, {})).status).toBe(200)
    expect(await listOf(phone)).toEqual([])
    expect((await signIn(server.browser(), device)).status).toBe(401)
  })

  test('[A-05] a passkey that did not know its person is neither added nor let in', async () => {
    const phone = await server.signIn('aisha@harbourloft.example')
    const careless = makeAuthenticator({ origin, knowsPerson: false })
    expect((await add(phone, careless)).status).toBe(400)
    expect(await listOf(phone)).toEqual([])
  })

  test('[A-05] an answer to another challenge, for another address or of another browser opens nothing', async () => {
    const phone = await server.signIn('bruno@harbourloft.example')
    const device = makeAuthenticator({ origin })
    await add(phone, device)
    const door = server.browser()
    const first = await challenge(door, '/api/sign-in/passkey/challenge')
    const answer = device.answer(first)
    expect((await post(server.browser(), '/api/sign-in/passkey', { answer })).status).toBe(401)
    expect((await post(door, '/api/sign-in/passkey', { answer })).status).toBe(200)
    expect((await post(door, '/api/sign-in/passkey', { answer })).status).toBe(401) // used up
    const asked = await challenge(door, '/api/sign-in/passkey/challenge')
    const headers = { origin: 'https://evil.example' }
    const body = { answer: device.answer(asked) }
    const elsewhere = await door.request('POST', '/api/sign-in/passkey', body, headers)
    expect(elsewhere.status).toBe(401)
  })

  test('a passkey on a shared computer is for the day, and its cookie goes with the browser', async () => {
    const phone = await server.signIn('carla@harbourloft.example')
    const device = makeAuthenticator({ origin })
    await add(phone, device)
    const shared = server.browser()
    const asked = await challenge(shared, '/api/sign-in/passkey/challenge')
    const body = { answer: device.answer(asked), isShared: true }
    const { headers } = await post(shared, '/api/sign-in/passkey', body)
    const cookie = headers.getSetCookie().find((one) => one.startsWith('s='))
    expect(cookie).toContain('HttpOnly')
    expect(cookie).not.toMatch(/Max-Age|Expires/)
    const listed = (await phone.get('/api/devices')).body['devices']
    expect(listed).toContainEqual(expect.objectContaining({ isShared: true }))
  })

  test('what is no answer of a browser is refused, whatever it is', async () => {
    const door = server.browser()
    for (const answer of [undefined, null, 7, 'x', {}, { id: 'x', response: {} }, []]) {
      await post(door, '/api/sign-in/passkey/challenge')
      expect((await post(door, '/api/sign-in/passkey', { answer })).status).toBe(401)
    }
  })
})
