// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { ada, desk1, harbour, span } from '../../domain/bookings/for-tests.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { BookingRequest } from '../../domain/bookings/wishes/intent.ts'
import { catalogueSections } from '../../domain/sites/catalogue-sections.ts'
import { must } from '../../domain/values/assert.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { isoWeekOf } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { closeCodes } from '../../domain/wire/close-codes.ts'
import { spaceNow } from '../store/contact.ts'
import { storageState } from '../store/storage-health.ts'
import { booked, type Device, makeDevice, toJson } from './for-tests.ts'
import { Space, type Writing } from './space/for-tests.ts'
import type { SyncEngine } from './sync-engine.ts'
import { undoIntent, writeIntent } from './write-intent.ts'

const HOUR_MS = 3_600_000
const tomorrow = toWallTime(harbour.zone, toInstant(Date.now() + 24 * HOUR_MS)).date
const week = `occupancy/sit_harbour-loft/${isoWeekOf(tomorrow)}`
const body: BookingRequest = {
  ...{ siteId: harbour.site.id, choice: choiceAt(harbour, desk1.id, span(tomorrow, 540, 1020)) },
  ...{ fallbacks: [], takeNearest: false, people: 1, note: '', ceiling: null },
  ...{ forMemberId: null, override: null, guests: [], payWith: 'personal' as const },
  quote: { amountMinor: 2400, currency: 'EUR' },
}
const engines: SyncEngine[] = []

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop()
})

function open(device: Device): SyncEngine {
  const engine = device.start()
  engines.push(engine)
  return engine
}

async function close(engine: SyncEngine): Promise<void> {
  engines.splice(engines.indexOf(engine), 1)
  await engine.stop()
}

/** Harbour Loft with Ada's device, which is not open yet. */
function makeHarbour() {
  const space = new Space()
  const device = makeDevice(space)
  space.write({
    [device.member]: { me: { member: toJson({ ...ada, id: device.identity.memberId }) } },
    'catalogue/sit_harbour-loft': catalogueSections(harbour) as Writing,
    [week]: { [tomorrow]: { 'res_desk-2.1/540': [60, 'b'] } },
  })
  return { space, device }
}

/** A wish, of which every open engine is told as by the tab that wrote it. */
async function wish(deadlineAt = Date.now() + 48 * HOUR_MS, undoMs = 0) {
  const options = { deadlineAt: toInstant(deadlineAt), undoMs }
  const answer = await writeIntent('booking.request', body, options)
  if (answer.kind === 'not-saved') throw new Error(answer.why)
  for (const engine of engines) engine.intentsChanged()
  return answer.id
}

/** Restored from a backup made before the device's wish was heard: another generation, documents and inbox without it. */
function restore(space: Space, device: Device): void {
  space.generation = 'generation-2'
  space.received.length = 0
  const me = { member: toJson({ ...ada, id: device.identity.memberId }) }
  space.rebuild(device.member, { me, bookings: {}, outcomes: {} })
}

/** A device whose wish was booked, and is in nobody's way any more. */
async function makeBooked() {
  const { space, device } = makeHarbour()
  const engine = open(device)
  const id = await wish()
  await expect.poll(() => space.received.length).toBe(1)
  space.write({ [device.member]: booked(must(space.received[0], 'it arrived')) })
  await expect.poll(() => stateOf(device)).toBe('confirmed')
  await expect.poll(() => space.arrays.at(-1)).toEqual([])
  return { space, device, engine, id }
}

const stateOf = async ({ db }: Device) =>
  (await db.bookings.toArray()).map((row) => row.state).join()
const status = async ({ db }: Device) => (await db.status.get('sync'))?.state

test('[DEVICE-10] a device that opens follows its member, the site and the weeks', async () => {
  const { space, device } = makeHarbour()
  open(device)
  await expect.poll(() => device.db.occupancy.count()).toBe(7)
  expect(space.followedNames()).toEqual([device.member, 'catalogue/sit_harbour-loft', week])
  expect(await status(device)).toBe('online')
})

test('[DEVICE-11] [B-06] a wish made without a network survives a restart and is settled once', async () => {
  const { space, device } = makeHarbour()
  space.ticket = { kind: 'unreachable' }
  const before = open(device)
  const id = await wish()
  expect(await stateOf(device)).toBe('saved')
  await close(before)
  expect(await status(device)).toBe('offline')
  space.ticket = { kind: 'ticket', ticket: 'ticket' }
  open(device)
  await expect.poll(() => space.received.length).toBe(1)
  await expect.poll(() => stateOf(device)).toBe('received')
  space.write({ [device.member]: booked(must(space.received[0], 'it arrived')) })
  await expect.poll(() => stateOf(device)).toBe('confirmed')
  await expect.poll(() => space.arrays.at(-1)).toEqual([])
  expect(space.received.map((one) => one.id)).toEqual([id])
})

test('[DEVICE-12] [B-07] [D-64] nothing is called received or booked before the space says so', async () => {
  const { space, device } = makeHarbour()
  space.isAcknowledging = false
  open(device)
  await expect.poll(() => space.connectionCount()).toBe(1)
  await wish()
  await expect.poll(() => space.received.length).toBe(1)
  expect(await stateOf(device)).toBe('saved')
})

test('[DEVICE-11] a wish whose acknowledgement was lost is not sent a second time', async () => {
  const { space, device } = makeHarbour()
  space.isAcknowledging = false
  const engine = open(device)
  await expect.poll(() => status(device)).toBe('online')
  await wish()
  await expect.poll(() => space.received.length).toBe(1)
  space.isAcknowledging = true
  space.cut()
  engine.nudge()
  await expect.poll(() => stateOf(device)).toBe('received')
  expect(space.outbox.getArray('intents').length).toBe(1)
})

test('[DEVICE-13] a wish stays in its undo window, and goes when that is over', async () => {
  const { space, device } = makeHarbour()
  open(device)
  await expect.poll(() => status(device)).toBe('online')
  const undone = await wish(undefined, 5_000)
  const kept = await wish(undefined, 300)
  expect(await undoIntent(undone)).toBe(true)
  expect(space.received).toEqual([])
  await expect.poll(() => space.received.map((one) => one.id), { timeout: 5_000 }).toEqual([kept])
  expect(await undoIntent(kept)).toBe(false)
})

test('[DEVICE-14] [D-63] a wish past its deadline shows as too late, and is not sent', async () => {
  const { space, device } = makeHarbour()
  await wish(Date.now() - 60_000)
  expect(await stateOf(device)).toBe('expired')
  expect((await device.db.intents.toArray())[0]?.state).toBe('saved')
  open(device)
  await expect.poll(async () => (await device.db.intents.toArray())[0]?.state).toBe('expired')
  expect(await stateOf(device)).toBe('expired')
  expect(space.received).toEqual([])
})

test('[DEVICE-15] when the space says start over, the array is filled from the rows again', async () => {
  const { space, device } = makeHarbour()
  space.isRefusingOutbox = true
  const engine = open(device)
  const id = await wish()
  await expect.poll(() => status(device)).toBe('offline')
  space.isRefusingOutbox = false
  engine.nudge()
  await expect.poll(() => space.received.map((one) => one.id)).toEqual([id])
})

test('[DEVICE-16] a restored space hears again of what it no longer knows', async () => {
  const { space, device, engine, id } = await makeBooked()
  restore(space, device)
  space.cut()
  engine.nudge()
  await expect.poll(() => space.received.map((one) => one.id)).toEqual([id])
  await expect.poll(() => stateOf(device)).toBe('received')
  space.write({ [device.member]: booked(must(space.received[0], 'it arrived')) })
  await expect.poll(() => stateOf(device)).toBe('confirmed')
})

test('[DEVICE-16] it hears of it also where its documents arrive before the channel of wishes opens', async () => {
  const { space, device, engine, id } = await makeBooked()
  restore(space, device)
  space.isHoldingOutboxes = true
  space.cut()
  engine.nudge()
  await expect.poll(() => stateOf(device)).toBe('received') // nothing tells of a booking any more
  space.openOutboxes()
  await expect.poll(() => space.received.map((one) => one.id)).toEqual([id])
})

test('[DEVICE-16] every document is asked for as a whole after the space was restored', async () => {
  const { space, device } = makeHarbour()
  const engine = open(device)
  await expect.poll(() => device.db.occupancy.count()).toBe(7)
  space.generation = 'generation-2'
  space.rebuild(week, { [tomorrow]: { 'res_desk-1.1/540': [60, 'b'] } })
  space.cut()
  engine.nudge()
  await expect
    .poll(async () => (await device.db.occupancy.get(['sit_harbour-loft', tomorrow]))?.spans)
    .toEqual([['res_desk-1', 1, 540, 600, 'booked']])
})

test('[DEVICE-17] what was missed while away arrives, and the age of the rest moves', async () => {
  const { space, device } = makeHarbour()
  const engine = open(device)
  await expect.poll(() => device.db.occupancy.count()).toBe(7)
  const ageOf = async (name: string) => (await device.db.heads.get(name))?.asOf ?? 0
  const before = await ageOf('catalogue/sit_harbour-loft')
  space.cut()
  space.write({ [week]: { [tomorrow]: { 'res_desk-1.1/600': [60, 'b'] } } })
  engine.nudge()
  await expect
    .poll(async () => (await device.db.occupancy.get(['sit_harbour-loft', tomorrow]))?.spans.length)
    .toBe(2)
  await expect.poll(() => ageOf('catalogue/sit_harbour-loft')).toBeGreaterThan(before)
  expect(await ageOf(week)).toBeLessThanOrEqual(spaceNow())
})

test('[DEVICE-18] a document that is forbidden leaves the device', async () => {
  const { space, device } = makeHarbour()
  open(device)
  await expect.poll(() => device.db.occupancy.count()).toBe(7)
  space.forbid(week)
  await expect.poll(() => device.db.occupancy.count()).toBe(0)
  expect(await device.db.heads.get(week)).toBeUndefined()
})

test('[DEVICE-18] a site that is not the member’s any more leaves the device', async () => {
  const { space, device } = makeHarbour()
  open(device)
  await expect.poll(() => device.db.occupancy.count()).toBe(7)
  const gone = { ...ada, id: device.identity.memberId, siteIds: [] }
  space.write({ [device.member]: { me: { member: toJson(gone) } } })
  await expect.poll(() => device.db.occupancy.count()).toBe(0)
  expect(await device.db.catalogues.count()).toBe(0)
})

test('[DEVICE-03] a row nobody can read stops nothing else', async () => {
  const { space, device } = makeHarbour()
  open(device)
  await expect.poll(() => device.db.occupancy.count()).toBe(7)
  space.append([{ name: week, update: new Uint8Array([9, 9]) }])
  await wish()
  await expect.poll(() => stateOf(device)).toBe('received')
  expect(await status(device)).toBe('online')
})

test('[DEVICE-19] a revoked sign-in is told to the tab, and the wishes stay', async () => {
  const { space, device } = makeHarbour()
  space.isAcknowledging = false
  open(device)
  await wish()
  await expect.poll(() => space.received.length).toBe(1)
  space.cut(closeCodes['sign-in'])
  await expect.poll(() => device.said).toEqual(['signed-out'])
  expect(await status(device)).toBe('signed-out')
  expect(await device.db.intents.count()).toBe(1)
})

test('[DEVICE-20] a store that fails is said, and works again when it can', async () => {
  const { space, device } = makeHarbour()
  const engine = open(device)
  await expect.poll(() => device.db.occupancy.count()).toBe(7)
  const fail = () => {
    throw new DOMException('the disk is full', 'QuotaExceededError')
  }
  device.db.occupancy.hook('updating', fail)
  space.write({ [week]: { [tomorrow]: { 'res_desk-1.1/600': [60, 'b'] } } })
  await expect.poll(() => storageState()).toBe('full')
  await expect.poll(() => status(device)).toBe('offline')
  device.db.occupancy.hook('updating').unsubscribe(fail)
  engine.nudge()
  await expect
    .poll(async () => (await device.db.occupancy.get(['sit_harbour-loft', tomorrow]))?.spans.length)
    .toBe(2)
  expect(storageState()).toBe('ok')
})

test('[DEVICE-21] [X-03] what the browser cleared is back with the next engine', async () => {
  const { device } = makeHarbour()
  const engine = open(device)
  await expect.poll(() => device.db.occupancy.count()).toBe(7)
  await Promise.all(device.db.tables.map((table) => table.clear()))
  device.db.close({ disableAutoOpen: false })
  expect(device.said).toEqual(['over'])
  await close(engine)
  expect(await device.db.heads.count()).toBe(0)
  open(device)
  await expect.poll(() => device.db.occupancy.count()).toBe(7)
})
