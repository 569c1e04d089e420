import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'

let server: TestPortal
let mara: TestBrowser
let hana: TestBrowser
beforeAll(async () => {
  server = await startTestPortal()
  mara = await server.signIn('mara@harbourloft.example')
  hana = await server.signIn('hana@harbourloft.example')
})
afterAll(() => server.remove())

const news = '/api/news/sit_harbour-loft'
const words = { kind: 'booked', language: 'en', subject: 'Yours: {place}', text: 'See you {when}.' }

/** The sample has some in German. */
async function saidIn(language: string) {
  const templates = (await mara.get(news)).body['templates'] as readonly { language: string }[]
  return templates.filter((one) => one.language === language)
}

test('[N-09] [NEWS-09] a location says it in its own words, reads them with something real, and takes them back', async () => {
  const read = await mara.post(`${news}/preview`, words)
  expect(read.status).toBe(200)
  expect(read.body['subject']).toMatch(/^Yours: \w/)
  expect(String(read.body['paragraphs'])).toMatch(/^See you \w{3} \d/)
  expect((await mara.post(`${news}/templates`, words)).status).toBe(200)
  expect(await saidIn('en')).toEqual([words])
  const { kind, language } = words
  const reset = await mara.request('DELETE', `${news}/templates`, { kind, language })
  expect(reset.status).toBe(200)
  expect((await mara.get(news)).body['log']).toEqual([])
  expect(await saidIn('en')).toEqual([])
})

test('[NEWS-09] words with a variable that means nothing are not saved', async () => {
  const wrong = { ...words, subject: 'Yours: {amount}' }
  expect((await mara.post(`${news}/templates`, wrong)).status).toBe(400)
  expect((await mara.post(`${news}/templates`, { ...words, kind: 'nothing' })).status).toBe(400)
  expect((await mara.post(`${news}/templates`, { ...words, language: '<b>' })).status).toBe(400)
  expect(await saidIn('en')).toEqual([])
})

test('members see neither the log nor the words, as if there were none', async () => {
  const there = await hana.get(news)
  expect(there.status).toBe(404)
  expect(there.text).toBe((await hana.get('/api/news/sit_none')).text)
  expect((await hana.post(`${news}/templates`, words)).status).toBe(404)
})

test('[N-01] the codes of Wi-Fi and door are for members who have signed in, and not written by them', async () => {
  const access = { network: 'Harbour Loft', code: 'quay-side-7', door: '4711' }
  const path = '/api/access/sit_harbour-loft'
  expect((await mara.post(path, access)).status).toBe(200)
  expect((await hana.get(path)).body).toEqual({ access: { ...access, isMailed: false } })
  expect((await server.browser().get(path)).status).toBe(401)
  expect((await hana.post(path, { ...access, door: '0000' })).status).toBe(404)
  expect((await mara.post(path, { ...access, code: 'x'.repeat(200) })).status).toBe(400)
  expect((await hana.get('/api/access/sit_none')).status).toBe(404)
})
