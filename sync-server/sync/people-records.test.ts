import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { isoWeekOf, toLocalDate } from '../../domain/values/local-date.ts'
import { readRowBody } from '../../domain/wire/frame.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { makeSqlite, type TestDatabase } from '../storage/for-tests.ts'
import { openTestDoor, type TestDoor, type TestPeer, testSample } from './for-tests.ts'

const today = toLocalDate('2026-11-24')
const site = 'sit_harbour-loft'
const record = `presence/${site}/${today}`

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

async function settled(member: string, kind: Parameters<typeof intentOf>[1], body: object) {
  const wish = intentOf(door.space.now, kind, body)
  await door.space.send(member, wish)
  const { outcome } = await door.space.outcomeOf(wish)
  expect(outcome).toMatchObject({ kind: 'confirmed' })
}

const nothing = { epoch: null, n: 0 }

/** All that comes when a document is followed from what is held. */
async function bytesOf(
  peer: TestPeer,
  document: string,
  held: { readonly epoch: string | null; readonly n: number } = nothing,
) {
  const { epoch: from, n: after } = held
  peer.say({ type: 'follow', channel: 7, document, epoch: from, n: after })
  const { epoch, n, with: what } = await peer.hear('following')
  const count = what === 'current' ? 0 : what === 'snapshot' ? 1 : n - after
  let text = ''
  for (let row = 0; row < count; row += 1) {
    const { update } = must(readRowBody((await peer.hearFrame()).body), 'a row')
    text += new TextDecoder().decode(update)
  }
  peer.say({ type: 'leave', channel: 7 })
  await peer.ping() // what came in between is no answer
  peer.heard.length = 0
  return { epoch, n, text }
}

test('[PRESENCE-01] [F-12] who has not said yes is in no byte of anybody else’s replica, there or not', async () => {
  const { space } = door
  const booked = await space.request('mem_hana', 'res_room-beacon', today, 9 * 60, 10 * 60)
  await space.send('mem_hana', booked)
  const { outcome } = await space.outcomeOf(booked)
  const bookingId = must('bookingId' in outcome ? outcome.bookingId : null, JSON.stringify(outcome))
  await settled('mem_hana', 'booking.check-in', { bookingId })
  const anton = await openAs('mem_anton')
  const documents = [
    'member/mem_anton',
    `catalogue/${site}`,
    `occupancy/${site}/${isoWeekOf(today)}`,
    record,
  ]
  for (const document of documents) {
    expect((await bytesOf(anton, document)).text, document).not.toContain('Hana')
  }
  anton.socket.terminate()
})

test('[PRESENCE-06] a member of the location reads who is in, and is not told again who has left or taken it back', async () => {
  const anton = await openAs('mem_anton')
  const before = await bytesOf(anton, record)
  await settled('mem_hana', 'presence.share', { isFindable: true })
  const here = await bytesOf(anton, record)
  expect(here.text).toContain('Hana Sato')
  await settled('mem_hana', 'presence.share', { isFindable: false })
  for (const held of [before, here, undefined]) {
    const since = await bytesOf(anton, record, held)
    expect(since.n).toBe(before.n + 2)
    expect(since.text).not.toContain('Hana')
  }
  anton.socket.terminate()
})

test('[PRESENCE-06] nobody of another location reads it', async () => {
  const anton = await openAs('mem_anton')
  anton.say({
    ...{ type: 'follow', channel: 7, epoch: null, n: 0 },
    document: `presence/sit_pier-studio/${today}`,
  })
  expect(await anton.hear('left')).toMatchObject({ channel: 7, code: 4403 })
  anton.socket.terminate()
})
