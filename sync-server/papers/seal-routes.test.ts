import { createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HandedSeals, sealedBooking } from '../../domain/billing/papers/booking-seal.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { must } from '../../domain/values/assert.ts'
import { limits } from '../../domain/values/limits.ts'
import { startTestPortal, type TestBrowser, type TestPortal } from '../for-tests.ts'
import { bookingsOfMembers } from '../storage/load-bookings.ts'
import { openSqlite } from '../storage/sqlite.ts'
import { openStorage } from '../storage/storage.ts'

let server: TestPortal
let hana: TestBrowser
let dev: TestBrowser
let booking: Booking
beforeAll(async () => {
  server = await startTestPortal()
  hana = await server.signIn('hana@harbourloft.example')
  dev = await server.signIn('dev@harbourloft.example')
  const storage = await openStorage(openSqlite(server.folder))
  const own = await bookingsOfMembers(storage.read, ['mem_hana'], 0)
  booking = must(
    own.get('mem_hana')?.find(({ state }) => state === 'confirmed'),
    'the sample has booked something for her',
  )
  await storage.close()
})
afterAll(() => server.remove())

async function sealsOf(who: TestBrowser, ids: readonly string[]): Promise<HandedSeals> {
  const { body } = await who.get(`/api/bookings/seals?of=${ids.join(',')}`)
  return body as unknown as HandedSeals // the route's own answer
}

function isSignedWith(publicKey: string, text: string, signature: string): boolean {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: publicKey },
    format: 'jwk',
  })
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
}

test('[PAPERS-11] [L-07] a booking that stands is signed for its member, over every fact that was agreed', async () => {
  const { seals, keys } = await sealsOf(hana, [booking.id])
  const { seal, ...of } = must(seals[0], 'it is signed')
  expect(of).toEqual({ bookingId: booking.id, revision: booking.revision, state: 'confirmed' })
  const { publicKey } = must(
    keys.find(({ id }) => id === seal.keyId),
    'its key is told',
  )
  const matches = (one: Booking) =>
    isSignedWith(publicKey, sealedBooking(one, seal), seal.signature)
  expect(matches(booking)).toBe(true)
  expect(matches({ ...booking, unit: booking.unit + 1 })).toBe(false)
  expect(matches({ ...booking, people: booking.people + 1 })).toBe(false)
  const cheaper = { ...booking.price, amountMinor: booking.price.amountMinor - 1 }
  expect(matches({ ...booking, price: cheaper })).toBe(false)
  const checkedInAt = booking.interval.startsAt
  expect(matches({ ...booking, state: 'checked-in', checkedInAt })).toBe(false)
})

test('[PAPERS-11] nobody is told of bookings of others, and not of more than are asked for at once', async () => {
  expect((await sealsOf(dev, [booking.id])).seals).toEqual([])
  const address = `/api/bookings/seals?of=${booking.id}`
  expect((await server.browser().get(address)).status).toBe(401)
  const more = Array.from({ length: limits.sealsAskedMax }, () => booking.id).join(',')
  expect((await hana.get(`${address},${more}`)).status).toBe(413)
  expect((await sealsOf(hana, ['', 'x', 'mem_hana'])).seals).toEqual([])
})
