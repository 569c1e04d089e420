import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/values/instant.ts'
import { sampleNow, startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'
import { onEachEngine, type TestDatabase } from '../storage/for-tests.ts'

const hana = 'hana@harbourloft.example'
const mara = 'mara@harbourloft.example'

onEachEngine('signing in', (makeDatabase) => {
  let database: TestDatabase
  let server: TestPortal
  beforeAll(async () => {
    database = await makeDatabase(sampleNow())
    server = await startTestPortal(database.settings)
  })
  afterAll(async () => {
    await server.remove()
    await database.remove()
  })

  test('[A-05] a member signs in with six digits that were mailed', async () => {
    const browser = await server.signIn(hana)
    expect((await browser.get('/api/me')).body).toMatchObject({ member: { id: 'mem_hana' } })
    expect(browser.device).toMatch(/^dev_/)
  })

  test('what is stored of a sign-in does not sign anybody in', async () => {
    const browser = await server.signIn(hana)
    const token = must(browser.cookie.split('=')[1]?.split('.')[0], 'a cookie was set')
    const storage = await database.open()
    const rows = await storage.read.selectFrom('auth_session').selectAll().execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
    for (const row of rows) expect(row.token).toMatch(/^[0-9a-f]{64}$/)
  })

  test('signing out ends the sign-in for whoever still holds its cookie', async () => {
    const browser = await server.signIn(hana)
    const copy = server.browser()
    copy.cookie = browser.cookie
    const answer = await browser.post('/api/sign-out')
    expect(answer.headers.get('clear-site-data')).toBe('"cookies", "storage"')
    expect((await copy.get('/api/me')).status).toBe(401)
  })
})

let server: TestPortal
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  server = await startTestPortal()
})
afterEach(async () => {
  vi.useRealTimers()
  await server.remove()
})

function later(ms: number): void {
  vi.setSystemTime(Date.now() + ms)
}

async function codeFor(browser: TestBrowser, email: string): Promise<string> {
  await browser.post('/api/sign-in/code', { email })
  return String((await browser.post('/api/sample/code', { email })).body['code'])
}

function otherThan(code: string): string {
  return code === '111111' ? '222222' : '111111'
}

test('nobody can tell from the answer who is a member, and others get no mail', async () => {
  const browser = server.browser()
  const known = await browser.post('/api/sign-in/code', { email: hana })
  const unknown = await browser.post('/api/sign-in/code', { email: 'nobody@else.example' })
  expect(unknown.status).toBe(known.status)
  expect(unknown.text).toBe(known.text)
  const wrong = await browser.post('/api/sign-in', { email: hana, code: '000000' })
  const none = await browser.post('/api/sign-in', { email: 'nobody@else.example', code: '000000' })
  expect(none.status).toBe(wrong.status)
  expect(none.text).toBe(wrong.text)
  const mails = () => readdirSync(join(server.folder, 'mail'))
  await vi.waitUntil(() => mails().length > 0)
  expect(mails()).toEqual([expect.stringContaining('hana')])
})

test('[A-05] opening the mailed link uses nothing up', async () => {
  const browser = server.browser()
  const code = await codeFor(browser, hana)
  for (const method of ['GET', 'HEAD']) {
    const page = await browser.request(method, '/sign-in', undefined, { accept: 'text/html' })
    expect(page.headers.getSetCookie()).toEqual([])
  }
  expect((await browser.post('/api/sign-in', { email: hana, code })).status).toBe(200)
})

test('a code works once', async () => {
  const browser = server.browser()
  const code = await codeFor(browser, hana)
  expect((await browser.post('/api/sign-in', { email: hana, code })).status).toBe(200)
  const again = await server.browser().post('/api/sign-in', { email: hana, code })
  expect(again.body).toMatchObject({ error: { code: 'wrong-code' } })
})

test('a code is for the address it was mailed to', async () => {
  const browser = server.browser()
  const code = await codeFor(browser, hana)
  await browser.post('/api/sign-in/code', { email: mara })
  expect((await browser.post('/api/sign-in', { email: mara, code })).status).toBe(401)
})

test('after five wrong tries the right code is refused, and a new one works', async () => {
  const browser = server.browser()
  const code = await codeFor(browser, hana)
  for (let tries = 0; tries < 5; tries += 1) {
    await browser.post('/api/sign-in', { email: hana, code: otherThan(code) })
  }
  expect((await browser.post('/api/sign-in', { email: hana, code })).status).toBe(401)
  const fresh = await codeFor(browser, hana)
  expect((await browser.post('/api/sign-in', { email: hana, code: fresh })).status).toBe(200)
})

test('five tries at the same moment are not more than five', async () => {
  const browser = server.browser()
  const code = await codeFor(browser, hana)
  const wrong = otherThan(code)
  await Promise.all(
    Array.from({ length: 20 }, () => browser.post('/api/sign-in', { email: hana, code: wrong })),
  )
  expect((await browser.post('/api/sign-in', { email: hana, code })).status).toBe(401)
})

test('a code is refused after ten minutes', async () => {
  const browser = server.browser()
  const code = await codeFor(browser, hana)
  later(10 * MINUTE_MS + 1_000)
  expect((await browser.post('/api/sign-in', { email: hana, code })).status).toBe(401)
})

test('one address is mailed five codes in ten minutes, and others go on', async () => {
  const browser = server.browser()
  for (let count = 0; count < 5; count += 1) await codeFor(browser, hana)
  expect((await browser.post('/api/sign-in/code', { email: hana })).status).toBe(429)
  expect((await browser.post('/api/sign-in/code', { email: mara })).status).toBe(200)
  later(10 * MINUTE_MS + 1)
  expect((await browser.post('/api/sign-in/code', { email: hana })).status).toBe(200)
})

test('thirty wrong codes an hour close the door to an address, whatever it says of itself', async () => {
  const browser = server.browser()
  const guess = (from: string) =>
    browser.request(
      'POST',
      '/api/sign-in',
      { email: hana, code: '000000' },
      {
        'x-forwarded-for': from,
      },
    )
  for (let count = 0; count < 30; count += 1) {
    expect((await guess(`10.0.0.${count}`)).status).toBe(401)
  }
  expect((await guess('10.0.0.99')).status).toBe(429)
  later(HOUR_MS + 1)
  expect((await guess('10.0.0.99')).status).toBe(401)
})

test('right codes do not count as wrong ones', async () => {
  for (let count = 0; count < 40; count += 1) {
    await server.signIn(hana)
    later(3 * MINUTE_MS)
  }
  expect((await server.signIn(hana)).cookie).not.toBe('')
})

test('behind a proxy of ours each address has its own count', async () => {
  const proxied = await startTestPortal({ TRUST_PROXY: '1' })
  const browser = proxied.browser()
  const guess = (from: string) =>
    browser.request(
      'POST',
      '/api/sign-in',
      { email: hana, code: '000000' },
      {
        'x-forwarded-for': `1.2.3.4, ${from}`,
      },
    )
  for (let count = 0; count < 31; count += 1) await guess('10.0.0.1')
  expect((await guess('10.0.0.1')).status).toBe(429)
  expect((await guess('10.0.0.2')).status).toBe(401)
  await proxied.remove()
})

test('each sign-in is a new one, and the one it replaces in the same browser is over', async () => {
  const browser = await server.signIn(hana)
  const before = browser.cookie
  const code = await codeFor(browser, hana)
  await browser.post('/api/sign-in', { email: hana, code })
  expect(browser.cookie).not.toBe(before)
  const copy = server.browser()
  copy.cookie = before
  expect((await copy.get('/api/me')).status).toBe(401)
})

test('a member may be away for thirty days, staff for twelve hours', async () => {
  const member = await server.signIn(hana)
  const staff = await server.signIn(mara)
  later(12 * HOUR_MS - MINUTE_MS)
  expect((await staff.get('/api/me')).status).toBe(200)
  later(12 * HOUR_MS + MINUTE_MS)
  expect((await staff.get('/api/me')).status).toBe(401)
  expect((await member.get('/api/me')).status).toBe(200)
  later(30 * DAY_MS - MINUTE_MS)
  expect((await member.get('/api/me')).status).toBe(200)
  later(30 * DAY_MS + MINUTE_MS)
  expect((await member.get('/api/me')).status).toBe(401)
})

test('a member signs in again after ninety days, staff after seven, however often they come', async () => {
  const member = await server.signIn(hana)
  const staff = await server.signIn(mara)
  const began = Date.now()
  const ends = new Map<TestBrowser, number>()
  while (ends.size < 2) {
    later(6 * HOUR_MS)
    for (const browser of [member, staff]) {
      const isOver = (await browser.get('/api/me')).status === 401
      if (isOver && !ends.has(browser)) ends.set(browser, (Date.now() - began) / DAY_MS)
    }
  }
  expect(ends.get(staff)).toBeCloseTo(7.25)
  expect(ends.get(member)).toBeCloseTo(90.25)
})

test('on loopback the cookie is plain, HttpOnly and for this site alone', async () => {
  const browser = server.browser()
  const code = await codeFor(browser, hana)
  const answer = await browser.post('/api/sign-in', { email: hana, code })
  const [cookie = ''] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^s=/)
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Lax')
  expect(cookie).toContain('Path=/')
  expect(cookie).not.toContain('Domain')
})

test('a sign-in survives a restart', async () => {
  const browser = await server.signIn(hana)
  await server.restart()
  expect((await browser.get('/api/me')).status).toBe(200)
})
