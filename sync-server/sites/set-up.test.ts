import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { usualGuests } from '../../domain/sites/guest-settings.ts'
import { usualNews } from '../../domain/sites/news-settings.ts'
import { must } from '../../domain/values/assert.ts'
import { makeSetUpToken } from '../auth/set-up-token.ts'
import { makeUlid, systemNow } from '../environment.ts'
import { environmentOf, startTestPortal, type TestPortal } from '../for-tests.ts'
import { startPortal } from '../main.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { claimSpace } from './claim-space.ts'

/** A mail server that keeps what it is given. */
const mails: { subject: string; text: string; to: string }[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, session, done) => {
    simpleParser(stream).then((mail) => {
      const to = session.envelope.rcptTo.map((one) => one.address).join()
      mails.push({ subject: mail.subject ?? '', text: mail.text ?? '', to })
      done()
    }, done)
  },
})
let outside: Record<string, string> = {}
beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const address = must(smtp.server.address(), 'it listens')
  const port = typeof address === 'string' ? 0 : address.port
  outside = { PUBLIC_URL: 'https://portal.example', SMTP_URL: `smtp://127.0.0.1:${port}` }
})
afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())))

let server: TestPortal
beforeEach(async () => {
  mails.length = 0
  server = await startTestPortal(outside)
})
afterEach(() => server.remove())

function claim(more: object = {}): object {
  return {
    token: server.portal.setUpToken,
    ownerName: 'Ada Marsh',
    ownerEmail: 'Ada@Marsh.example',
    spaceName: 'Marsh Works',
    zone: 'Europe/Lisbon',
    currency: 'EUR',
    takesSampleFloor: false,
    ...more,
  }
}

async function signInByMail(email: string) {
  const browser = server.browser()
  await browser.post('/api/sign-in/code', { email })
  await vi.waitUntil(() => mails.length > 0, { timeout: 10_000 })
  const code = /\d{6}/.exec(must(mails.at(-1), 'a mail came').subject)?.[0]
  return { browser, answer: await browser.post('/api/sign-in', { email, code }) }
}

test('an empty portal is claimed once, by the token from its terminal', async () => {
  expect((await server.browser().post('/api/set-up', claim())).status).toBe(200)
  const again = await server.browser().post('/api/set-up', claim())
  expect(again.status).toBe(404)
})

test('a token of at least 160 bits is asked for, and only its hash is kept', async () => {
  const token = must(server.portal.setUpToken, 'it is unclaimed')
  expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(160)
  const wrong = await server.browser().post('/api/set-up', claim({ token: `${token}x` }))
  expect(wrong.body).toMatchObject({ error: { code: 'wrong-token' } })
})

test('a new start makes a new token, and the old one is worthless', async () => {
  const old = server.portal.setUpToken
  await server.restart()
  expect((await server.browser().post('/api/set-up', claim({ token: old }))).status).toBe(403)
  expect((await server.browser().post('/api/set-up', claim())).status).toBe(200)
  await server.restart()
  expect(server.portal.setUpToken).toBeNull()
})

test('the owner signs in by mail and holds the space', async () => {
  await server.browser().post('/api/set-up', claim())
  const { browser, answer } = await signInByMail('ada@marsh.example')
  expect(answer.body).toMatchObject({ member: { name: 'Ada Marsh', role: 'owner' } })
  const cookie = answer.headers.getSetCookie().join()
  expect(cookie).toMatch(/^__Host-s=/)
  expect(cookie).toContain('Secure')
  expect((await browser.get('/api/me')).status).toBe(200)
  expect(mails.at(-1)?.text).toContain('https://portal.example/sign-in#')
})

test("the sample's floor can be the start, without its people and bookings", async () => {
  await server.browser().post('/api/set-up', claim({ takesSampleFloor: true }))
  const { browser } = await signInByMail('ada@marsh.example')
  const { member } = (await browser.get('/api/me')).body as { member: { siteIds: string[] } }
  const { body: key } = await browser.post('/api/read-keys', { name: 'test' })
  expect(member.siteIds).toHaveLength(1)
  expect(key['key']).toBeTypeOf('string')
  expect((await browser.get('/api/plans/flr_loft/1')).status).toBe(200)
  const { status } = await server
    .browser()
    .post('/api/sign-in/code', { email: 'hana@harbourloft.example' })
  expect(status).toBe(200)
  expect(mails.map((mail) => mail.to)).toEqual(['ada@marsh.example'])
})

test('what is wrong with a claim is said, and nothing is made', async () => {
  const wrong: readonly (readonly [object, RegExp])[] = [
    [{ ownerName: ' ' }, /your name/],
    [{ ownerEmail: 'ada' }, /e-mail/],
    [{ spaceName: '' }, /space is called/],
    [{ address: 'Long Lane '.repeat(30) }, /address is too long/],
    [{ zone: 'Mars/Olympus' }, /time zone/],
    [{ zone: '+02:00' }, /time zone/],
    [{ currency: 'euro' }, /currency/],
    [{ token: '' }, /link/],
  ]
  for (const [more, sentence] of wrong) {
    const answer = await server.browser().post('/api/set-up', claim(more))
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(sentence)
  }
  expect((await server.browser().post('/api/set-up', claim())).status).toBe(200)
})

test('until it is claimed it is served on this machine only, then everywhere, without a restart', async () => {
  const { port } = server.portal
  const outer = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address
  const isReachable = (host: string) =>
    fetch(`http://${host}:${port}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
  expect(await isReachable('127.0.0.1')).toBe(true)
  if (outer !== undefined) expect(await isReachable(outer)).toBe(false)
  await server.browser().post('/api/set-up', claim())
  await vi.waitUntil(() => isReachable(outer ?? '127.0.0.1'), { timeout: 10_000 })
  expect(await isReachable('127.0.0.1')).toBe(true)
})

test('the sample is neither served to the world nor written over a real space', async () => {
  await server.browser().post('/api/set-up', claim())
  await server.portal.close()
  await expect(
    startPortal(environmentOf({ PORT: '0', PORTAL_DATA: server.folder })),
  ).rejects.toThrow('This data holds a real space.')
  const sample = mkdtempSync(join(tmpdir(), 'portal-test-'))
  const first = await startPortal(environmentOf({ PORT: '0', PORTAL_DATA: sample }))
  await first.close()
  const settings = { PORT: '0', PORTAL_DATA: sample, ...outside }
  await expect(startPortal(environmentOf(settings))).rejects.toThrow(
    'This data holds the sample space',
  )
})

test('a port that is taken is said in one sentence, and the folder is free again', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = must(other.address(), 'it listens')
  const port = String(typeof address === 'string' ? 0 : address.port)
  const folder = mkdtempSync(join(tmpdir(), 'portal-test-'))
  const settings = { PORTAL_DATA: folder }
  await expect(startPortal(environmentOf({ ...settings, PORT: port }))).rejects.toThrow(
    `Port ${port} is taken by another program. Stop it, or set PORT to another.`,
  )
  const portal = await startPortal(environmentOf({ ...settings, PORT: '0' }))
  await portal.close()
  await new Promise((resolve) => other.close(resolve))
})

onEachEngine('claiming', (makeDatabase) => {
  test('of ten claims at once one wins', async () => {
    const database = await makeDatabase()
    const storage = await database.open()
    const token = await makeSetUpToken(storage)
    const claim = {
      token,
      ownerName: 'Ada Marsh',
      spaceName: 'Marsh Works',
      address: 'Rua do Cais 4, Lisboa',
      zone: 'Europe/Lisbon',
      currency: 'EUR',
      takesSampleFloor: true,
    }
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        claimSpace(
          storage,
          { ...claim, ownerEmail: `ada-${index}@marsh.example` },
          { now: systemNow, makeUlid },
        ),
      ),
    )
    expect(answers.filter((answer) => answer === 'claimed')).toHaveLength(1)
    const owners = await storage.read.selectFrom('member').select('email').execute()
    expect(owners).toHaveLength(1)
    const sites = await storage.read.selectFrom('site').select('body').execute()
    expect(sites.map(({ body }) => JSON.parse(body))).toMatchObject([
      { name: 'Marsh Works', address: claim.address, zone: claim.zone },
    ])
    const site = sites[0]?.body ?? ''
    expect(JSON.parse(site)).toMatchObject({
      billing: { startsOn: null, company: { name: '', taxId: '' }, taxRates: [] },
      ...{ news: usualNews, guests: usualGuests, houseRules: [] },
    })
    expect(site).not.toContain('Harbour')
    await database.remove()
  })
})
