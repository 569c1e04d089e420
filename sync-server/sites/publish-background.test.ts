import { afterEach, beforeEach, expect, test } from 'vitest'
import { toId } from '../../domain/values/ids.ts'
import { BACKGROUND_ID } from '../../floorplans/document/draft/draft.ts'
import { addObject, setProperties } from '../../floorplans/document/draft/draft-document.ts'
import { backgroundOf } from '../../floorplans/document/draft/for-tests.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { keepBlobs } from '../storage/blobs.ts'
import { onEachEngine, type TestDatabase } from '../storage/for-tests.ts'
import { loadPlan } from '../storage/load-plans.ts'
import { namedPictures } from '../storage/named-pictures.ts'
import {
  openTestDoor,
  openTestEditing,
  type TestDoor,
  type TestEditing,
  testSample,
} from '../sync/for-tests.ts'

const siteId = toId('site', 'sit_harbour-loft')
const floorId = toId('floor', 'flr_loft')
const mara = toId('member', 'mem_mara')
const [own, other, older] = ['a', 'b', 'c'].map((letter) => letter.repeat(64))

onEachEngine('publishing a background', (makeDatabase) => {
  let database: TestDatabase
  let door: TestDoor
  let draft: TestEditing
  let n: number

  beforeEach(async () => {
    database = await makeDatabase(testSample)
    door = await openTestDoor(await database.open())
    draft = await openTestEditing(
      await door.open(await door.signIn(mara)),
      `plan/${siteId}/${floorId}/draft`,
    )
    n = await draft.received()
  })
  afterEach(async () => {
    await door.close()
    await database.remove()
  })

  async function drawing(change: (doc: TestEditing['doc']) => void): Promise<void> {
    draft.doc.transact(() => change(draft.doc), 'test')
    n = await draft.received()
  }

  async function publish() {
    const at = { epoch: draft.epoch, n, basedOn: 1, resolutions: {} }
    const intent = intentOf(door.space.now, 'plan.publish', { siteId, floorId, ...at })
    await door.space.send(mara, intent)
    return (await door.space.outcomeOf(intent)).outcome
  }

  const picture = (sha256: string, site_id: string) => ({
    ...{ sha256, site_id, type: 'image/webp', kept_at: 1 },
    bytes: Buffer.of(1),
  })

  test('[PUBLISH-06] [F-06] a picture of another location, or of none, is not published; one of its own is', async () => {
    const { storage } = door.space
    await storage.transaction((tx) =>
      keepBlobs(tx, [picture(`${own}`, siteId), picture(`${other}`, 'sit_pier-studio')]),
    )
    const problems = [{ reason: 'no-picture', objectIds: [BACKGROUND_ID] }]
    for (const hash of [`${other}`, 'd'.repeat(64)]) {
      const background = backgroundOf({ picture: hash, shownTo: 'members' })
      await drawing((doc) => addObject(doc, BACKGROUND_ID, background, null))
      const outcome = await publish()
      expect(outcome).toMatchObject({ refusal: { reason: 'invalid-plan', problems } })
    }
    await drawing((doc) => setProperties(doc, BACKGROUND_ID, { picture: `${own}` }, null))
    expect((await publish()).kind).toBe('confirmed')
    expect((await loadPlan(storage.read, floorId, 2))?.background?.picture).toBe(own)
  })

  test('[PHOTOS-07] a picture is named by a version for ever, and by a draft also after another took its place', async () => {
    const { storage } = door.space
    await storage.transaction((tx) => keepBlobs(tx, [picture(`${own}`, siteId)]))
    const background = backgroundOf({ picture: `${own}`, shownTo: 'members' })
    await drawing((doc) => addObject(doc, BACKGROUND_ID, background, null))
    expect((await publish()).kind).toBe('confirmed')
    await drawing((doc) => setProperties(doc, BACKGROUND_ID, { picture: `${older}` }, null))
    await drawing((doc) => setProperties(doc, BACKGROUND_ID, { picture: null }, null))
    const named = await namedPictures(storage.read, siteId)
    expect([named.has(`${own}`), named.has(`${older}`), named.has(`${other}`)]).toEqual([
      true,
      true,
      false,
    ])
    await storage.transaction((tx) => tx.deleteFrom('document_row').execute())
    expect((await namedPictures(storage.read, siteId)).has(`${own}`)).toBe(true)
  })
})
