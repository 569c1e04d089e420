import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'
import { securityHeaders } from './security-headers.ts'

let server: TestPortal
let browser: TestBrowser
beforeAll(async () => {
  server = await startTestPortal()
  browser = await server.signIn('hana@harbourloft.example')
})
afterAll(() => server.remove())

const page = { accept: 'text/html' }

test('the health of the portal names its version, wire, storage and time-zone data', async () => {
  const { status, body } = await browser.get('/healthz')
  expect(status).toBe(200)
  expect(body).toEqual({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    wire: 1,
    storage: 'sqlite',
    tzdata: expect.stringMatching(/^20\d\d[a-z]$/),
    payments: 'emulator',
  })
})

test('every answer carries the same headers, whatever it answers', async () => {
  const answers = [
    await browser.get('/healthz'),
    await browser.get('/api/me'),
    await server.browser().get('/api/me'),
    await browser.get('/api/nothing'),
    await browser.get('/assets/nothing.js'),
    await browser.get('/%E0%A4%A'),
    await browser.request('GET', '/', undefined, page),
    await browser.request('GET', '/', undefined, { host: 'evil.example' }),
    await browser.request('POST', '/api/sign-out', {}, { 'x-app': '' }),
    await browser.post('/api/intents', 'not json'),
    await browser.request('DELETE', '/api/devices/dev_nobody'),
    await browser.request('OPTIONS', '/api/me'),
  ]
  for (const [name, value] of securityHeaders(null)) {
    for (const answer of answers) expect(answer.headers.get(name), name).toBe(value)
  }
})

test('the policy lets the page reach this portal alone, and never runs text as code', () => {
  const policy = securityHeaders(new URL('https://portal.example')).get('Content-Security-Policy')
  expect(policy).toContain("connect-src 'self' wss://portal.example;")
  expect(policy).toContain('upgrade-insecure-requests')
  expect(policy).not.toMatch(/unsafe|\*/)
  const loopback = securityHeaders(new URL('http://localhost:8080'))
  expect(loopback.get('Content-Security-Policy')).toContain('ws://localhost:8080;')
  expect(loopback.has('Strict-Transport-Security')).toBe(false)
})

test('nothing that an interface answers is kept by a cache', async () => {
  for (const path of ['/api/me', '/api/devices', '/api/nothing', '/api/sample']) {
    expect((await browser.get(path)).headers.get('cache-control')).toBe('no-store')
  }
})

test('a foreign name that was pointed at this machine reaches nothing', async () => {
  const ask = (host: string) =>
    new Promise<number>((resolve, reject) => {
      const { port } = server.portal
      const sent = request({ host: '127.0.0.1', port, path: '/api/sample', headers: { host } })
      sent.once('response', (response) => resolve(response.resume().statusCode ?? 0))
      sent.once('error', reject)
      sent.end()
    })
  const { port } = server.portal
  expect(await ask(`localhost:${port}`)).toBe(200)
  expect(await ask(`127.0.0.1:${port}`)).toBe(200)
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    'localhost',
    `localhost.evil:${port}`,
  ]) {
    expect(await ask(host), host).toBe(421)
  }
})

test('what a page of another site can send is refused', async () => {
  const forms: readonly object[] = [
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'multipart/form-data' },
    { 'x-app': '' },
    { 'content-type': 'text/plain', 'x-http-method-override': 'DELETE' },
  ]
  for (const headers of forms) {
    const answer = await browser.request('POST', '/api/sign-out', '{}', headers)
    expect(answer.status).toBe(403)
  }
  expect((await browser.get('/api/me')).status).toBe(200)
})

test('no other site is told that it may read', async () => {
  const answer = await browser.request('OPTIONS', '/api/me', undefined, {
    origin: 'https://evil.example',
    'access-control-request-method': 'POST',
  })
  for (const name of answer.headers.keys()) expect(name).not.toMatch(/^access-control/)
})

test('a method says what it is: nothing overrides it, and a read by HEAD has no body', async () => {
  const override = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' }
  const path = `/api/devices/${browser.device}`
  expect((await browser.request('POST', path, {}, override)).status).toBe(404)
  expect((await browser.request('GET', `${path}?_method=DELETE`)).status).toBe(404)
  const head = await browser.request('HEAD', '/api/me')
  expect(head.status).toBe(200)
  expect(head.text).toBe('')
  expect((await browser.request('PUT', '/api/me', {})).status).toBe(404)
})

test('whatever is not there answers the same', async () => {
  const nothing = await browser.get('/api/nothing')
  expect(nothing.status).toBe(404)
  for (const path of [
    '/api/',
    '/api/plans/flr_none/1',
    '/api/plans/flr_loft/99',
    '/api/%2e%2e/x.js',
  ]) {
    expect((await browser.get(path)).text, path).toBe(nothing.text)
  }
  const file = await browser.get('/nothing.js')
  expect(file.status).toBe(404)
  expect(file.text).toBe(nothing.text)
})

test('a path that is no text, or leads out of the build, finds nothing', async () => {
  for (const path of [
    '/%E0%A4%A',
    '/%00',
    '/..%2fpackage.json',
    '/assets/..%2f..%2fpackage.json',
  ]) {
    expect((await browser.get(path)).status, path).toBe(404)
  }
})

test('no address sends a browser somewhere else', async () => {
  for (const path of ['/sign-in?next=//evil.example', '//evil.example', '/\\evil.example']) {
    const answer = await browser.request('GET', path, undefined, page)
    expect(answer.status).not.toBeGreaterThanOrEqual(500)
    expect(answer.headers.get('location')).toBeNull()
  }
})

test('a body beyond 64 kB is not read to its end, whatever length it states', async () => {
  const { port } = server.portal
  const sent = await new Promise<{ status: number; bytes: number }>((resolve, reject) => {
    let bytes = 0
    const part = Buffer.alloc(16_000, 'a')
    const asked = request({
      host: '127.0.0.1',
      port,
      path: '/api/sign-in/code',
      method: 'POST',
      headers: {
        host: `127.0.0.1:${port}`,
        'content-type': 'application/json',
        'x-app': '1',
        'transfer-encoding': 'chunked',
      },
    })
    asked.once('response', (response) =>
      resolve({ status: response.resume().statusCode ?? 0, bytes }),
    )
    asked.once('error', reject)
    const pump = () => {
      if (bytes > 40_000_000 || asked.destroyed) return
      bytes += part.byteLength
      if (asked.write(part)) setImmediate(pump)
      else asked.once('drain', pump)
    }
    pump()
  })
  expect(sent.status).toBe(400)
  expect(sent.bytes).toBeLessThan(20_000_000)
})
