import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { toId } from '../../../domain/values/ids.ts'
import { parseFloorPlan } from '../parse-floor-plan.ts'
import { diffPlans } from './diff-plans.ts'
import { BACKGROUND_ID, type DraftObject } from './draft.ts'
import { addObject, readDraft, writeDraft } from './draft-document.ts'
import { draftProblems } from './draft-problems.ts'
import { makeDrafting } from './drafting.ts'
import { backgroundOf, deskOf, draftWith } from './for-tests.ts'
import { parseDraftObject } from './parse-draft.ts'
import { draftOfPlan, planOfDraft } from './plan-of-draft.ts'

const floorId = toId('floor', 'flr_loft')
const ana = toId('member', 'mem_ana')
const planWith = (background: DraftObject) =>
  planOfDraft(draftWith({ [BACKGROUND_ID]: background }), floorId, 1)

test('[DRAFT-11] a background stands under its own id, and nothing else does', () => {
  const doc = new Y.Doc()
  writeDraft(doc, draftWith({ obj_a: deskOf('a', 200, 200) }), null)
  addObject(doc, 'obj_picture', backgroundOf(), null)
  addObject(doc, BACKGROUND_ID, deskOf('b', 1, 1), null)
  expect([...(readDraft(doc)?.objects.keys() ?? [])]).toEqual(['obj_a'])
  addObject(doc, BACKGROUND_ID, backgroundOf(), null)
  expect(readDraft(doc)?.objects.get(BACKGROUND_ID)).toEqual(backgroundOf())
})

test('[DRAFT-11] [DRAFT-08] undo brings back the picture that another took the place of', () => {
  const doc = new Y.Doc()
  writeDraft(doc, draftWith({ [BACKGROUND_ID]: backgroundOf() }), null)
  const drafting = makeDrafting(doc, ana)
  const other = { picture: 'b'.repeat(64), size: { width: 500, height: 500 } }
  drafting.change((hands) => hands.set(BACKGROUND_ID, other))
  expect(drafting.read()?.objects.get(BACKGROUND_ID)).toEqual(backgroundOf(other))
  drafting.undo()
  expect(drafting.read()?.objects.get(BACKGROUND_ID)).toEqual(backgroundOf())
})

test('[DRAFT-12] what only those who draw see is not in the plan; what members see is, and comes back as it was', () => {
  expect(planWith(backgroundOf()).background).toBeUndefined()
  expect(planWith(backgroundOf({ shownTo: 'nobody' })).background).toBeUndefined()
  expect(planWith(backgroundOf({ shownTo: 'members', goneBy: ana })).background).toBeUndefined()
  const plan = planWith(backgroundOf({ shownTo: 'members', rotation: 90 }))
  expect(plan.background).toEqual({
    ...{ x: 400, y: 300, width: 800, height: 600, rotation: 90 },
    ...{ picture: 'a'.repeat(64), opacity: 60 },
  })
  expect(parseFloorPlan(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, value: plan })
  expect(planOfDraft(draftOfPlan(plan), floorId, 1)).toEqual(plan)
})

test('[DRAFT-12] a picture that has not arrived keeps a floor from being published with it', () => {
  const reasons = (background: DraftObject) =>
    draftProblems(draftWith({ [BACKGROUND_ID]: background }), new Map()).map((one) => one.reason)
  expect(reasons(backgroundOf({ picture: null, shownTo: 'members' }))).toEqual(['no-picture'])
  expect(reasons(backgroundOf({ picture: null }))).toEqual([])
  expect(reasons(backgroundOf({ shownTo: 'members' }))).toEqual([])
})

test('[DRAFT-03] another picture, or another place for it, is a change that is counted', () => {
  const before = planWith(backgroundOf({ shownTo: 'members' }))
  const drawn = (more: object) =>
    diffPlans(before, planWith(backgroundOf({ shownTo: 'members', ...more }))).drawn
  expect(drawn({})).toEqual({ added: 0, removed: 0 })
  expect(drawn({ opacity: 30 })).toEqual({ added: 1, removed: 1 })
  expect(drawn({ shownTo: 'editors' })).toEqual({ added: 0, removed: 1 })
})

test('[DRAFT-05] no background passes the door that names no hash, or has numbers beyond all bounds', () => {
  expect(parseDraftObject(backgroundOf())).toEqual(backgroundOf())
  expect(parseDraftObject(backgroundOf({ picture: null }))).not.toBeNull()
  const numbers = fc.oneof(
    fc.double({ min: 101 }),
    fc.double({ max: 4.9 }),
    fc.constantFrom(Number.NaN, 50.5, '50', null, undefined),
  )
  fc.assert(
    fc.property(numbers, (opacity) => {
      expect(parseDraftObject({ ...backgroundOf(), opacity })).toBeNull()
    }),
  )
  const hashes = fc.oneof(fc.string(), fc.constantFrom('/api/x', 'A'.repeat(64), 'a'.repeat(65), 7))
  fc.assert(
    fc.property(hashes, (picture) => {
      fc.pre(!/^[0-9a-f]{64}$/.test(String(picture)))
      expect(parseDraftObject({ ...backgroundOf(), picture })).toBeNull()
    }),
  )
  expect(parseDraftObject({ ...backgroundOf(), size: { width: 1e9, height: 1 } })).toBeNull()
  expect(parseDraftObject({ ...backgroundOf(), shownTo: 'everybody' })).toBeNull()
  expect(
    parseDraftObject({ ...backgroundOf(), href: 'https://elsewhere.example/x.svg' }),
  ).toBeNull()
})
