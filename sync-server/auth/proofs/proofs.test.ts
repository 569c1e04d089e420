import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { must } from '../../../domain/values/assert.ts'
import { DAY_MS, HOUR_MS, toInstant } from '../../../domain/values/instant.ts'
import { addDays } from '../../../domain/values/local-date.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import {
  environmentOf,
  startTestPortal,
  type TestBrowser,
  type TestPortal,
} from '../../for-tests.ts'
import { makeZoneTable } from '../../sites/zone-table.ts'
import { startOver } from '../../start-over.ts'
import { makeAuthenticator } from './for-tests.ts'
import { codeAt, STEP_MS } from './totp.ts'

const mara = 'mara@harbourloft.example'
const jonas = 'jonas@harbourloft.example'
const rule = '/api/team-proofs/sit_harbour-loft'

/** One portal for all: each test begins a day later, with an owner who is signed in, Jonas with his mail alone and no date. */
let server: TestPortal
let owner: TestBrowser
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  server = await startTestPortal()
})
beforeEach(async () => {
  later(DAY_MS)
  owner = await server.signIn(mara)
  await owner.post(`${rule}/mem_jonas/start-over`)
  await owner.post(rule, { requiredOn: null })
})
afterAll(async () => {
  vi.useRealTimers()
  await server.remove()
})

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)
const shownBy = (secret: string) => codeAt(secret, Math.floor(Date.now() / STEP_MS))
const today = () => new Date().toISOString().slice(0, 10)

async function knock(email: string, more: object = {}, browser = server.browser()) {
  await browser.post('/api/sign-in/code', { email })
  const { code } = (await browser.post('/api/sample/code', { email })).body
  const answer = await browser.post('/api/sign-in', { email, code, ...more })
  return { ...answer, browser, code }
}

async function addApp(browser: TestBrowser) {
  const secret = String((await browser.post('/api/proofs/app/secret')).body['secret'])
  const answer = await browser.post('/api/proofs/app', { secret, code: shownBy(secret) })
  return { secret, recovery: answer.body['recovery'] as readonly string[] }
}

test('[A-05] who has an app is asked for its code after the mailed one, and each is used up once', async () => {
  const staff = await server.signIn(jonas)
  const { secret } = await addApp(staff)
  later(STEP_MS)
  const { body, browser, code } = await knock(jonas)
  expect(body).toEqual({ asks: 'proof', ways: ['app'] })
  expect((await browser.get('/api/me')).status).toBe(401)
  const proof = shownBy(secret)
  const signedIn = await browser.post('/api/sign-in', { email: jonas, code, proof })
  expect(signedIn.body).toMatchObject({ member: { id: 'mem_jonas' }, asksForProof: null })
  const again = await knock(jonas, { proof })
  expect(again.body).toMatchObject({ error: { code: 'wrong-proof' } })
})

test('[A-05] a code that was kept lets in once who has lost the app', async () => {
  const { recovery } = await addApp(await server.signIn(jonas))
  expect(new Set(recovery).size).toBe(10)
  const proof = must(recovery[3], 'there are ten')
  const typed = `${proof.slice(0, 5).toUpperCase()} ${proof.slice(5)}`
  expect((await knock(jonas, { proof: typed })).body).toMatchObject({ member: { id: 'mem_jonas' } })
  expect((await knock(jonas, { proof })).status).toBe(401)
})

test('ten wrong codes of the app close the door to it for an hour, whoever knows the mailed one', async () => {
  const { secret } = await addApp(await server.signIn(jonas))
  later(STEP_MS)
  const { browser, code } = await knock(jonas)
  const wrong = { email: jonas, code, proof: '000000' }
  for (let tries = 0; tries < 10; tries += 1) {
    expect((await browser.post('/api/sign-in', wrong)).status).toBe(401)
  }
  const right = { email: jonas, code, proof: shownBy(secret) }
  expect((await browser.post('/api/sign-in', right)).status).toBe(429)
  later(HOUR_MS + STEP_MS)
  expect((await knock(jonas, { proof: shownBy(secret) })).status).toBe(200)
})

test('a wrong mailed code says nothing of an app, whatever comes along with it', async () => {
  const { secret } = await addApp(await server.signIn(jonas))
  const body = { code: '000000', proof: shownBy(secret) }
  const known = await server.browser().post('/api/sign-in', { email: jonas, ...body })
  const unknown = await server.browser().post('/api/sign-in', { email: 'no@body.example', ...body })
  expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
})

test('[A-05] staff with a passkey do not come in by the mailed code alone, and members do', async () => {
  const origin = `http://localhost:${server.portal.port}`
  for (const [email, status] of [
    [jonas, { asks: 'proof', ways: ['passkey'] }],
    ['hana@harbourloft.example', { member: { id: 'mem_hana' } }],
  ] as const) {
    const browser = await server.signIn(email)
    const from = { origin }
    const asked = await browser.request('POST', '/api/proofs/passkeys/challenge', {}, from)
    const { challenge } = asked.body['options'] as { challenge: string }
    const answer = makeAuthenticator({ origin }).make(challenge)
    await browser.request('POST', '/api/proofs/passkeys', { answer }, from)
    expect((await knock(email)).body).toMatchObject(status)
  }
})

test('[A-05] an owner lets somebody begin again: signed out everywhere, and in by the mailed code', async () => {
  const staff = await server.signIn(jonas)
  await addApp(staff)
  const team = (await owner.get(rule)).body['team']
  expect(team).toContainEqual({ id: 'mem_jonas', name: 'Jonas Weber', ways: ['app'] })
  expect((await staff.post(`${rule}/mem_mara/start-over`)).status).toBe(404)
  expect((await owner.post(`${rule}/mem_mara/start-over`)).status).toBe(404) // nobody their own
  expect((await owner.post(`${rule}/mem_jonas/start-over`)).status).toBe(200)
  expect((await staff.get('/api/me')).status).toBe(401)
  expect((await knock(jonas)).body).toMatchObject({ member: { id: 'mem_jonas' } })
})

test('in the sample one tap signs staff in, and nothing is asked of them', async () => {
  expect((await knock(jonas)).body).toMatchObject({ asksForProof: null, recovery: [] })
  const member = await server.signIn('hana@harbourloft.example')
  expect((await member.post('/api/proofs/app/secret')).status).toBe(404)
  expect((await member.get(rule)).status).toBe(404)
})

test('the date is a date, and is taken back', async () => {
  expect((await owner.post(rule, { requiredOn: 'soon' })).status).toBe(400)
  await owner.post(rule, { requiredOn: today() })
  expect((await owner.get(rule)).body).toMatchObject({ requiredOn: today() })
  await owner.post(rule, { requiredOn: null })
  expect((await knock(jonas)).body).toMatchObject({ member: { id: 'mem_jonas' } })
})

/** From here on the owner too is asked for an app. */
test('[A-05] from the date on, staff who have neither set up an app before they are let in', async () => {
  // By the wall of the space: it can be past midnight there.
  const berlin = makeZoneTable('Europe/Berlin', new Date())
  const tomorrow = addDays(toWallTime(berlin, toInstant(Date.now())).date, 1)
  expect((await owner.post(rule, { requiredOn: tomorrow })).status).toBe(200)
  const before = await knock(jonas)
  expect(before.body).toMatchObject({
    member: { id: 'mem_jonas' },
    asksForProof: { requiredOn: tomorrow },
  })
  later(DAY_MS)
  const { body, browser, code } = await knock(jonas)
  expect(body).toMatchObject({ asks: 'app', url: expect.stringContaining('otpauth://totp/') })
  expect((await browser.get('/api/me')).status).toBe(401)
  const secret = String(body['secret'])
  const app = { secret, code: shownBy(secret) }
  const signedIn = await browser.post('/api/sign-in', { email: jonas, code, app })
  expect(signedIn.body['recovery']).toHaveLength(10)
  expect((await browser.get('/api/me')).status).toBe(200)
  // And it cannot be taken away again.
  const last = await browser.request('DELETE', '/api/proofs/app', {})
  expect(last.body).toMatchObject({ error: { code: 'last-proof' } })
  // Members are not asked.
  expect((await knock('hana@harbourloft.example')).body).toMatchObject({ asksForProof: null })
})

test('whom nobody else can help begins again from the terminal, while no server runs', async () => {
  const environment = environmentOf({ PORTAL_DATA: server.folder })
  await expect(startOver(environment, jonas)).rejects.toThrow('Another server')
  await server.portal.close()
  expect(await startOver(environment, 'no@body.example')).toBe(false)
  expect(await startOver(environment, jonas)).toBe(true)
  await server.restart()
  expect((await knock(jonas)).body).toMatchObject({ asks: 'app' }) // no more for the one that is lost
})
