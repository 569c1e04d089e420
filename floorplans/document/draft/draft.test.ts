import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harbourResources } from '../../../domain/seeds/harbour-loft/resources.ts'
import { toId } from '../../../domain/values/ids.ts'
import { harbourLoftPlan } from '../../plans/harbour-loft.ts'
import { pierStudioPlan } from '../../plans/pier-studio.ts'
import { diffPlans, isSamePlan } from './diff-plans.ts'
import type { DraftObject } from './draft.ts'
import { draftProblems } from './draft-problems.ts'
import { deskOf, draftWith } from './for-tests.ts'
import { parseDraftObject } from './parse-draft.ts'
import { draftOfPlan, planOfDraft } from './plan-of-draft.ts'

const floorId = harbourLoftPlan.floorId
const resources = new Map(harbourResources.map((resource) => [resource.id, resource]))

for (const plan of [harbourLoftPlan, pierStudioPlan]) {
  test(`[DRAFT-01] the draft of ${plan.floorId} amounts to the plan it was made of`, () => {
    const again = planOfDraft(draftOfPlan(plan), plan.floorId, plan.version)
    expect(again).toEqual(plan)
    expect(isSamePlan(diffPlans(plan, again))).toBe(true)
  })
}

test('[DRAFT-02] what is gone is not in the plan, and what is brought back is where it was', () => {
  const desk = deskOf('desk-1', 200, 200)
  const gone = draftWith({ obj_a: { ...desk, goneBy: toId('member', 'mem_mara') } })
  expect(planOfDraft(gone, floorId, 2).placements).toEqual([])
  const back = planOfDraft(draftWith({ obj_a: desk }), floorId, 2)
  expect(back.placements).toMatchObject([{ x: 200, y: 200, resourceId: 'res_desk-1' }])
})

test('[DRAFT-03] the diff says what moved, came, went and changed its shape, and counts what else is drawn', () => {
  const before = draftOfPlan(harbourLoftPlan)
  const places = [...before.objects].filter(([, { kind }]) => kind === 'place')
  const [[movedId], [removedId], [reshapedId]] = places as [
    (typeof places)[0],
    (typeof places)[0],
    (typeof places)[0],
  ]
  const wallId = [...before.objects].find(([, { kind }]) => kind === 'wall')?.[0] ?? ''
  const objects = new Map(before.objects)
  const change = (id: string, with_: object) =>
    objects.set(id, { ...objects.get(id), ...with_ } as DraftObject)
  change(movedId, { at: { x: 5, y: 5 } })
  objects.delete(removedId)
  objects.delete(wallId)
  change(reshapedId, { size: { width: 1, height: 1 } })
  objects.set('obj_new', deskOf('desk-new', 500, 500))
  const diff = diffPlans(harbourLoftPlan, planOfDraft({ ...before, objects }, floorId, 2))
  expect(diff.moved).toHaveLength(1)
  expect(diff.removed).toHaveLength(1)
  expect(diff.reshaped).toHaveLength(1)
  expect(diff.added).toEqual([{ resourceId: 'res_desk-new', unit: null }])
  expect(diff.drawn).toEqual({ added: 0, removed: 1 })
})

test('[DRAFT-04] the sample floor may be published as it is', () => {
  expect(draftProblems(draftOfPlan(harbourLoftPlan), resources)).toEqual([])
})

test('[DRAFT-04] what overlaps, lies outside, is there twice, has no name or is no seat of its pool may not', () => {
  const known = [...resources.keys()][0] ?? toId('resource', 'res_none')
  const one = { ...deskOf('x', 200, 200), resourceId: known }
  const reasons = (objects: Readonly<Record<string, DraftObject>>) =>
    draftProblems(draftWith(objects), resources).map(({ reason }) => reason)
  expect(reasons({ obj_a: one })).toEqual([])
  expect(reasons({ obj_a: { ...one, at: { x: 20, y: 200 } } })).toEqual(['outside'])
  expect(reasons({ obj_a: one, obj_b: { ...one, at: { x: 700, y: 700 } } })).toEqual(['twice'])
  expect(reasons({ obj_a: deskOf('new', 200, 200) })).toEqual(['unnamed'])
  expect(reasons({ obj_a: { ...one, unit: 3 } })).toEqual(['no-such-unit'])
  const other = { ...deskOf('x', 300, 200), resourceId: [...resources.keys()][1] ?? known }
  expect(reasons({ obj_a: one, obj_b: other })).toEqual(['overlap'])
})

test('[DRAFT-05] no object passes the door with a property too many, too few, or of no number', () => {
  const desk = deskOf('desk-1', 200, 200)
  expect(parseDraftObject(desk)).toEqual(desk)
  const numbers = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1e7, '5', null)
  fc.assert(
    fc.property(numbers, (x) => {
      expect(parseDraftObject({ ...desk, at: { x, y: 0 } })).toBeNull()
      expect(parseDraftObject({ ...desk, size: { width: x, height: 10 } })).toBeNull()
    }),
  )
  const { at: _, ...without } = desk
  expect(parseDraftObject(without)).toBeNull()
  expect(parseDraftObject({ ...desk, more: 1 })).toBeNull()
  expect(parseDraftObject({ ...desk, kind: 'script' })).toBeNull()
  expect(parseDraftObject({ ...desk, resourceId: 'res_../x' })).toBeNull()
})
