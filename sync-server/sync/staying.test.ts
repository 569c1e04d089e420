import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { limits } from '../../domain/values/limits.ts'
import { addDays, isoWeekOf, toLocalDate } from '../../domain/values/local-date.ts'
import { makeSqlite, type TestDatabase } from '../storage/for-tests.ts'
import { openTestDoor, type TestDoor, type TestPeer, testSample } from './for-tests.ts'

let database: TestDatabase
let door: TestDoor

beforeAll(async () => {
  database = await makeSqlite(testSample)
  door = await openTestDoor(await database.open())
})
afterAll(async () => {
  await door.close()
  await database.remove()
})

async function openAs(member: string): Promise<TestPeer> {
  return door.open(await door.signIn(member))
}

test('[SYNC-10] a peer that is gone without a word is closed within twenty seconds, one that answers stays', async () => {
  const gone = await openAs('mem_hana')
  const there = await openAs('mem_anton')
  gone.socket.pause()
  for (let second = 0; second < 20; second += 1) {
    await door.pass(1_000)
    await there.ping()
  }
  gone.socket.resume()
  expect(await gone.closed).toBe(4408)
  expect(there.socket.readyState).toBe(WebSocket.OPEN)
  there.socket.terminate()
})

test('[SYNC-11] when a sign-in ends its connections are closed, those of other devices stay', async () => {
  const phone = await door.signIn('mem_hana')
  const tabs = [await door.open(phone), await door.open(phone)]
  const laptop = await openAs('mem_hana')
  expect(door.server.signIns().filter((one) => one.id === phone.id)).toHaveLength(2)
  door.server.end(phone.id, 'over')
  for (const tab of tabs) expect(await tab.closed).toBe(4401)
  await laptop.ping()
  laptop.socket.terminate()
})

test('[SYNC-11] when the rights of a sign-in change it has to come back with the new ones', async () => {
  const staff = await door.signIn('mem_jonas')
  const tab = await door.open(staff)
  door.server.end(staff.id, 'changed')
  expect(await tab.closed).toBe(4503)
})

test('[SYNC-12] a frame that cannot be read, or is none of ours, closes that connection alone', async () => {
  const other = await openAs('mem_anton')
  for (const text of ['', '{', '[]', '{"type":"follow"}', '{"type":"sudo"}', 'x'.repeat(16_001)]) {
    const peer = await openAs('mem_hana')
    peer.socket.send(text)
    expect(await peer.closed, text.slice(0, 20)).toBe(text.length > 16_000 ? 4413 : 4400)
  }
  const short = await openAs('mem_hana')
  short.socket.send(new Uint8Array([0, 0, 1]))
  expect(await short.closed).toBe(4400)
  await other.ping()
  other.socket.terminate()
})

test('[SYNC-13] a frame above 64 kB closes with its code, a monstrous one is not even read', async () => {
  const large = await openAs('mem_hana')
  large.socket.send(new Uint8Array(64_001))
  expect(await large.closed).toBe(4413)
  const monstrous = await openAs('mem_hana')
  monstrous.socket.send(new Uint8Array(5_000_000))
  expect(await monstrous.closed).toBe(1009)
})

test('[SYNC-14] a device may open all its channels in one go, and not one more', async () => {
  const peer = await openAs('mem_jonas')
  const names = documentsOfStaff()
  expect(names).toHaveLength(limits.channelsPerSocketMax)
  names.forEach((document, channel) => {
    peer.say({ type: 'follow', channel, document, epoch: null, n: 0 })
  })
  for (const channel of names.keys()) {
    expect(await peer.hear('following')).toMatchObject({ channel, with: 'snapshot' })
  }
  peer.say({ type: 'follow', channel: 64, document: 'member/mem_jonas', epoch: null, n: 0 })
  expect(await peer.closed).toBe(4413)
})

test('[SYNC-15] who asks faster than thirty times a second is told to slow down', async () => {
  const peer = await openAs('mem_hana')
  for (let id = 0; id < 200; id += 1) peer.say({ type: 'ping', id })
  expect(await peer.closed).toBe(4429)
})

test('[SYNC-16] a reader that lets four megabytes pile up is cut off, and the others go on', async () => {
  const [slow, other] = [await openAs('mem_hana'), await openAs('mem_anton')]
  const document = 'catalogue/sit_harbour-loft'
  for (const peer of [slow, other]) {
    peer.say({ type: 'follow', channel: 1, document, epoch: null, n: 0 })
    await peer.hear('following')
  }
  slow.socket.pause()
  const before = door.server.count()
  let rows = 0
  while (door.server.count() === before && rows < 400) {
    rows += 1
    await writeLarge(document, rows)
    await other.ping()
  }
  expect(rows).toBeLessThan(400)
  expect(other.heard.filter((one) => one.type === 'frame')).toHaveLength(rows + 1)
  other.socket.terminate()
})

test('[SYNC-17] going down in good order, every connection is told to come back', async () => {
  const own = await makeSqlite(testSample)
  const closing = await openTestDoor(await own.open())
  const peer = await closing.open(await closing.signIn('mem_hana'))
  await closing.server.close()
  expect(await peer.closed).toBe(4503)
  await closing.close()
  await own.remove()
})

/** What a member's device follows at a start, and the days of a month that staff may look at. */
function documentsOfStaff(): readonly string[] {
  const today = toLocalDate('2026-11-24')
  const weeks = Array.from({ length: 15 }, (_, index) => isoWeekOf(addDays(today, 7 * (index - 1))))
  const days = Array.from({ length: 32 }, (_, index) => addDays(today, index))
  const sites = ['sit_harbour-loft', 'sit_pier-studio']
  return [
    ...sites.map((site) => `catalogue/${site}`),
    ...sites.flatMap((site) => weeks.map((week) => `occupancy/${site}/${week}`)),
    ...days.map((day) => `desk/sit_harbour-loft/${day}`),
  ]
}

/** One commit of some 200 kB that do not compress into each other. */
async function writeLarge(document: string, round: number): Promise<void> {
  const { space } = door
  const sections = { large: { text: String(round).padStart(200_000, 'x') } }
  const rows = await space.storage.transaction((tx) =>
    space.documents.stage(tx, new Map([[document, sections]]), space.now),
  )
  space.documents.committed(rows, space.now)
}
