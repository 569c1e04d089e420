import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { toId } from '../../../domain/values/ids.ts'
import { setProperties } from '../../../floorplans/document/draft/draft-document.ts'
import { parsePlanHistory } from '../../../floorplans/document/publish/plan-history.ts'
import { onEachEngine } from '../../storage/for-tests.ts'
import { loadPlanHistory } from '../../storage/load-plan-history.ts'
import { poll } from '../for-tests.ts'
import { drawTogether } from './for-tests.ts'

const siteId = toId('site', 'sit_harbour-loft')
const floorId = toId('floor', 'flr_loft')
const hourMs = 3_600_000

onEachEngine('who changed what in a draft', (makeDatabase) => {
  const drawing = drawTogether(makeDatabase)

  test('[DRAFT-13] the history tells who changed what: a row a person and session, however many steps it took', async () => {
    const { storage } = drawing.door.space
    await storage.transaction((tx) => tx.deleteFrom('draft_session').execute())
    const sessions = async () => {
      const found = await loadPlanHistory(storage.read, floorId, [siteId])
      return parsePlanHistory(JSON.parse(JSON.stringify(found)))?.sessions ?? []
    }
    const id = drawing.addDesk(drawing.mara)
    await drawing.mara.received()
    for (const x of [510, 520, 530]) {
      setProperties(drawing.mara.doc, id, { at: { x, y: 500 } }, 'test')
      await drawing.mara.received()
    }
    const [only, ...more] = await sessions()
    expect(more).toEqual([])
    expect(only).toMatchObject({
      by: { memberId: 'mem_mara' },
      told: {
        added: {
          count: 1,
          names: [{ kind: 'place', resourceId: `res_new-${drawing.desks}`, unit: null }],
        },
        ...{ moved: { count: 0 }, changed: { count: 0 }, removed: { count: 0 }, more: 0 },
      },
    })
    expect(only?.by.name).toMatch(/^Mara/)
    const theirs = Y.encodeStateAsUpdate(drawing.mara.doc)
    Y.applyUpdate(drawing.jonas.doc, theirs, 'server')
    setProperties(drawing.jonas.doc, id, { at: { x: 700, y: 500 } }, 'test')
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
    setProperties(drawing.jonas.doc, id, { at: { x: 900, y: 500 } }, 'test')
    await expect.poll(told, poll).toEqual(['mem_jonas 1', 'mem_jonas 1', 'mem_mara 0'])
    // There and back is no change, and so nothing is told of it.
    setProperties(drawing.jonas.doc, id, { at: { x: 700, y: 500 } }, 'test')
    await expect.poll(told, poll).toEqual(['mem_jonas 1', 'mem_mara 0'])
  })

  test("[DRAFT-13] a change that is refused is in nobody's session", async () => {
    const { storage } = drawing.door.space
    await storage.transaction((tx) => tx.deleteFrom('draft_session').execute())
    const forged = drawing.addDesk(drawing.mara, { size: { width: -1, height: 140 } })
    expect(await drawing.peers[0]?.hear('left')).toMatchObject({ code: 4409 })
    expect(forged).toMatch(/^obj_/)
    const kept = await storage.read.selectFrom('draft_session').selectAll().execute()
    expect(kept).toEqual([])
  })
})
