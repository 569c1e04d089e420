// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import { desk1, harbour, span } from '../../domain/bookings/for-tests.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { BookingRequest } from '../../domain/bookings/wishes/intent.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { database, durableDatabase } from '../store/database.ts'
import { dropIdentity, writeIdentity } from '../store/identity.ts'
import { storageState } from '../store/storage-health.ts'
import { undoIntent, writeIntent } from './write-intent.ts'

const body: BookingRequest = {
  ...{
    siteId: harbour.site.id,
    choice: choiceAt(harbour, desk1.id, span('2026-11-26', 540, 1020)),
  },
  ...{ fallbacks: [], takeNearest: false, people: 1, note: '', ceiling: null },
  ...{ forMemberId: null, override: null, guests: [], payWith: 'personal' as const },
  quote: { amountMinor: 2400, currency: 'EUR' },
}
const deadlineAt = toInstant(Date.now() + 86_400_000)
let people = 0

/** Somebody new on this device, with an empty database. */
function signIn(): void {
  people += 1
  writeIdentity({ memberId: `mem_ada-${people}`, deviceId: 'dev_phone' })
}

const write = () => writeIntent('booking.request', body, { deadlineAt })

function fillTheDisk(): () => void {
  const fail = () => {
    throw new DOMException('the disk is full', 'QuotaExceededError')
  }
  durableDatabase().intents.hook('creating', fail)
  return () => durableDatabase().intents.hook('creating').unsubscribe(fail)
}

test('[DEVICE-30] a wish is in sight in the transaction that puts it on the disk', async () => {
  signIn()
  const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const answer = await write()
  const writing = transactions.mock.calls.filter(([, mode]) => mode === 'readwrite')
  transactions.mockRestore()
  expect(answer.kind).toBe('saved')
  expect(writing).toHaveLength(1)
  expect(writing[0]?.[0]).toEqual(expect.arrayContaining(['intents', 'bookings', 'settings']))
  expect(writing[0]?.[2]).toEqual({ durability: 'strict' })
  expect((await database().bookings.toArray()).map((row) => row.state)).toEqual(['saved'])
})

test('[DEVICE-31] two tabs that write at once never give the same number', async () => {
  signIn()
  vi.resetModules()
  const other = await import('./write-intent.ts')
  const writes = Array.from({ length: 20 }, (_, index) =>
    (index % 2 === 0 ? writeIntent : other.writeIntent)('booking.request', body, { deadlineAt }),
  )
  await Promise.all(writes)
  const seqs = (await database().intents.orderBy('seq').toArray()).map((row) => row.seq)
  expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
})

test('[DEVICE-32] [X-03] a full device never says saved, and says so until it can keep a wish', async () => {
  signIn()
  const makeRoom = fillTheDisk()
  expect(await write()).toEqual({ kind: 'not-saved', why: 'full' })
  expect(storageState()).toBe('full')
  expect([await database().intents.count(), await database().bookings.count()]).toEqual([0, 0])
  makeRoom()
  expect((await write()).kind).toBe('saved')
  expect(storageState()).toBe('ok')
  expect((await database().intents.toArray()).map((row) => row.seq)).toEqual([1])
})

test('[DEVICE-33] [X-03] a connection that the browser dropped is opened again', async () => {
  signIn()
  expect((await write()).kind).toBe('saved')
  const handle = durableDatabase().backendDB()
  handle.close()
  expect((await write()).kind).toBe('saved')
  expect(durableDatabase().backendDB()).not.toBe(handle)
  expect(await database().intents.count()).toBe(2)
})

test('[DEVICE-33] [X-03] a database that could not be opened for a moment is opened again', async () => {
  signIn()
  const opening = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
    throw new DOMException('The connection was closed.', 'AbortError')
  })
  expect((await write()).kind).toBe('saved')
  expect(opening).toHaveBeenCalledTimes(2)
  opening.mockRestore()
})

test('[DEVICE-32] [X-03] a device whose storage is gone never says saved', async () => {
  signIn()
  const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('There is no storage.', 'InvalidStateError')
  })
  expect(await write()).toEqual({ kind: 'not-saved', why: 'unavailable' })
  expect(storageState()).toBe('unavailable')
  opening.mockRestore()
  expect((await write()).kind).toBe('saved')
  expect(storageState()).toBe('ok')
})

test('[DEVICE-34] more wishes than an outbox holds are refused in words, not lost', async () => {
  signIn()
  expect((await write()).kind).toBe('saved')
  const [row] = await database().intents.toArray()
  const copies = Array.from({ length: limits.outboxIntentsMax - 1 }, (_, index) => ({
    ...row,
    id: `bki_copy-${index}`,
    seq: index + 2,
  }))
  await database().intents.bulkAdd(copies as never) // copies of a row, under other ids
  expect(await write()).toEqual({ kind: 'not-saved', why: 'too-many' })
  expect(await database().intents.count()).toBe(limits.outboxIntentsMax)
})

test('[DEVICE-35] a wish can be taken back until it may have left, and its booking goes with it', async () => {
  signIn()
  const [one, other] = [await write(), await write()]
  if (one.kind !== 'saved' || other.kind !== 'saved') throw new Error('both are saved')
  await database().intents.update(other.id, { wasSent: true })
  expect([await undoIntent(one.id), await undoIntent(other.id)]).toEqual([true, false])
  expect((await database().bookings.toArray()).map((row) => row.intentId)).toEqual([other.id])
})

test('[DEVICE-36] the browser is asked to keep this data with a wish that has to wait here', async () => {
  signIn()
  const persist = vi.fn(async () => true)
  const storage = { persisted: async () => false, persist }
  vi.stubGlobal('navigator', { storage })
  await write()
  await expect.poll(() => persist.mock.calls.length).toBe(1)
  vi.unstubAllGlobals()
})

test('[DEVICE-37] somebody else on this device never opens what is not theirs', async () => {
  signIn()
  await write()
  const first = database().name
  signIn()
  expect(database().name).not.toBe(first)
  expect(await database().intents.count()).toBe(0)
  dropIdentity()
  expect(() => database()).toThrow('nobody is signed in')
  expect((await write()).kind).toBe('not-saved')
})
