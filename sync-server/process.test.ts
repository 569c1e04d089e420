/** The real server as processes: one per folder, killed at any moment, asked to end, out of space. Nothing acknowledged may be lost. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { choiceAt } from '../domain/bookings/wishes/choice.ts'
import { must } from '../domain/values/assert.ts'
import { toId } from '../domain/values/ids.ts'
import { DAY_MS, toInstant } from '../domain/values/instant.ts'
import { toInterval } from '../domain/values/interval.ts'
import { addDays, weekdayOf } from '../domain/values/local-date.ts'
import { instantOf, toWallTime } from '../domain/values/zone.ts'
import { type Answer, makeBrowser, type TestBrowser } from './for-tests.ts'
import { onEachEngine } from './storage/for-tests.ts'
import { invariants } from './storage/invariants.ts'
import { loadCatalogue } from './storage/load-catalogue.ts'
import { openSqlite } from './storage/sqlite.ts'
import { openStorage, type Storage } from './storage/storage.ts'

const entry = fileURLToPath(new URL('main.ts', import.meta.url))
const site = toId('site', 'sit_harbour-loft')
const children = new Set<ChildProcess>()
const folders: string[] = []
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

interface Started {
  readonly child: ChildProcess
  /** Where it listens; rejects with what it said when it ended instead. */
  readonly url: Promise<string>
  /** Code or signal it ended with. */
  readonly ended: Promise<number | string | null>
  said(): string
}

function start(settings: Readonly<Record<string, string>>, blocks?: number): Started {
  const limit = blocks === undefined ? '' : `ulimit -f ${blocks}; `
  const command = `${limit}exec "${process.execPath}" "${entry}"`
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', PORT: '0' },
    NODE_COMPILE_CACHE: join(tmpdir(), 'compiled'), // as `npm start` keeps it
    ...settings,
  }
  const child = spawn('sh', ['-c', command], { env })
  children.add(child)
  let said = ''
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => {
      children.delete(child)
      resolve(signal ?? code)
    }),
  )
  const url = new Promise<string>((resolve, reject) => {
    const take = (part: Buffer) => {
      said += part.toString()
      const found = /The portal is at (\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found.replace('localhost', '127.0.0.1'))
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    void ended.then(() => reject(new Error(said)))
  })
  url.catch(() => undefined) // asked for where it matters
  return { child, url, ended, said: () => said }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-process-'))
  folders.push(folder)
  return folder
}

async function signIn(browser: TestBrowser): Promise<void> {
  const email = 'hana@harbourloft.example'
  await browser.post('/api/sign-in/code', { email })
  const { code } = (await browser.post('/api/sample/code', { email })).body
  const { status } = await browser.post('/api/sign-in', { email, code })
  if (status !== 200) throw new Error(`not signed in: ${status}`)
}

/** A file may have half a megabyte: the write-ahead log reaches it after some wishes. In units of 512 bytes. */
const FILE_BLOCKS_MAX = 1_000

async function urlOf(server: Started): Promise<() => string> {
  const url = await server.url
  return () => url
}

test('[MODE-01] a live key on an address without https ends the start in words, and nothing is written', async () => {
  const [folder, key] = [join(newFolder(), 'data'), 'sk_live_0123456789abcdef']
  const settings = { PUBLIC_URL: 'http://localhost:1', SMTP_URL: 'smtp://localhost:1' }
  const { ended, said } = start({ STRIPE_SECRET_KEY: key, PORTAL_DATA: folder, ...settings })
  expect([await ended, existsSync(folder), said().includes(key)]).toEqual([1, false, false])
  expect(said()).toContain('is a live key: it needs a PUBLIC_URL that begins with https://')
})

let seq = 0

/** Wishes for desks of a quiet day, an hour each; most are booked, some meet another. */
async function wishesFor(storage: Storage): Promise<() => { id: string }> {
  const catalogue = must(await loadCatalogue(storage.read, site), 'the sample is there')
  let date = addDays(toWallTime(catalogue.zone, toInstant(Date.now())).date, 21)
  while (weekdayOf(date) > 5) date = addDays(date, 1)
  return () => {
    seq += 1
    const from = 480 + (Math.floor(seq / 20) % 10) * 60
    const at = (minute: number) => instantOf(catalogue.zone, { date, minute })
    const desk = toId('resource', `res_desk-${11 + (seq % 20)}`)
    const madeAt = Date.now()
    return {
      v: 1,
      id: `bki_kill-${process.pid}-${seq}`,
      kind: 'booking.request',
      device: 'dev_test',
      seq,
      madeAt,
      heardAt: null,
      deadlineAt: madeAt + 60 * DAY_MS,
      body: {
        siteId: site,
        choice: choiceAt(catalogue, desk, toInterval(at(from), at(from + 60))),
        fallbacks: [],
        takeNearest: false,
        people: 1,
        note: '',
        quote: { amountMinor: 100_000, currency: 'EUR' },
        ceiling: null,
      },
    }
  }
}

/** Sends wishes one after the other until the server is gone; keeps each answer that came. */
async function sendUntilGone(
  browser: TestBrowser,
  wish: () => { id: string },
  answered: Map<string, { wish: object; text: string }>,
): Promise<void> {
  for (;;) {
    const next = wish()
    try {
      const answer = await browser.post('/api/intents', next)
      if (answer.status === 200) answered.set(next.id, { wish: next, text: answer.text })
    } catch {
      return // the server was killed under this request
    }
  }
}

onEachEngine('a server', (makeDatabase) => {
  test('killed five times under traffic it loses nothing that it answered', async () => {
    const database = await makeDatabase()
    const settings = { PORTAL_DATA: newFolder(), ...database.settings }
    let url = ''
    const browsers = Array.from({ length: 4 }, () => makeBrowser(() => url))
    const answered = new Map<string, { wish: object; text: string }>()
    let wish: (() => { id: string }) | null = null
    for (let kills = 0; kills < 5; kills += 1) {
      const server = start(settings)
      url = await server.url
      const [first] = browsers
      if (first !== undefined && first.cookie === '') await signIn(first)
      for (const browser of browsers) browser.cookie = first?.cookie ?? ''
      for (const [id, { wish: sent, text }] of [...answered].slice(-20)) {
        expect((await browsers[0]?.post('/api/intents', sent))?.text, id).toBe(text)
      }
      wish ??= await wishesFor(await database.open())
      const [from, next] = [answered.size, wish]
      const traffic = browsers.map((browser) => sendUntilGone(browser, next, answered))
      // At another point of the traffic each time: after the first answer, the third, the sixth …
      await expect
        .poll(() => answered.size - from, { timeout: 30_000, interval: 1 })
        .toBeGreaterThan(kills * 2)
      server.child.kill('SIGKILL')
      expect(await server.ended).toBe('SIGKILL')
      await Promise.all(traffic)
    }
    const storage = await database.open()
    for (const [id, { text }] of answered) {
      const row = await storage.read
        .selectFrom('intent')
        .select('settled')
        .where('id', '=', id)
        .executeTakeFirst()
      expect(row?.settled, id).toBe(text)
    }
    for (const check of invariants) {
      expect(await check.violations(storage.read), check.title).toEqual([])
    }
    await database.remove()
  }, 300_000)
})

test('killed at any moment of its first start, it starts the next time', async () => {
  const settings = { PORTAL_DATA: newFolder() }
  const written = () => {
    const path = join(settings.PORTAL_DATA, 'portal.sqlite-wal')
    return existsSync(path) ? statSync(path).size : -1
  }
  for (const bytes of [0, 50_000, 400_000]) {
    const early = start(settings)
    const isFar = () => written() >= bytes || early.said().includes('The portal is at')
    await expect.poll(isFar, { timeout: 30_000, interval: 1 }).toBe(true)
    early.child.kill('SIGKILL')
    expect(await early.ended).toBe('SIGKILL')
  }
  const server = start(settings)
  const browser = makeBrowser(await urlOf(server))
  await signIn(browser)
  expect((await browser.get('/api/me')).status).toBe(200)
}, 120_000)

test('a second server on the same folder ends at once with a sentence, and the first goes on', async () => {
  const settings = { PORTAL_DATA: newFolder() }
  const first = start(settings)
  const browser = makeBrowser(await urlOf(first))
  const second = start(settings)
  expect(await second.ended).toBe(1)
  expect(second.said().trim()).toBe(
    `Another server (process ${first.child.pid}) is using the data folder ${settings.PORTAL_DATA}. Stop it first, or set PORTAL_DATA to another folder.`,
  )
  await signIn(browser)
  expect((await browser.get('/api/me')).status).toBe(200)
}, 60_000)

test('a setting that is wrong ends it with that sentence', async () => {
  const server = start({ PORTAL_DATA: newFolder(), PORTAL_COLOUR: 'red' })
  expect(await server.ended).toBe(1)
  expect(server.said().trim()).toBe(
    'PORTAL_COLOUR is not a setting of the portal. Known are: PORTAL_DATA, PORTAL_DEMO_PAYMENTS.',
  )
})

test('asked to end under traffic, it answers who is inside and ends in five seconds', async () => {
  const settings = { PORTAL_DATA: newFolder() }
  const server = start(settings)
  const browser = makeBrowser(await urlOf(server))
  await signIn(browser)
  const storage = await openStorage(openSqlite(settings.PORTAL_DATA))
  const wish = await wishesFor(storage)
  const answered = new Map<string, { wish: object; text: string }>()
  const traffic = Array.from({ length: 4 }, () => sendUntilGone(browser, wish, answered))
  await expect.poll(() => answered.size, { timeout: 30_000 }).toBeGreaterThan(5)
  const began = performance.now()
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  expect(performance.now() - began).toBeLessThan(5_000)
  await Promise.all(traffic)
  const waiting = await storage.read
    .selectFrom('intent')
    .select('id')
    .where('settled_at', 'is', null)
    .execute()
  expect(waiting).toEqual([])
  await storage.close()
}, 60_000)

test('without space it says so, decides nothing, goes on reading, and is whole the next time', async () => {
  const settings = { PORTAL_DATA: newFolder() }
  const first = start(settings)
  const browser = makeBrowser(await urlOf(first))
  await signIn(browser)
  first.child.kill('SIGTERM')
  await first.ended
  const storage = await openStorage(openSqlite(settings.PORTAL_DATA))
  const wish = await wishesFor(storage)
  await storage.close()

  const cramped = start(settings, FILE_BLOCKS_MAX)
  const member = makeBrowser(await urlOf(cramped))
  member.cookie = browser.cookie
  const answered: { wish: object; text: string }[] = []
  let last: { wish: object; answer: Answer } | null = null
  while (last === null) {
    const next = wish()
    const answer = await member.post('/api/intents', next)
    if (answer.status === 200) answered.push({ wish: next, text: answer.text })
    else last = { wish: next, answer }
  }
  // Refused whole, or kept and not decided: whichever of the two no longer found space.
  expect(['not-stored', 'waiting']).toContain((last.answer.body['error'] as { code: string }).code)
  expect((await member.get('/api/me')).status).toBe(200)
  expect((await member.get('/healthz')).body).toMatchObject({ status: 'read-only' })
  cramped.child.kill('SIGKILL')
  await cramped.ended

  const roomy = start(settings)
  const again = makeBrowser(await urlOf(roomy))
  again.cookie = browser.cookie
  for (const { wish: sent, text } of answered) {
    expect((await again.post('/api/intents', sent)).text).toBe(text)
  }
  expect((await again.post('/api/intents', last.wish)).status).toBe(200)
  expect((await again.post('/api/intents', wish())).status).toBe(200)
}, 120_000)
