/**
 * Every route that names something by its id, from the table of routes of the running portal, asked for what belongs to somebody else. A new
 * parameter without an entry here fails, so that a new route cannot be forgotten.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DepositAsk } from '../../domain/billing/deposits/deposit.ts'
import { must } from '../../domain/values/assert.ts'
import { firstMembershipId, toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, toLocalDate } from '../../domain/values/local-date.ts'
import { money } from '../../domain/values/money.ts'
import { startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'
import { writeDepositAsk } from '../settlement/write-deposits.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { openSqlite } from '../storage/sqlite.ts'
import { openStorage } from '../storage/storage.ts'

let server: TestPortal
let stranger: TestBrowser
/** By the name of a route's parameter: ids of others that exist, and one that nobody has. */
let ids: Readonly<Record<string, { readonly others: readonly string[]; readonly nobodys: string }>>

beforeAll(async () => {
  server = await startTestPortal()
  const owner = await server.signIn('mara@harbourloft.example')
  stranger = await server.signIn('dev@harbourloft.example')
  const key = await owner.post('/api/read-keys', { name: 'Lobby' })
  const screen = await owner.post('/api/screens/sit_harbour-loft', {
    ...{ name: 'Entrance', floorIds: ['flr_loft'], secondsPerFloor: 15, showsNames: false },
  })
  const books = await owner.request('GET', '/api/billing/sit_harbour-loft')
  const bill = /bil_[\w.-]+/.exec(books.text)?.[0] ?? ''
  await askHana(server.folder)
  ids = {
    deposit: { others: [DEPOSIT], nobodys: 'dep_nobody' },
    bill: { others: [bill], nobodys: 'bil_nobody' },
    booking: { others: ['bkg_pier-studio-0001'], nobodys: 'bkg_nobody' },
    device: { others: [owner.device], nobodys: 'dev_nobody' },
    screen: { others: [String(screen.body['id'])], nobodys: 'scr_nobody' },
    key: { others: [String(key.body['id'])], nobodys: 'rdk_nobody' },
    // Dev is a member of Harbour Loft alone.
    floor: { others: ['flr_pier'], nobodys: 'flr_none' },
    version: { others: ['1'], nobodys: '1' },
    // The address of a feed is itself the right to read it.
    feed: { others: ['feed.ics'], nobodys: 'nobodys.ics' },
    // The address of a page is itself the right to use it.
    session: { others: ['cs_emu_somebodys'], nobodys: 'cs_emu_nobodys' },
    hash: { others: ['a'.repeat(64)], nobodys: 'b'.repeat(64) },
    site: { others: ['sit_pier-studio'], nobodys: 'sit_none' },
    // What ends mails is itself the right to end them.
    proof: { others: ['mem_hana:bookings:guessed'], nobodys: 'mem_nobody:bookings:guessed' },
    method: { others: ['pm_others'], nobodys: 'pm_nobody' },
    // The address of a poster is itself the right to join.
    token: { others: ['guessed'], nobodys: 'nobodys' },
    request: { others: ['somebodys'], nobodys: 'nobodys' },
    passkey: { others: ['somebodys'], nobodys: 'nobodys' },
    team: { others: ['tea_north'], nobodys: 'tea_nobody' },
    holder: { others: ['mem_hana'], nobodys: 'mem_nobody' },
    member: { others: ['mem_hana'], nobodys: 'mem_nobody' },
  }
})
afterAll(() => server.remove())

const DEPOSIT = 'dep_hanas'

/** A plan asks somebody else for a deposit. */
async function askHana(folder: string): Promise<void> {
  const storage = await openStorage(openSqlite(folder))
  const catalogue = must(await loadCatalogue(storage.read, 'sit_harbour-loft'), 'it is there')
  const memberId = toId('member', 'mem_hana')
  const today = toLocalDate('2026-11-26')
  const ask: DepositAsk = {
    ...{ id: toId('deposit', DEPOSIT), siteId: catalogue.site.id, memberId, payerName: 'Hana' },
    ...{ payer: { kind: 'member', memberId }, membershipId: firstMembershipId(memberId) },
    ...{ changeId: null, plan: 'Own desk', amount: money(30_000, 'EUR'), askedOn: today },
    ...{
      askedAt: toInstant(Date.UTC(2026, 10, 26)),
      dueOn: addDays(today, 400),
      standing: { state: 'open' },
    },
  }
  await storage.transaction((tx) => writeDepositAsk(tx, { kind: 'deposit-ask', ask }))
  await storage.close()
}

function named(): readonly { method: string; path: string }[] {
  return server.portal.routes.filter(({ method, path }) => method !== 'ALL' && path.includes(':'))
}

function fill(path: string, pick: (parameter: string) => string): string {
  return path.replace(/:(\w+)/g, (_, parameter: string) => pick(parameter))
}

test('there are routes to try, and every parameter has ids to try', () => {
  expect(named().length).toBeGreaterThanOrEqual(3)
  for (const { path } of named()) {
    for (const [, parameter = ''] of path.matchAll(/:(\w+)/g)) expect(ids).toHaveProperty(parameter)
  }
})

test("what is somebody else's answers exactly as what is not there", async () => {
  for (const { method, path } of named()) {
    const theirs = fill(path, (parameter) => ids[parameter]?.others[0] ?? '')
    const nobodys = fill(path, (parameter) => ids[parameter]?.nobodys ?? '')
    const answer = await stranger.request(method, theirs)
    const nothing = await stranger.request(method, nobodys)
    // Whoever follows a poster that is gone is told so, as an answer.
    const isPoster = method === 'GET' && path === '/api/join/:token'
    expect(answer.status, `${method} ${path}`).toBe(isPoster ? 200 : 404)
    expect(answer.text, `${method} ${path}`).toBe(nothing.text)
  }
})

test('without a sign-in every route says so, but those that lead to one', async () => {
  const open = [
    '/api/sign-in',
    '/api/sign-in/code',
    '/api/sign-in/passkey/challenge',
    '/api/sign-out',
    '/api/sample',
    '/api/sample/code',
    '/api/calendar/:feed',
    '/api/join/:token',
    '/api/join/:token/code', // whether a promo code counts
  ]
  const anybody = server.browser()
  const routes = server.portal.routes.filter(
    ({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && !open.includes(path),
  )
  expect(routes.length).toBeGreaterThan(8)
  for (const { method, path } of routes) {
    const filled = fill(path, (parameter) => ids[parameter]?.others[0] ?? '')
    const body = method === 'GET' ? undefined : {}
    const answer = await anybody.request(method, filled, body)
    expect(answer.status, `${method} ${path}`).toBe(401)
  }
})
