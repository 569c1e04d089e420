import fc from 'fast-check'
import { expect, test } from 'vitest'
import { desk1, desk2 } from '../../../domain/bookings/for-tests.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import { toId } from '../../../domain/values/ids.ts'
import type { Draft, DraftObject, DraftResource } from '../draft/draft.ts'
import { deskOf, draftWith } from '../draft/for-tests.ts'
import { planOfDraft } from '../draft/plan-of-draft.ts'
import { formatDrawnPlaces, parseDrawnPlaces } from './drawn-places.ts'
import { type Published, publicationOf } from './publication.ts'

const floorId = desk1.floorId
const resources = new Map([desk1, desk2].map((resource) => [resource.id, resource]))
const both = draftWith({ obj_1: deskOf('desk-1', 200, 200), obj_2: deskOf('desk-2', 500, 200) })
const nothing: Published = { plan: null, places: new Map() }
const once: Published = { plan: planOfDraft(both, floorId, 1), places: new Map() }

function saying(draft: Draft, ...said: readonly (readonly [Resource, DraftResource])[]): Draft {
  return { ...draft, resources: new Map(said.map(([{ id }, one]) => [id, one])) }
}

function setBy(draft: Draft, published = once) {
  const { drawn } = publicationOf(draft, floorId, published, resources)
  return Object.fromEntries(drawn.places.map(({ resourceId, set }) => [resourceId, set]))
}

test('[PUBLISH-01] the first publication is version 1 and retires nothing, the next one what is not drawn any more', () => {
  const first = publicationOf(both, floorId, nothing, resources)
  expect(first).toMatchObject({ plan: { version: 1 }, problems: [], drawn: { gone: [] } })
  expect(first.drawn.places.map(({ resourceId }) => resourceId)).toEqual([desk1.id, desk2.id])
  const one = draftWith({ obj_1: deskOf('desk-1', 300, 300) })
  const { plan, drawn } = publicationOf(one, floorId, once, resources)
  expect(plan).toEqual(planOfDraft(one, floorId, 2))
  expect(drawn).toMatchObject({ version: 2, gone: [desk2.id] })
})

test('[PUBLISH-01] what stands in the way is said beside it', () => {
  const near = draftWith({ obj_1: deskOf('desk-1', 200, 200), obj_2: deskOf('desk-2', 220, 200) })
  const { problems } = publicationOf(near, floorId, once, resources)
  expect(problems).toEqual([{ reason: 'overlap', objectIds: ['obj_1', 'obj_2'] }])
})

test('[PUBLISH-02] a name is set when it is changed, and not again after somebody else has given another', () => {
  const renamed = saying(both, [desk1, { name: 'Window' }], [desk2, { name: desk2.name }])
  expect(setBy(renamed)).toEqual({ [desk1.id]: { name: 'Window' }, [desk2.id]: {} })
  const published = { plan: planOfDraft(renamed, floorId, 2), places: renamed.resources }
  expect(setBy(renamed, published)).toEqual({ [desk1.id]: {}, [desk2.id]: {} })
  const again = saying(both, [desk1, { name: 'Door', capacity: 2 }])
  expect(setBy(again, published)[desk1.id]).toEqual({ name: 'Door', capacity: 2 })
})

test('[PUBLISH-02] of a new place all that is said is set', () => {
  const fresh = { ...desk1, id: toId('resource', 'res_new') }
  const draft = saying(draftWith({ obj_n: deskOf('new', 200, 200) }), [
    fresh,
    { name: 'New', kind: 'hot-desk', capacity: 1 },
  ])
  expect(setBy(draft)).toEqual({ res_new: { name: 'New', kind: 'hot-desk', capacity: 1 } })
})

test('[PUBLISH-03] a place retired or given to another floor meanwhile is not retired again', () => {
  const none = draftWith({})
  const moved = new Map([[desk1.id, { ...desk1, floorId: toId('floor', 'flr_other') }]])
  expect(publicationOf(none, floorId, once, moved).drawn.gone).toEqual([])
})

test('[PUBLISH-03] however places are moved, turned and renamed, their ids stay and none is gone', () => {
  const spot = fc.record({ x: fc.nat(900), y: fc.nat(900) })
  const change = fc.record({ at: spot, rotation: fc.nat(359), name: fc.string({ minLength: 1 }) })
  fc.assert(
    fc.property(fc.tuple(change, change), (changes) => {
      const objects = changes.map(({ at, rotation }, index): [string, DraftObject] => [
        `obj_${index + 1}`,
        { ...deskOf(`desk-${index + 1}`, 0, 0), at, rotation },
      ])
      const draft = saying(
        draftWith(Object.fromEntries(objects)),
        [desk1, { name: changes[0].name }],
        [desk2, { name: changes[1].name }],
      )
      const { plan, drawn } = publicationOf(draft, floorId, once, resources)
      expect(drawn.gone).toEqual([])
      expect(plan.placements.map(({ resourceId }) => resourceId)).toEqual([desk1.id, desk2.id])
    }),
  )
})

test('[PUBLISH-04] what a draft said is read back as it was, and nonsense as nothing', () => {
  const { resources: said } = saying(both, [desk1, { name: 'Window', amenities: ['Screen'] }])
  expect(parseDrawnPlaces(JSON.parse(formatDrawnPlaces(said)))).toEqual(said)
  expect(parseDrawnPlaces({ res_a: { price: 1 }, mem_b: {} })).toEqual(new Map())
  expect(parseDrawnPlaces(null)).toEqual(new Map())
})
