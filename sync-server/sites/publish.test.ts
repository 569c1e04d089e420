import { afterEach, beforeEach, expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import type { DraftObject } from '../../floorplans/document/draft/draft.ts'
import {
  addObject,
  readDraft,
  removeObject,
  setProperties,
  setResource,
} from '../../floorplans/document/draft/draft-document.ts'
import { parsePlanHistory } from '../../floorplans/document/publish/plan-history.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { onEachEngine, type TestDatabase } from '../storage/for-tests.ts'
import { invariants } from '../storage/invariants.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { loadPlanHistory } from '../storage/load-plan-history.ts'
import { loadPlan } from '../storage/load-plans.ts'
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
const desk14 = toId('resource', 'res_desk-14')
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)

const note: DraftObject = {
  ...{ kind: 'label', order: 1e6, isLocked: false, goneBy: null },
  ...{ at: { x: 100, y: 100 }, rotation: 0, text: 'Mind the step', textSize: 'small' },
}

onEachEngine('publishing a plan', (makeDatabase) => {
  let database: TestDatabase
  let door: TestDoor
  let draft: TestEditing
  let n: number

  beforeEach(async () => {
    database = await makeDatabase(testSample)
    door = await openTestDoor(await database.open())
    const peer = await door.open(await door.signIn(mara))
    draft = await openTestEditing(peer, `plan/${siteId}/${floorId}/draft`)
    n = await draft.received()
  })
  afterEach(async () => {
    for (const check of invariants) {
      const violations = await check.violations(door.space.storage.read)
      expect({ [check.title]: violations }).toEqual({ [check.title]: [] })
    }
    await door.close()
    await database.remove()
  })

  /** Changes the draft and waits until it is on disk. */
  async function drawing(change: (doc: TestEditing['doc']) => void): Promise<void> {
    draft.doc.transact(() => change(draft.doc), 'test')
    n = await draft.received()
  }

  function wish(more: object = {}) {
    const body = { siteId, floorId, epoch: draft.epoch, n, basedOn: 1, resolutions: {}, ...more }
    return intentOf(door.space.now, 'plan.publish', body)
  }

  async function publish(more: object = {}, by: string = mara) {
    const intent = wish(more)
    await door.space.send(by, intent)
    return (await door.space.outcomeOf(intent)).outcome
  }

  async function catalogue() {
    return must(await loadCatalogue(door.space.storage.read, siteId), 'the sample is there')
  }

  /** The object that draws a place. */
  function objectOf(resourceId: string): readonly [string, DraftObject & { kind: 'place' }] {
    for (const [id, object] of readDraft(draft.doc)?.objects ?? []) {
      if (object.kind === 'place' && object.resourceId === resourceId) return [id, object]
    }
    throw new Error(`${resourceId} is drawn`)
  }

  /** Bookings of the sample and of the test on a place, cancelled. */
  async function cancelAll(resourceId: string) {
    const outcome = await publish()
    const refusal = outcome.kind === 'refused' ? outcome.refusal : null
    const ids = refusal?.reason === 'unresolved-bookings' ? refusal.bookingIds : []
    expect({ [resourceId]: ids.length > 0 }).toEqual({ [resourceId]: true })
    return { resolutions: Object.fromEntries(ids.map((id) => [id, { kind: 'cancel' }])) }
  }

  test('[SETTINGS-08] [D-69] [F-09] exactly the state that was looked at becomes the next version; what came later stays in the draft', async () => {
    const [id, object] = objectOf(desk14)
    await drawing((doc) =>
      setProperties(doc, id, { rotation: (object.rotation + 180) % 360 }, null),
    )
    const lookedAt = n
    await drawing((doc) => setProperties(doc, id, { rotation: object.rotation }, null))
    const before = must(await loadPlan(door.space.storage.read, floorId, 1), 'it is published')
    expect((await publish({ n: lookedAt })).kind).toBe('confirmed')
    const after = must(await loadPlan(door.space.storage.read, floorId, 2), 'it is published now')
    const place = after.placements.find(({ resourceId }) => resourceId === desk14)
    expect(place?.rotation).toBe((object.rotation + 180) % 360)
    expect(after.placements).toHaveLength(before.placements.length)
    expect(await loadPlan(door.space.storage.read, floorId, 1)).toEqual(before)
    expect((await catalogue()).site.floors[0]).toMatchObject({ id: floorId, planVersion: 2 })
    const row = await door.space.storage.read
      .selectFrom('floor_plan')
      .selectAll()
      .where('floor_id', '=', floorId)
      .where('version', '=', 2)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ published_by: mara })
    expect(Number(row.published_at)).toBe(door.space.now)
    expect(JSON.parse(row.changes ?? '')).toMatchObject({ moved: 1, added: 0, removed: 0 })
    expect(readDraft(draft.doc)?.objects.get(id)).toEqual(object)
  })

  test('[PUBLISH-05] [F-10] the history of a floor says when, by whom and what changed, and old versions stay', async () => {
    const [id, { rotation }] = objectOf('res_desk-15')
    await drawing((doc) => {
      setProperties(doc, id, { rotation: (rotation + 180) % 360 }, null)
      setResource(doc, desk14, { name: 'Window desk' }, null)
      addObject(doc, 'obj_note', note, null)
    })
    expect((await publish()).kind).toBe('confirmed')
    await drawing((doc) => removeObject(doc, 'obj_note', mara, null))
    expect((await publish({ basedOn: 2 })).kind).toBe('confirmed')
    const { read } = door.space.storage
    const history = parsePlanHistory(await loadPlanHistory(read, floorId, [siteId]))
    const by = { memberId: mara, name: 'Mara Petersen' }
    const publishedAt = door.space.now
    expect(history?.versions).toMatchObject([
      { version: 3, publishedAt, by, changes: { moved: 0, drawn: { added: 0, removed: 1 } } },
      { version: 2, publishedAt, by, changes: { moved: 1, drawn: { added: 1, removed: 0 } } },
      { version: 1, by: null, changes: null },
    ])
    expect(history?.places).toEqual(new Map([[desk14, { name: 'Window desk' }]]))
    expect((await loadPlan(read, floorId, 2))?.labels.at(-1)?.text).toBe('Mind the step')
    expect(await loadPlanHistory(read, floorId, [])).toBeNull()
    expect(await loadPlanHistory(read, floorId, [toId('site', 'sit_pier-studio')])).toBeNull()
  })

  test('[SETTINGS-09] a booking keeps its desk while it is moved and renamed, and a new desk can be booked at once', async () => {
    const booking = await door.space.request('mem_hana', desk14, quietDay, 540, 600)
    await door.space.send('mem_hana', booking)
    expect((await door.space.outcomeOf(booking)).outcome.kind).toBe('confirmed')
    const [id, object] = objectOf(desk14)
    const [goneId, gone] = objectOf('res_desk-15')
    await drawing((doc) => {
      setProperties(doc, id, { at: gone.at }, null)
      setProperties(doc, goneId, { at: object.at }, null)
      setResource(doc, desk14, { name: 'Window desk' }, null)
    })
    expect((await publish()).kind).toBe('confirmed')
    const row = await door.space.storage.read
      .selectFrom('booking')
      .select(['resource_id', 'state'])
      .where('intent_id', '=', booking.id)
      .executeTakeFirst()
    expect(row).toEqual({ resource_id: desk14, state: 'confirmed' })
    const fresh = toId('resource', 'res_fresh')
    await drawing((doc) => {
      doc.getMap('floor').set('size', { width: 20_000, height: 20_000 })
      const spot = { at: { x: 19_000, y: 19_000 }, resourceId: fresh }
      addObject(doc, 'obj_fresh', { ...object, ...spot }, null)
    })
    expect(await publish({ basedOn: 2 })).toMatchObject({
      refusal: {
        reason: 'invalid-plan',
        problems: [{ reason: 'unnamed', objectIds: ['obj_fresh'] }],
      },
    })
    await drawing((doc) => setResource(doc, fresh, { name: 'Desk 99', kind: 'hot-desk' }, null))
    expect((await publish({ basedOn: 2 })).kind).toBe('confirmed')
    const { resources } = await catalogue()
    const like = resources.find(({ kind }) => kind === 'hot-desk')
    expect(resources.at(-1)).toMatchObject({ id: fresh, name: 'Desk 99', rules: like?.rules })
    expect(resources.find((one) => one.id === desk14)).toMatchObject({ name: 'Window desk' })
    const first = await door.space.request('mem_anton', fresh, quietDay, 540, 600)
    await door.space.send('mem_anton', first)
    expect((await door.space.outcomeOf(first)).outcome.kind).toBe('confirmed')
  })

  test('[SETTINGS-09] [D-10] [L-06] a desk that is not drawn any more lists its bookings, and is retired with them', async () => {
    const booking = await door.space.request('mem_hana', desk14, quietDay, 540, 600)
    await door.space.send('mem_hana', booking)
    await door.space.outcomeOf(booking)
    await drawing((doc) => removeObject(doc, objectOf(desk14)[0], mara, null))
    const resolved = await cancelAll(desk14)
    expect((await catalogue()).site.floors[0]?.planVersion).toBe(1)
    expect((await publish(resolved)).kind).toBe('confirmed')
    const { resources, former } = await catalogue()
    expect(resources.some(({ id }) => id === desk14)).toBe(false)
    expect(former.map(({ id }) => id)).toContain(desk14)
    const row = await door.space.storage.read
      .selectFrom('booking')
      .select('state')
      .where('intent_id', '=', booking.id)
      .executeTakeFirst()
    expect(row?.state).toBe('cancelled')
    // Brought back in the draft, it would be a place that is history.
    await drawing((doc) => setProperties(doc, objectOf(desk14)[0], { goneBy: null }, null))
    await drawing((doc) => setResource(doc, desk14, { name: 'Desk 14', kind: 'hot-desk' }, null))
    expect(await publish({ basedOn: 2 })).toMatchObject({
      refusal: {
        reason: 'invalid-setting',
        problems: [{ field: `${desk14}.id`, code: 'unknown-place' }],
      },
    })
  })

  test('[SETTINGS-06] [SETTINGS-08] members and front desk publish nothing, and neither does a state that is not there', async () => {
    for (const by of ['mem_hana', 'mem_ola', 'mem_jonas']) {
      expect(await publish({}, by)).toMatchObject({ refusal: { reason: 'not-allowed' } })
    }
    const changed = { refusal: { reason: 'setting-changed' } }
    expect(await publish({ n: n + 1 })).toMatchObject(changed)
    expect(await publish({ epoch: 'another' })).toMatchObject(changed)
    expect(await publish({ basedOn: 0 })).toMatchObject(changed)
    expect(await publish({ floorId: 'flr_pier' })).toMatchObject(changed)
    expect((await catalogue()).site.floors[0]?.planVersion).toBe(1)
  })

  test('[SETTINGS-10] a drawing takes no place of another location', async () => {
    const [, object] = objectOf(desk14)
    const other = must(
      (await loadCatalogue(door.space.storage.read, 'sit_pier-studio'))?.resources[0],
      'a place',
    )
    await drawing((doc) => {
      doc.getMap('floor').set('size', { width: 20_000, height: 20_000 })
      const spot = { at: { x: 19_000, y: 19_000 }, resourceId: other.id }
      addObject(doc, 'obj_other', { ...object, ...spot }, null)
      setResource(doc, other.id, { name: 'Taken', kind: 'hot-desk' }, null)
    })
    expect(await publish()).toMatchObject({ refusal: { reason: 'not-allowed' } })
  })

  test('[SETTINGS-08] of two who publish at once one is first, and the other is told', async () => {
    const wishes = [wish(), wish(), wish()]
    await Promise.all(wishes.map((one) => door.space.send(mara, one)))
    const settled = await Promise.all(wishes.map((one) => door.space.outcomeOf(one)))
    const reasons = settled.map(({ outcome }) =>
      outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind,
    )
    expect(reasons.sort()).toEqual(['confirmed', 'setting-changed', 'setting-changed'])
    expect((await catalogue()).site.floors[0]?.planVersion).toBe(2)
  })

  test('[SETTINGS-09] a booking that arrives while its desk is taken off the plan is either listed or refused', async () => {
    await drawing((doc) => removeObject(doc, objectOf(desk14)[0], mara, null))
    const resolved = await cancelAll(desk14)
    const booking = await door.space.request('mem_hana', desk14, quietDay, 540, 600)
    const tooEarly = wish(resolved)
    await door.space.send('mem_hana', booking)
    await door.space.send(mara, tooEarly)
    expect((await door.space.outcomeOf(booking)).outcome.kind).toBe('confirmed')
    expect((await door.space.outcomeOf(tooEarly)).outcome).toMatchObject({
      refusal: { reason: 'unresolved-bookings' },
    })
    const all = await cancelAll(desk14)
    const publishing = wish(all)
    const late = await door.space.request('mem_anton', desk14, addDays(quietDay, 1), 540, 600)
    await door.space.send(mara, publishing)
    await door.space.send('mem_anton', late)
    expect((await door.space.outcomeOf(publishing)).outcome.kind).toBe('confirmed')
    expect((await door.space.outcomeOf(late)).outcome).toMatchObject({
      refusal: { reason: 'unknown-resource' },
    })
  })
})
