/** A real portal in this process, on a port of its own and a folder of its own, and people who talk to it as a browser would. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HOUR_MS } from '../domain/values/instant.ts'
import { type Environment, readEnvironment, systemClock } from './environment.ts'
import { type Portal, type PortalPorts, startPortal } from './main.ts'
import { seedSample } from './sites/sample.ts'
import { copyTemplate, type Template } from './storage/for-tests.ts'

export interface TestPortal {
  readonly portal: Portal
  readonly folder: string
  readonly log: string[]
  /** A browser of its own: it keeps its cookies and is what the app would be. */
  browser(): TestBrowser
  /** Signs in by the code that was mailed, in a new browser. Only in the sample. */
  signIn(email: string): Promise<TestBrowser>
  /** Stops and starts over on the same data. */
  restart(): Promise<void>
  remove(): Promise<void>
}

export interface TestBrowser {
  cookie: string
  /** Whose device it is, once signed in. */
  device: string
  request(method: string, path: string, body?: unknown, headers?: object): Promise<Answer>
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The object that came as JSON; empty for anything else. */
  readonly body: Readonly<Record<string, unknown>>
  readonly text: string
}

/** What the portal writes at the first start of a sample, written once an hour for all tests of a process. */
export function sampleNow(): Template {
  const now = systemClock.now()
  return {
    key: `the sample of the hour ${Math.floor(now / HOUR_MS)}`,
    fill: (storage) => seedSample(storage, now),
  }
}

/** Without settings it is the sample, on SQLite. */
export async function startTestPortal(
  settings: Readonly<Record<string, string>> = {},
  ports: Partial<PortalPorts> = {},
): Promise<TestPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-test-'))
  const log: string[] = []
  if (Object.keys(settings).length === 0) await copyTemplate(sampleNow(), folder)
  const environment = environmentOf({ PORT: '0', PORTAL_DATA: folder, ...settings })
  const start = () => startPortal(environment, { log: (line) => log.push(line), ...ports })
  let portal = await start()
  const browser = () => makeBrowser(() => `http://127.0.0.1:${portal.port}`)
  return {
    get portal() {
      return portal
    },
    folder,
    log,
    browser,
    signIn: async (email) => {
      const one = browser()
      await one.post('/api/sign-in/code', { email })
      const { body } = await one.post('/api/sample/code', { email })
      const answer = await one.post('/api/sign-in', { email, code: body['code'] })
      if (answer.status !== 200) throw new Error(`${email} was not signed in: ${answer.status}`)
      one.device = String(answer.body['device'])
      return one
    },
    restart: async () => {
      await portal.close()
      portal = await start()
    },
    remove: async () => {
      await portal.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function environmentOf(settings: Readonly<Record<string, string>>): Environment {
  const read = readEnvironment(settings)
  if (!read.ok) throw new Error(read.problem)
  return read.value
}

/** As it is: text, or the bytes of a file. */
function isSent(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array
}

/** What a browser sends from now on that was told to set or to forget a cookie. */
function withCookie(cookies: string, set: string): string {
  const [pair = ''] = set.split(';')
  const name = pair.split('=')[0] ?? ''
  const others = cookies.split('; ').filter((one) => one !== '' && !one.startsWith(`${name}=`))
  return [...others, ...(set.includes('Max-Age=0') ? [] : [pair])].join('; ')
}

export function makeBrowser(url: () => string): TestBrowser {
  const browser: TestBrowser = {
    cookie: '',
    device: '',
    request: async (method, path, body, headers = {}) => {
      const response = await fetch(`${url()}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          'x-app': '1',
          cookie: browser.cookie,
          ...headers,
        },
        ...(body === undefined ? {} : { body: isSent(body) ? body : JSON.stringify(body) }),
      })
      for (const set of response.headers.getSetCookie()) {
        browser.cookie = withCookie(browser.cookie, set)
      }
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json') === true
      const found: unknown = isJson && text !== '' ? JSON.parse(text) : {}
      return {
        status: response.status,
        headers: response.headers,
        body: found as Answer['body'], // every JSON answer of the portal is an object
        text,
      }
    },
    get: (path) => browser.request('GET', path),
    post: (path, body = {}) => browser.request('POST', path, body),
  }
  return browser
}
