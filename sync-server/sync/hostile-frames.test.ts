import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addObject,
  readDraft,
  setProperties,
} from '../../floorplans/document/draft/draft-document.ts'
import { deskOf } from '../../floorplans/document/draft/for-tests.ts'
import { makeSqlite, type TestDatabase } from '../storage/for-tests.ts'
import {
  openTestDoor,
  openTestEditing,
  openTestOutbox,
  type TestDoor,
  testSample,
} from './for-tests.ts'
import { INTENTS_ROOT } from './outbox.ts'
import { syncSteps, writeSyncMessage } from './sync-message.ts'

let database: TestDatabase
let door: TestDoor
const uncaught: unknown[] = []
const note = (error: unknown) => uncaught.push(error)

beforeAll(async () => {
  database = await makeSqlite(testSample)
  door = await openTestDoor(await database.open())
  process.on('uncaughtException', note).on('unhandledRejection', note)
})
afterAll(async () => {
  process.off('uncaughtException', note).off('unhandledRejection', note)
  await door.close()
  await database.remove()
})

function someWishes(): Y.Doc {
  const doc = new Y.Doc()
  for (let seq = 1; seq < 6; seq += 1) {
    doc.getArray(INTENTS_ROOT).push([{ id: `bki_fuzz-${seq}`, seq, kind: 'k' }])
  }
  return doc
}

function someObjects(): Y.Doc {
  const doc = new Y.Doc()
  for (let at = 1; at < 6; at += 1) {
    addObject(doc, `obj_fuzz-${at}`, deskOf(`fuzz-${at}`, at * 200, 200), null)
    setProperties(doc, `obj_fuzz-${at}`, { at: { x: 1, y: 1 } }, null)
  }
  return doc
}

/** Frames that were fine before somebody changed, cut or repeated a few of their bytes. */
function mutated(doc: Y.Doc, channel = 1): fc.Arbitrary<Uint8Array> {
  const fine = [
    writeSyncMessage(syncSteps.update, Y.encodeStateAsUpdate(doc)),
    writeSyncMessage(syncSteps.step1, Y.encodeStateVector(doc)),
  ].map((message) => Uint8Array.of(0, 0, 0, channel, 0, ...message))
  const change = fc.record({ at: fc.nat(fine[0]?.length ?? 400), byte: fc.nat(255) })
  return fc
    .record({
      frame: fc.constantFrom(...fine),
      changes: fc.array(change, { minLength: 1, maxLength: 6 }),
      cut: fc.option(fc.nat(300), { freq: 3 }),
    })
    .map(({ frame, changes, cut }) => {
      const bytes = frame.slice(0, cut ?? frame.length)
      for (const { at, byte } of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte
      return bytes
    })
}

test('[SYNC-39] three hundred mutated frames crash nothing, and leave what others hold alone', async () => {
  const anton = await door.signIn('mem_anton')
  const other = await door.open(anton)
  const outbox = await openTestOutbox(other, anton)
  outbox.push({ id: 'bki_antons', seq: 1, kind: 'k' })
  expect(await outbox.received()).toBe(1)
  await fc.assert(
    fc.asyncProperty(
      fc.array(mutated(someWishes()), { minLength: 6, maxLength: 6 }),
      async (frames) => {
        await Promise.all(frames.map(sendFromNewDevice))
      },
    ),
    { numRuns: 50 },
  )
  await other.ping()
  expect(outbox.doc.getArray(INTENTS_ROOT).toArray()).toEqual([
    { id: 'bki_antons', seq: 1, kind: 'k' },
  ])
  expect(door.log.filter((line) => !line.startsWith('An update was refused'))).toEqual([])
  expect(uncaught).toEqual([])
})

test('[SYNC-39] three hundred mutated frames to a draft crash nothing, and leave it a draft', async () => {
  const mara = await door.signIn('mem_mara')
  const document = 'plan/sit_harbour-loft/flr_loft/draft'
  const watcher = await door.open(mara)
  await openTestEditing(watcher, document)
  await fc.assert(
    fc.asyncProperty(
      fc.array(mutated(someObjects()), { minLength: 6, maxLength: 6 }),
      async (frames) => {
        for (const frame of frames) {
          const peer = await door.open(mara)
          await openTestEditing(peer, document)
          peer.socket.send(frame)
          await peer.dealtWith()
          peer.socket.terminate()
          await peer.closed
        }
      },
    ),
    { numRuns: 50 },
  )
  await watcher.ping()
  // On a connection of its own: what was let in after all reaches the watcher's first channel in between.
  const reader = await door.open(mara)
  const { doc } = await openTestEditing(reader, document)
  const draft = readDraft(doc)
  expect(draft?.objects.size).toBe(doc.getMap('objects').size)
  // A place of which nothing is said has an empty map; whatever else stands there can be read.
  const said = [...doc.getMap('resources').values()].filter(
    (entry) => !(entry instanceof Y.Map) || entry.size > 0,
  )
  expect(draft?.resources.size).toBe(said.length)
  expect(uncaught).toEqual([])
  for (const { socket } of [watcher, reader]) socket.terminate()
})

async function sendFromNewDevice(frame: Uint8Array): Promise<void> {
  const hana = await door.signIn('mem_hana')
  const peer = await door.open(hana)
  await openTestOutbox(peer, hana)
  peer.socket.send(frame)
  await peer.dealtWith()
  peer.socket.terminate()
  await peer.closed
}
