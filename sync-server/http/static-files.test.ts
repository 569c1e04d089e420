import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveBuild } from './static-files.ts'

let folder: string
const app = new Hono()
const script = 'export const desks = 40\n'.repeat(100)
const shell = '<!doctype html><title>Portal</title>'

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), shell)
  writeFileSync(join(folder, 'assets/book-1.js'), script)
  writeFileSync(join(folder, 'assets/book-1.js.br'), brotliCompressSync(script))
  writeFileSync(join(folder, 'assets/book-1.js.gz'), gzipSync(script))
  serveBuild(app, folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ask = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

test.for([
  ['br, gzip', 'br', brotliCompressSync(script)],
  ['gzip, deflate', 'gzip', gzipSync(script)],
  ['br;q=0, gzip;q=0.5', 'gzip', gzipSync(script)],
  ['zstd', null, Buffer.from(script)],
] as const)('who reads %s gets the script as %s', async ([reads, encoding, bytes]) => {
  const answer = await ask('/assets/book-1.js', { 'accept-encoding': reads })
  expect(answer.headers.get('content-encoding')).toBe(encoding)
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(answer.headers.get('vary')).toBe('Accept-Encoding')
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
})

test('what was too small to be packed comes as it is', async () => {
  const answer = await ask('/', { accept: 'text/html', 'accept-encoding': 'br' })
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await answer.text()).toBe(shell)
})

test('what a device has already is not sent to it again', async () => {
  const first = await ask('/', { accept: 'text/html' })
  const again = await ask('/', { 'if-none-match': first.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
})

test('a page answers a browser, a watchdog and the preview of a link; a file that is not there answers nobody', async () => {
  for (const headers of [{ accept: 'text/html,*/*;q=0.8' }, { accept: '*/*' }, {}]) {
    for (const path of ['/', '/bookings', '/join/abc']) {
      const page = await ask(path, headers)
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    }
    expect((await app.request('/', { method: 'HEAD', headers })).status).toBe(200)
  }
  expect((await ask('/assets/gone-2.js', { accept: '*/*' })).status).toBe(404)
  expect((await ask('/bookings', { accept: 'application/json' })).status).toBe(404)
})

test('nothing that the build packed is had under its own name', async () => {
  expect((await ask('/assets/book-1.js.br')).status).toBe(404)
})
