import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { toId } from '../../../domain/values/ids.ts'
import { addObject, setProperties } from '../../../floorplans/document/draft/draft-document.ts'
import { deskOf } from '../../../floorplans/document/draft/for-tests.ts'
import { parsePlanHistory } from '../../../floorplans/document/publish/plan-history.ts'
import { onEachEngine, type TestDatabase } from '../../storage/for-tests.ts'
import { loadPlanHistory } from '../../storage/load-plan-history.ts'
import {
  openTestDoor,
  poll,
  type TestDoor,
  type TestEditing,
  type TestPeer,
  testSample,
} from '../for-tests.ts'
import { letJonasDraw, openBoth } from './for-tests.ts'

const siteId = toId('site', 'sit_harbour-loft')
const floorId = toId('floor', 'flr_loft')
const hourMs = 3_600_000

onEachEngine('who changed what in a draft', (makeDatabase) => {
  let database: TestDatabase
  let door: TestDoor
  let peers: readonly TestPeer[]
  let mara: TestEditing
  let jonas: TestEditing

  beforeAll(async () => {
    database = await makeDatabase(testSample)
    door = await openTestDoor(await database.open())
    await letJonasDraw(door)
  })
  afterAll(async () => {
    await door.close()
    await database.remove()
  })
  beforeEach(async () => {
    const both = await openBoth(door)
    peers = both.peers
    mara = both.mara
    jonas = both.jonas
  })
  afterEach(() => {
    for (const peer of peers) peer.socket.terminate()
  })

  let desks = 0
  function addDesk(editing: TestEditing, more: object = {}): string {
    desks += 1
    const id = `obj_new-${desks}`
    addObject(editing.doc, id, { ...deskOf(`new-${desks}`, 500, 500), ...more }, 'test')
    return id
  }

  test('[DRAFT-13] the history tells who changed what: a row a person and session, however many steps it took', async () => {
    const { storage } = door.space
    await storage.transaction((tx) => tx.deleteFrom('draft_session').execute())
    const sessions = async () => {
      const found = await loadPlanHistory(storage.read, floorId, [siteId])
      return parsePlanHistory(JSON.parse(JSON.stringify(found)))?.sessions ?? []
    }
    const id = addDesk(mara)
    await mara.received()
    for (const x of [510, 520, 530]) {
      setProperties(mara.doc, id, { at: { x, y: 500 } }, 'test')
      await mara.received()
    }
    const [only, ...more] = await sessions()
    expect(more).toEqual([])
    expect(only).toMatchObject({
      by: { memberId: 'mem_mara' },
      told: {
        added: { count: 1, names: [{ kind: 'place', resourceId: `res_new-${desks}`, unit: null }] },
        ...{ moved: { count: 0 }, changed: { count: 0 }, removed: { count: 0 }, more: 0 },
      },
    })
    expect(only?.by.name).toMatch(/^Mara/)
    const theirs = Y.encodeStateAsUpdate(mara.doc)
    Y.applyUpdate(jonas.doc, theirs, 'server')
    setProperties(jonas.doc, id, { at: { x: 700, y: 500 } }, 'test')
    const told = async () =>
      (await sessions()).map(({ by, told }) => `${by.memberId} ${told.moved.count}`).sort()
    await expect.poll(told, poll).toEqual(['mem_jonas 1', 'mem_mara 0'])
    // Longer ago than a pause: the next change is another session.
    await storage.transaction((tx) =>
      tx
        .updateTable('draft_session')
        .set((row) => ({
          began_at: row('began_at', '-', hourMs),
          ended_at: row('ended_at', '-', hourMs),
        }))
        .execute(),
    )
    setProperties(jonas.doc, id, { at: { x: 900, y: 500 } }, 'test')
    await expect.poll(told, poll).toEqual(['mem_jonas 1', 'mem_jonas 1', 'mem_mara 0'])
    // There and back is no change, and so nothing is told of it.
    setProperties(jonas.doc, id, { at: { x: 700, y: 500 } }, 'test')
    await expect.poll(told, poll).toEqual(['mem_jonas 1', 'mem_mara 0'])
  })

  test("[DRAFT-13] a change that is refused is in nobody's session", async () => {
    const { storage } = door.space
    await storage.transaction((tx) => tx.deleteFrom('draft_session').execute())
    const forged = addDesk(mara, { size: { width: -1, height: 140 } })
    expect(await peers[0]?.hear('left')).toMatchObject({ code: 4409 })
    expect(forged).toMatch(/^obj_/)
    const kept = await storage.read.selectFrom('draft_session').selectAll().execute()
    expect(kept).toEqual([])
  })
})
