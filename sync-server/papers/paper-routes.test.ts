import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Paper, SigningKey } from '../../domain/billing/papers/paper.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
import { must } from '../../domain/values/assert.ts'
import { startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'

let server: TestPortal
let mara: TestBrowser
let hana: TestBrowser
let ola: TestBrowser
let dev: TestBrowser
beforeAll(async () => {
  server = await startTestPortal()
  const of = (name: string) => server.signIn(`${name}@harbourloft.example`)
  mara = await of('mara')
  hana = await of('hana')
  ola = await of('ola')
  dev = await of('dev')
})
afterAll(() => server.remove())

async function billIdOf(payer: string): Promise<string> {
  const { body } = await mara.get('/api/billing/sit_harbour-loft')
  const bills = body['bills'] as readonly BillStory[] // the route's own answer
  return must(
    bills.find(({ bill }) => bill.payerName === payer),
    'the sample has billed them',
  ).bill.id
}

async function papersOf(who: TestBrowser, billId: string): Promise<readonly Paper[]> {
  const { body } = await who.get(`/api/bills/${billId}/papers`)
  expect((body['keys'] as readonly SigningKey[]).length).toBe(1) // as above
  return body['papers'] as readonly Paper[]
}

async function bytesOf(who: TestBrowser, sha256: string): Promise<Response> {
  return fetch(`${server.portal.url}/api/papers/${sha256}`, { headers: { cookie: who.cookie } })
}

test('[PAPERS-08] who pays and who keeps the books read the very bytes; for others there is no such paper', async () => {
  const billId = await billIdOf('Hana Sato')
  const [paper] = await papersOf(hana, billId)
  const { sha256, bytes, number } = must(paper, 'it is made when it is asked for')
  for (const who of [hana, mara]) {
    const answer = await bytesOf(who, sha256)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${number}.pdf"`)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const body = Buffer.from(await answer.arrayBuffer())
    expect(body.length).toBe(bytes)
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256)
  }
  for (const who of [dev, ola]) expect((await bytesOf(who, sha256)).status).toBe(404)
  expect((await bytesOf(server.browser(), sha256)).status).toBe(401)
  expect((await dev.get(`/api/bills/${billId}/papers`)).status).toBe(404)
})

test('[PAPERS-08] [P-12] who manages a team reads what the team pays, and the others of it do not', async () => {
  const billId = await billIdOf('Nordlicht')
  const [paper] = await papersOf(ola, billId)
  expect((await bytesOf(ola, must(paper, 'it is made').sha256)).status).toBe(200)
  expect((await hana.get(`/api/bills/${billId}/papers`)).status).toBe(404)
})
