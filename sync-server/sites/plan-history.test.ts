import { afterAll, beforeAll, expect, test } from 'vitest'
import { parsePlanHistory } from '../../floorplans/document/publish/plan-history.ts'
import { startTestPortal, type TestPortal } from '../for-tests.ts'

let server: TestPortal
beforeAll(async () => {
  server = await startTestPortal()
})
afterAll(() => server.remove())

test('[PUBLISH-05] staff read which versions a floor has, members and strangers that there is nothing', async () => {
  for (const staff of ['mara', 'jonas']) {
    const browser = await server.signIn(`${staff}@harbourloft.example`)
    const { status, body } = await browser.get('/api/plans/flr_loft')
    expect(status).toBe(200)
    expect(parsePlanHistory(body)).toMatchObject({
      versions: [{ version: 1, by: null, changes: null }],
      places: new Map(),
    })
    expect((await browser.get('/api/plans/flr_none')).status).toBe(404)
  }
  const hana = await server.signIn('hana@harbourloft.example')
  expect((await hana.get('/api/plans/flr_loft')).status).toBe(404)
  expect((await hana.get('/api/plans/flr_loft/1')).status).toBe(200)
  expect((await server.browser().get('/api/plans/flr_loft')).status).toBe(401)
})

test('a published version is sent packed to who reads that, as the same text', async () => {
  const hana = await server.signIn('hana@harbourloft.example')
  const path = '/api/plans/flr_loft/1'
  const packed = await hana.request('GET', path, undefined, { 'accept-encoding': 'gzip' })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  const plain = await hana.request('GET', path, undefined, { 'accept-encoding': 'identity' })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(packed.text).toBe(plain.text)
})
