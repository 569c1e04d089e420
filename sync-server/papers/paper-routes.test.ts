import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Paper, SigningKey } from '../../domain/billing/papers/paper.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
import { must } from '../../domain/values/assert.ts'
import { addDays, toLocalDate } from '../../domain/values/local-date.ts'
import { startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'
import { textOfPages } from './for-tests.ts'

let server: TestPortal
let mara: TestBrowser
let hana: TestBrowser
let ola: TestBrowser
let dev: TestBrowser
/** Of the team, and keeps no books. */
let jonas: TestBrowser
beforeAll(async () => {
  server = await startTestPortal()
  const of = (name: string) => server.signIn(`${name}@harbourloft.example`)
  mara = await of('mara')
  hana = await of('hana')
  ola = await of('ola')
  dev = await of('dev')
  jonas = await of('jonas')
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
  for (const who of [dev, ola, jonas]) expect((await bytesOf(who, sha256)).status).toBe(404)
  expect((await bytesOf(server.browser(), sha256)).status).toBe(401)
  for (const who of [dev, jonas]) {
    expect((await who.get(`/api/bills/${billId}/papers`)).status).toBe(404)
  }
})

test('[PAPERS-08] [P-12] who manages a team reads what the team pays, and the others of it do not', async () => {
  const billId = await billIdOf('Nordlicht')
  const [paper] = await papersOf(ola, billId)
  expect((await bytesOf(ola, must(paper, 'it is made').sha256)).status).toBe(200)
  expect((await hana.get(`/api/bills/${billId}/papers`)).status).toBe(404)
})

test('[PAPERS-10] [P-01] [P-23] the documents of a time are one file with the accountant’s table; drawn, each as its own bytes', async () => {
  // Around the first of a month, on which the sample's members are billed: whatever day it is today.
  const month = addDays(toLocalDate(new Date().toISOString().slice(0, 10)), -31).slice(0, 7)
  const [since, until] = [addDays(toLocalDate(`${month}-01`), -8), `${month}-08`]
  const url = `${server.portal.url}/api/billing/sit_harbour-loft/papers?from=${since}&until=${until}`
  const answer = await fetch(url, { headers: { cookie: mara.cookie } })
  expect(answer.headers.get('content-type')).toBe('application/zip')
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const table = new TextDecoder().decode(files['accounts.csv'])
  const listed = new Set(table.match(/HL-\d{4}-\d{4}/g) ?? [])
  expect(Object.keys(files).length).toBeGreaterThan(10)
  const bills = Object.keys(files).filter((name) => /^HL-\d{4}-\d{4}\.pdf$/.test(name))
  for (const name of bills) expect(listed).toContain(name.slice(0, -4))
  const [own] = bills
  const [pages = ''] = await textOfPages(must(files[own ?? ''], 'there are bills'))
  expect(pages).toContain((own ?? '').slice(0, -4))
  expect((await fetch(url, { headers: { cookie: hana.cookie } })).status).toBe(404)
})
