import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../domain/values/assert.ts'
import { addObject, readDraft } from '../../floorplans/document/draft/draft-document.ts'
import { deskOf } from '../../floorplans/document/draft/for-tests.ts'
import { readHead, readRows } from '../storage/document-log.ts'
import { onPostgres, type TestDatabase } from '../storage/for-tests.ts'
import { noNotices } from '../storage/notices.ts'
import { type AtWork, drawn, openDraft } from './drafts/for-tests.ts'
import { hearSync, openTestDoor, poll, type TestDoor, testSample } from './for-tests.ts'
import { docOf } from './judge-update.ts'

onPostgres('a draft at two servers over one database', (makeDatabase) => {
  let database: TestDatabase
  let here: TestDoor
  let there: TestDoor

  beforeAll(async () => {
    database = await makeDatabase(testSample)
    here = await openTestDoor(await database.open())
    there = await openTestDoor(await database.open())
  })
  afterAll(async () => {
    await here.close()
    await there.close()
    await database.remove()
  })

  async function openAt(door: TestDoor): Promise<AtWork> {
    const opened = await openDraft(door, 'mem_mara')
    await opened.editing.received()
    return opened
  }

  /** Applies what comes until the draft has that desk. */
  async function hearUntil({ peer, editing }: AtWork, id: string): Promise<void> {
    while (!editing.doc.getMap('objects').has(id)) {
      const message = await hearSync(peer)
      if (message?.kind === 'write') Y.applyUpdate(editing.doc, message.update, 'server')
    }
  }

  function draw({ editing }: AtWork, name: string): string {
    const id = `obj_${name}`
    addObject(editing.doc, id, deskOf(name, 500, 500), 'test')
    return id
  }

  test('[SYNC-64] what is drawn at one server is seen at the other, with its row', async () => {
    const [ada, ben] = [await openAt(here), await openAt(there)]
    const id = draw(ada, 'seen')
    const row = await ada.editing.received()
    await hearUntil(ben, id)
    expect(await ben.editing.received()).toBe(row)
    const back = draw(ben, 'back')
    expect(await ben.editing.received()).toBe(row + 1)
    await hearUntil(ada, back)
    for (const { peer } of [ada, ben]) peer.socket.terminate()
  })

  test('[SYNC-64] who draw at both at once lose nothing, and nobody is sent away', async () => {
    const [ada, ben] = [await openAt(here), await openAt(there)]
    const ids: string[] = []
    for (let round = 0; round < 8; round += 1) {
      ids.push(draw(ada, `ada-${round}`), draw(ben, `ben-${round}`))
    }
    for (const at of [ada, ben]) for (const id of ids) await hearUntil(at, id)
    expect(readDraft(ada.editing.doc)).toEqual(readDraft(ben.editing.doc))
    const { read } = here.space.storage
    const countDrawn = async () => {
      const head = must(await readHead(read, drawn), 'it was opened')
      const rows = await readRows(read, head, 0)
      expect(rows.map(({ n }) => n)).toEqual(rows.map((_row, index) => index + 1))
      return readDraft(docOf(rows.map(({ bytes }) => bytes)))?.objects.size
    }
    await expect.poll(countDrawn, poll).toBe(readDraft(ada.editing.doc)?.objects.size)
    for (const { peer } of [ada, ben]) {
      expect(peer.heard.filter(({ type }) => type === 'left')).toEqual([])
      peer.socket.terminate()
    }
  })

  test('[SYNC-64] a notice that is lost costs five seconds', async () => {
    const deaf = await openTestDoor({ ...(await database.open()), notices: noNotices })
    const [ada, ben] = [await openAt(here), await openAt(deaf)]
    const id = draw(ada, 'missed')
    await ada.editing.received()
    await deaf.pass(5_000)
    await hearUntil(ben, id)
    for (const { peer } of [ada, ben]) peer.socket.terminate()
    await deaf.close()
  })
})
