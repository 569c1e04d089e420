import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeSqlite, type TestDatabase } from '../../storage/for-tests.ts'
import { letJonasDraw } from '../drafts/for-tests.ts'
import { openTestDoor, poll, type TestDoor, testSample } from '../for-tests.ts'
import { writeAwareness } from '../sync-message.ts'
import { openTestDrawing, type TestDrawing } from './for-tests.ts'

let database: TestDatabase
let door: TestDoor
let mara: TestDrawing
let jonas: TestDrawing
const opened: TestDrawing[] = []

beforeAll(async () => {
  database = await makeSqlite(testSample)
  door = await openTestDoor(await database.open())
  await letJonasDraw(door)
})
afterAll(async () => {
  await door.close()
  await database.remove()
})
beforeEach(async () => {
  mara = await draw('mem_mara')
  jonas = await draw('mem_jonas')
})
afterEach(() => {
  for (const drawing of opened.splice(0)) drawing.close()
})

async function draw(member: string): Promise<TestDrawing> {
  const drawing = await openTestDrawing(door, member)
  opened.push(drawing)
  return drawing
}

test('[SYNC-78] editors see where the others are, under the names the space knows', async () => {
  mara.provider.awareness.setLocalState({ at: { x: 1, y: 2 }, user: { name: 'Somebody else' } })
  const user = { memberId: 'mem_mara', name: 'Mara Petersen' }
  await expect.poll(() => jonas.of(mara), poll).toEqual({ at: { x: 1, y: 2 }, user })
  const late = await draw('mem_jonas')
  await expect.poll(() => late.of(mara), poll).toEqual({ at: { x: 1, y: 2 }, user })
})

test('[SYNC-78] who leaves, or is cut off, is gone for the others', async () => {
  mara.provider.awareness.setLocalState({ at: { x: 1, y: 2 } })
  await expect.poll(() => jonas.of(mara), poll).toBeDefined()
  mara.peer.say({ type: 'leave', channel: 1 })
  await expect.poll(() => jonas.of(mara), poll).toBeUndefined()
  const again = await draw('mem_mara')
  again.provider.awareness.setLocalState({ at: { x: 3, y: 4 } })
  await expect.poll(() => jonas.of(again), poll).toBeDefined()
  again.peer.socket.terminate()
  await expect.poll(() => jonas.of(again), poll).toBeUndefined()
})

test('[SYNC-79] nobody speaks for a client id of somebody else, nor can a state carry a prototype', async () => {
  mara.provider.awareness.setLocalState({ at: 'here' })
  await expect.poll(() => jonas.of(mara), poll).toMatchObject({ at: 'here' })
  const third = await draw('mem_mara')
  third.send([[mara.doc.clientID, 900, '{"at":"forged"}']])
  third.send([[mara.doc.clientID, 901, 'null']])
  jonas.send([[mara.doc.clientID, 902, '{"at":"forged"}']])
  third.send([[third.doc.clientID, 5, '{"__proto__":{"at":1}}']])
  third.send([[third.doc.clientID, 6, '{"constructor":1}']])
  third.send([[third.doc.clientID, 7, '[1]']])
  third.send([[third.doc.clientID, 8, 'no JSON']])
  third.send([[third.doc.clientID, 9, '{"at":"there"}']])
  await expect.poll(() => jonas.of(third), poll).toMatchObject({ at: 'there' })
  expect(jonas.of(mara)).toMatchObject({ at: 'here' })
  expect(third.of(mara)).toMatchObject({ at: 'here' })
})

test('[SYNC-79] more than a kilobyte, or than twenty a second, is left out, and nobody is sent away', async () => {
  mara.provider.awareness.setLocalState({ at: 'x'.repeat(2_000) })
  for (let x = 0; x < 40; x += 1) mara.send([[mara.doc.clientID, 10 + x, `{"x":${x}}`]])
  await mara.peer.ping()
  await jonas.peer.ping()
  // Its first word, that it is here, was one of the twenty.
  expect(jonas.of(mara)).toMatchObject({ x: 18 })
  await door.pass(1_000)
  mara.send([[mara.doc.clientID, 90, '{"x":90}']])
  await expect.poll(() => jonas.of(mara), poll).toMatchObject({ x: 90 })
})

test('[SYNC-79] what cannot be read ends that connection', async () => {
  mara.peer.frame(1, Uint8Array.of(0, ...writeAwareness(Uint8Array.of(3, 1))))
  expect(await mara.peer.closed).toBe(4400)
})
