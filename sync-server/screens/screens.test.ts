import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { isoWeekOf, toLocalDate } from '../../domain/values/local-date.ts'
import { type Answer, startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'
import { seedSample } from '../sites/sample.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { makeScreens } from './screens.ts'

const site = 'sit_harbour-loft'
const entrance = {
  name: 'Entrance',
  floorIds: ['flr_loft'],
  secondsPerFloor: 15,
  showsNames: false,
}
const today = toLocalDate(new Date().toISOString().slice(0, 10))
const catalogue = `catalogue/${site}`
const presence = `presence/${site}/${today}`

let server: TestPortal
let owner: TestBrowser
beforeAll(async () => {
  server = await startTestPortal()
  owner = await server.signIn('mara@harbourloft.example')
})
afterAll(() => server.remove())

async function makeScreen(settings: object = entrance) {
  const { body } = await owner.post(`/api/screens/${site}`, settings)
  return { id: String(body['id']), code: String(body['code']) }
}

async function pairedScreen(settings: object = entrance) {
  const { id, code } = await makeScreen(settings)
  const { body } = await server.browser().post('/api/screen/pair', { code })
  return { id, code, key: String(body['key']) }
}

const ask = (key: string, path: string, method = 'GET', body?: object): Promise<Answer> =>
  server.browser().request(method, path, body, { authorization: `Bearer ${key}` })

/** `open`, or the status that refused it. */
function follow(document: string, key: string) {
  const protocols = ['portal.v1', `token.${key}`]
  const socket = new WebSocket(`ws://127.0.0.1:${server.portal.port}/sync/${document}`, protocols)
  socket.on('error', () => undefined)
  const opened = new Promise<string>((resolve) => {
    socket.once('open', () => resolve('open'))
    socket.once('unexpected-response', (_request, { statusCode }) => resolve(String(statusCode)))
  })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  return { socket, opened, closed }
}

async function answerTo(document: string, key: string): Promise<string> {
  const { socket, opened } = follow(document, key)
  const answer = await opened
  socket.terminate()
  return answer
}

test('[SCREEN-01] [SCREEN-07] [F-13] six digits give a screen its key, once, and the key tells what it shows', async () => {
  const { code } = await makeScreen()
  expect(code).toMatch(/^\d{6}$/)
  const lobby = server.browser()
  const paired = await lobby.post('/api/screen/pair', { code })
  expect(paired.status).toBe(200)
  expect(lobby.cookie).toBe('')
  expect((await lobby.post('/api/screen/pair', { code })).status).toBe(401)
  const shown = await ask(String(paired.body['key']), '/api/screen')
  expect(shown.body).toMatchObject({ siteId: site, ...entrance })
  expect(shown.body).toMatchObject({ at: expect.any(Number), version: expect.any(String) })
  const { body } = await owner.get(`/api/screens/${site}`)
  expect(body['screens']).toMatchObject([{ name: 'Entrance', isPaired: true }])
  expect(JSON.stringify(body)).not.toContain(String(paired.body['key']))
})

test('[SCREEN-01] [SCREEN-02] a code ends after ten minutes, and neither it nor the key is kept as it is', async () => {
  const database = await makeSqlite()
  try {
    const storage = await database.open()
    let at = Date.UTC(2026, 10, 24, 8)
    await seedSample(storage, toInstant(at))
    let ulids = 0
    const screens = makeScreens(storage, { now: () => at, makeUlid: () => `${ulids++}` })
    const floorIds = [toId('floor', 'flr_loft')]
    const made = () => screens.make(toId('site', site), { ...entrance, floorIds }, 'mem_mara')
    const late = (await made())?.code ?? ''
    at += 600_000
    expect(await screens.pair(late)).toBeNull()
    const code = (await made())?.code ?? ''
    const key = (await screens.pair(code)) ?? ''
    expect(await screens.redeem(key)).toMatchObject({ siteIds: [site], showsNames: false })
    expect(await screens.redeem('screen_made-up')).toBeNull()
    const rows = JSON.stringify(await storage.read.selectFrom('screen').selectAll().execute())
    expect(rows).not.toContain(key)
    expect(rows).not.toContain(late)
  } finally {
    await database.remove()
  }
})

test('[SCREEN-03] [SCREEN-04] it reads its own location and nothing else, and writes nothing', async () => {
  const { key } = await pairedScreen()
  expect(await answerTo(catalogue, key)).toBe('open')
  expect(await answerTo(`occupancy/${site}/${isoWeekOf(today)}`, key)).toBe('open')
  const others = [
    presence,
    'catalogue/sit_pier-studio',
    'member/mem_hana',
    `desk/${site}/${today}`,
    `requests/${site}`,
    'outbox/mem_hana/dev_x',
    `plan/${site}/flr_loft/draft`,
  ]
  for (const document of others) expect(await answerTo(document, key), document).toBe('403')
  expect((await ask(key, '/api/plans/flr_loft/1')).status).toBe(200)
  expect((await ask(key, '/api/plans/flr_pier/1')).status).toBe(404)
  for (const path of ['/api/plans/flr_loft', '/api/devices', `/api/screens/${site}`]) {
    expect((await ask(key, path)).status, path).toBe(401)
  }
  const wish = { v: 1, kind: 'presence.share', body: { isFindable: true } }
  expect((await ask(key, '/api/intents', 'POST', wish)).status).toBe(401)
  expect((await ask(key, '/api/sync-ticket', 'POST', {})).status).toBeGreaterThanOrEqual(401)
})

test('[SCREEN-03] [SCREEN-05] names are shown while the team has them on, and cut off with 4403 when they are not', async () => {
  const { id, key } = await pairedScreen({ ...entrance, showsNames: true })
  const { opened, closed } = follow(presence, key)
  expect(await opened).toBe('open')
  expect((await owner.post(`/api/screens/one/${id}`, entrance)).status).toBe(200)
  expect(await closed).toBe(4403)
  expect(await answerTo(presence, key)).toBe('403')
})

test('[SCREEN-05] a screen that is removed, or whose place another takes, is cut off with 4401', async () => {
  const removed = await pairedScreen()
  const replaced = await pairedScreen()
  const ends = [follow(catalogue, removed.key), follow(catalogue, replaced.key)]
  for (const { opened } of ends) expect(await opened).toBe('open')
  await owner.request('DELETE', `/api/screens/one/${removed.id}`, {})
  const renewed = await owner.post(`/api/screens/one/${replaced.id}/code`)
  expect(String(renewed.body['code'])).toMatch(/^\d{6}$/)
  expect(await Promise.all(ends.map(({ closed }) => closed))).toEqual([4401, 4401])
  for (const { key } of [removed, replaced]) {
    expect((await ask(key, '/api/screen')).status).toBe(401)
    expect(await answerTo(catalogue, key)).toBe('401')
  }
})

test('[SCREEN-06] who does not manage the location finds none, and what shows nothing is no screen', async () => {
  const { id } = await makeScreen()
  const staff = await server.signIn('jonas@harbourloft.example')
  expect((await staff.get(`/api/screens/${site}`)).status).toBe(404)
  expect((await staff.post(`/api/screens/${site}`, entrance)).status).toBe(404)
  expect((await staff.request('DELETE', `/api/screens/one/${id}`, {})).status).toBe(404)
  for (const wrong of [{ name: ' ' }, { floorIds: [] }, { secondsPerFloor: 1 }, { more: 1 }]) {
    expect((await owner.post(`/api/screens/${site}`, { ...entrance, ...wrong })).status).toBe(400)
  }
})

test('[SCREEN-01] wrong codes are counted, and then nobody is answered for a while', async () => {
  const lobby = server.browser()
  let status = 401
  for (let tries = 0; tries < 40 && status === 401; tries += 1) {
    status = (await lobby.post('/api/screen/pair', { code: 'nothing' })).status
  }
  expect(status).toBe(429)
})
