// @vitest-environment happy-dom
import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { type HandedSeals, sealedBooking } from '../../domain/billing/papers/booking-seal.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { bookedUnder, tenAndFiveDays } from '../../domain/bookings/cancellation/for-tests.ts'
import { at, span } from '../../domain/bookings/for-tests.ts'
import { must } from '../../domain/values/assert.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import { checkSeal } from '../bookings/check-seal.ts'
import type { PortalDatabase } from '../store/database.ts'
import { makeDevice } from './for-tests.ts'
import { keepSeals } from './keep-seals.ts'
import { Space } from './space/for-tests.ts'

const booking = bookedUnder(tenAndFiveDays, span('2026-11-20', 540, 600), at('2026-11-02', 480))
const arrived = {
  ...booking,
  revision: 1,
  state: 'checked-in',
  checkedInAt: at('2026-11-20', 541),
} as const

/** Signs what it is asked for as the booking stands there, and remembers what that was. */
function makeSigner(stands: readonly Booking[]) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const x = must(publicKey.export({ format: 'jwk' }).x, 'a key has its bytes')
  const asked: BookingId[] = []
  const seal = async (ids: readonly BookingId[]): Promise<HandedSeals> => {
    asked.push(...ids)
    const from = { keyId: 'sig_1', signedAt: at('2026-11-03', 480) }
    const seals = stands
      .filter(({ id }) => ids.includes(id))
      .map((one) => {
        const text = Buffer.from(sealedBooking(one, from))
        const signature = sign(null, text, privateKey).toString('base64url')
        const { id: bookingId, revision, state } = one
        return { bookingId, revision, state, seal: { ...from, signature } }
      })
    const since = at('2026-11-01', 480)
    return { seals, keys: [{ id: 'sig_1', siteId: booking.siteId, publicKey: x, since }] }
  }
  return { asked, seal }
}

async function holds(db: PortalDatabase, bookings: readonly Booking[]): Promise<void> {
  await db.facts.put({
    key: 'me',
    bookings,
    waits: [],
    series: [],
    settled: [],
    favourites: [],
    bills: [],
  })
}

const sealOf = async (db: PortalDatabase) => must(await db.seals.get(booking.id), 'it is kept')

test('[L-07] the signature of a booking is fetched once, and again when somebody came; it is checked without asking anybody', async () => {
  const { db } = makeDevice(new Space())
  await holds(db, [booking])
  const first = makeSigner([booking])
  await keepSeals(db, first.seal)
  await keepSeals(db, first.seal)
  expect(first.asked).toEqual([booking.id])
  const sent = JSON.parse(JSON.stringify(booking)) as Booking // as it came over the wire
  expect(await checkSeal(sent, await sealOf(db))).toBe('matches')
  await holds(db, [arrived])
  expect(await checkSeal(arrived, await sealOf(db))).toBe('unknown')
  await keepSeals(db, makeSigner([arrived]).seal)
  expect(await checkSeal(arrived, await sealOf(db))).toBe('matches')
})

test('[L-07] another price, another hour, another moment of coming and another key differ', async () => {
  const { db } = makeDevice(new Space())
  await holds(db, [arrived])
  await keepSeals(db, makeSigner([arrived]).seal)
  const row = await sealOf(db)
  const { keys } = await makeSigner([arrived]).seal([booking.id])
  const key = must(keys[0], 'it is another one')
  const price = { ...arrived.price, amountMinor: 1 }
  const later = { ...arrived, interval: span('2026-11-20', 600, 660) }
  expect(await checkSeal({ ...arrived, price }, row)).toBe('differs')
  expect(await checkSeal(later, row)).toBe('differs')
  expect(await checkSeal({ ...arrived, checkedInAt: at('2026-11-20', 540) }, row)).toBe('differs')
  expect(await checkSeal(arrived, { ...row, key })).toBe('differs')
})

test('[L-07] without a network what is kept stays, and what is not told any more goes', async () => {
  const { db } = makeDevice(new Space())
  await holds(db, [booking])
  await keepSeals(db, makeSigner([booking]).seal)
  await holds(db, [arrived])
  await keepSeals(db, async () => null)
  expect((await sealOf(db)).state).toBe('confirmed')
  await holds(db, [])
  await keepSeals(db, async () => null)
  expect(await db.seals.count()).toBe(0)
})
