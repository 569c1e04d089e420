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
import {
  BUSY_MS,
  type FetchSeals,
  makeSealKeeper,
  REST_WITHIN_MS,
  type SealKeeper,
  SOON_WITHIN_MS,
} from './keep-seals.ts'
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

/** A device at an hour: its timers run when the test says so, and chance is what it is given. */
function makeKeeper(db: PortalDatabase, fetchSome: FetchSeals, random = () => 0.5) {
  const timers = new Set<{ readonly at: number; work(): void }>()
  const asked: number[] = []
  let time = at('2026-11-19', 480)
  const failures: unknown[] = []
  const keeper: SealKeeper = makeSealKeeper({
    db,
    fetchSome: async (ids) => {
      asked.push(time - at('2026-11-19', 480))
      return fetchSome(ids)
    },
    now: () => time,
    random,
    after: (ms, work) => {
      const timer = { at: time + ms, work }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    failed: (error) => failures.push(error),
  })
  async function pass(ms: number): Promise<void> {
    await keeper.idle()
    for (const until = time + ms; time < until; ) {
      const next = Math.min(until, ...[...timers].map((timer) => timer.at))
      time = next as typeof time // whole ms after an instant
      for (const timer of timers) {
        if (timer.at > time) continue
        timers.delete(timer)
        timer.work()
      }
      await keeper.idle()
    }
    expect(failures).toEqual([])
  }
  return { ...keeper, asked, pass, timers }
}

/** Looks, and waits for as long as anybody waits. */
async function keepAll(db: PortalDatabase, fetchSome: FetchSeals): Promise<void> {
  const keeper = makeKeeper(db, fetchSome)
  keeper.look()
  await keeper.pass(2 * REST_WITHIN_MS)
  keeper.stop()
}

const sealOf = async (db: PortalDatabase) => must(await db.seals.get(booking.id), 'it is kept')

test('[L-07] the signature of a booking is fetched once, and again when somebody came; it is checked without asking anybody', async () => {
  const { db } = makeDevice(new Space())
  await holds(db, [booking])
  const first = makeSigner([booking])
  await keepAll(db, first.seal)
  await keepAll(db, first.seal)
  expect(first.asked).toEqual([booking.id])
  const sent = JSON.parse(JSON.stringify(booking)) as Booking // as it came over the wire
  expect(await checkSeal(sent, await sealOf(db))).toBe('matches')
  await holds(db, [arrived])
  expect(await checkSeal(arrived, await sealOf(db))).toBe('unknown')
  await keepAll(db, makeSigner([arrived]).seal)
  expect(await checkSeal(arrived, await sealOf(db))).toBe('matches')
})

test('[L-07] another price, another hour, another moment of coming and another key differ', async () => {
  const { db } = makeDevice(new Space())
  await holds(db, [arrived])
  await keepAll(db, makeSigner([arrived]).seal)
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
  await keepAll(db, makeSigner([booking]).seal)
  await holds(db, [arrived])
  await keepAll(db, async () => 'unreachable')
  expect((await sealOf(db)).state).toBe('confirmed')
  await holds(db, [])
  await keepAll(db, async () => 'unreachable')
  expect(await db.seals.count()).toBe(0)
})

test('[DEVICE-94] what is shown soon is asked for within twenty seconds, the rest within ten minutes, each device at a moment of its own', async () => {
  const { db } = makeDevice(new Space())
  await holds(db, [booking])
  const soon = makeKeeper(db, makeSigner([booking]).seal, () => 0.75)
  soon.look()
  await soon.pass(SOON_WITHIN_MS)
  expect(soon.asked).toEqual([15_000])
  const later = bookedUnder(tenAndFiveDays, span('2027-02-20', 540, 600), at('2026-11-02', 480))
  await holds(db, [booking, { ...later, id: 'bki_later' as BookingId }])
  const rest = makeKeeper(db, makeSigner([]).seal, () => 0.75)
  rest.look()
  await rest.pass(REST_WITHIN_MS)
  expect(rest.asked).toEqual([450_000])
})

test('[DEVICE-94] devices that lack one at the same moment do not ask in the same second', async () => {
  const { db } = makeDevice(new Space())
  await holds(db, [booking])
  let state = 42
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const devices = Array.from({ length: 200 }, () => {
    return makeKeeper(db, async () => 'unreachable', random)
  })
  // Each hears of several changes meanwhile.
  for (const { look } of [...devices, ...devices, ...devices]) look()
  for (const { pass } of devices) await pass(SOON_WITHIN_MS)
  const seconds = new Map<number, number>()
  for (const { asked } of devices) {
    expect(asked).toHaveLength(1)
    const second = Math.floor((asked[0] ?? 0) / 1_000)
    seconds.set(second, (seconds.get(second) ?? 0) + 1)
  }
  // Ten a second on the whole; all two hundred at once without it.
  expect(Math.max(...seconds.values())).toBeLessThan(25)
})

test('[DEVICE-94] a space that is busy is asked again later and later, whatever changes meanwhile, and what it hands out ends that', async () => {
  const { db } = makeDevice(new Space())
  await holds(db, [booking])
  let isBusy = true
  const signer = makeSigner([booking])
  const keeper = makeKeeper(
    db,
    async (ids) => (isBusy ? 'busy' : signer.seal(ids)),
    () => 0,
  )
  keeper.look()
  await keeper.pass(1)
  for (let change = 0; change < 5; change += 1) keeper.look()
  await keeper.pass(4 * BUSY_MS)
  expect(keeper.asked).toEqual([0, BUSY_MS / 2, 1.5 * BUSY_MS, 3.5 * BUSY_MS])
  isBusy = false
  await keeper.pass(8 * BUSY_MS)
  expect((await sealOf(db)).state).toBe('confirmed')
  expect(keeper.timers.size).toBe(0)
})

test('[DEVICE-94] without a network nobody asks again until the space can be reached, and who signs out asks nothing', async () => {
  const { db } = makeDevice(new Space())
  await holds(db, [booking])
  const keeper = makeKeeper(db, async () => 'unreachable')
  keeper.look()
  await keeper.pass(REST_WITHIN_MS)
  expect(keeper.asked).toHaveLength(1)
  keeper.look()
  await keeper.pass(1)
  expect(keeper.timers.size).toBe(1)
  keeper.stop()
  await keeper.pass(REST_WITHIN_MS)
  expect(keeper.asked).toHaveLength(1)
})
