import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPortal, type TestPortal } from '../for-tests.ts'
import { makeStopLinks } from './stop-link.ts'

let server: TestPortal
beforeAll(async () => {
  server = await startTestPortal()
})
afterAll(() => server.remove())

test('[NEWS-14] a proof is for one member and what was named, and for this portal', () => {
  const links = makeStopLinks('secret')
  const proof = links.pathOf('mem_hana', ['bookings', 'events']).split('/').at(-1) ?? ''
  expect(links.read(proof)).toEqual({
    memberId: 'mem_hana',
    categories: ['bookings', 'events'],
  })
  expect(links.read(proof.replace('hana', 'dev'))).toBeNull()
  expect(links.read(proof.replace('bookings', 'money'))).toBeNull()
  expect(links.read(proof.replace('bookings', 'nothing'))).toBeNull()
  expect(links.read(proof.replace('bookings+', ''))).toBeNull()
  expect(links.read('mem_hana:bookings:')).toBeNull()
  expect(makeStopLinks('another').read(proof)).toBeNull()
})

test('[NEWS-14] looking at an address that nobody was given, or using it, says that it is not valid', async () => {
  const browser = server.browser()
  const path = makeStopLinks('guessed').pathOf('mem_hana', ['bookings'])
  for (const method of ['GET', 'POST']) {
    const answer = await browser.request(method, path)
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('not valid any more')
  }
})
