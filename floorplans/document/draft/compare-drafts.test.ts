import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toId } from '../../../domain/values/ids.ts'
import { harbourLoftPlan } from '../../plans/harbour-loft.ts'
import { compareDrafts } from './compare-drafts.ts'
import { diffPlans } from './diff-plans.ts'
import type { Draft, DraftObject } from './draft.ts'
import { deskOf, draftWith } from './for-tests.ts'
import { draftOfPlan, planOfDraft } from './plan-of-draft.ts'

const wall: DraftObject = {
  kind: 'wall',
  order: 1,
  isLocked: false,
  goneBy: null,
  line: { from: { x: 0, y: 0 }, to: { x: 400, y: 0 } },
  thickness: 12,
  material: 'solid',
  openings: [],
}
const plant = (x: number): DraftObject => ({
  kind: 'fixture',
  order: 2,
  isLocked: false,
  goneBy: null,
  at: { x, y: 500 },
  size: { width: 40, height: 40 },
  rotation: 0,
  fixture: 'plant',
})

test('[F-08] each thing that differs is named once: moved, changed, gone or new', () => {
  const before = draftWith({
    obj_a: deskOf('a', 200, 200),
    obj_b: deskOf('b', 400, 200),
    obj_c: deskOf('c', 600, 200),
    obj_d: deskOf('d', 800, 200),
    obj_wall: wall,
  })
  const after = draftWith({
    obj_1: deskOf('a', 200, 200),
    obj_2: deskOf('b', 430, 240),
    obj_3: { ...deskOf('c', 600, 200), size: { width: 180, height: 140 } },
    obj_4: deskOf('e', 800, 200),
    obj_5: { ...wall, line: { from: { x: 0, y: 20 }, to: { x: 400, y: 20 } } },
  })
  expect(compareDrafts(before, after)).toEqual([
    { kind: 'moved', before: 'obj_b', after: 'obj_2', byCm: 50 },
    { kind: 'changed', before: 'obj_c', after: 'obj_3', byCm: 0 },
    { kind: 'removed', before: 'obj_d', after: null, byCm: 0 },
    { kind: 'moved', before: 'obj_wall', after: 'obj_5', byCm: 20 },
    { kind: 'added', before: null, after: 'obj_4', byCm: 0 },
  ])
})

test('[F-08] a place of which something else is said differs, though it stands as it stood', () => {
  const before = draftWith({ obj_a: deskOf('a', 200, 200), obj_b: deskOf('b', 400, 200) })
  const after = draftWith({ obj_1: deskOf('a', 200, 200), obj_2: deskOf('b', 430, 240) })
  expect(compareDrafts(before, after, (id) => id === deskOf('a', 0, 0).resourceId)).toEqual([
    { kind: 'changed', before: 'obj_a', after: 'obj_1', byCm: 0 },
    { kind: 'moved', before: 'obj_b', after: 'obj_2', byCm: 50 },
  ])
})

test('[F-08] what has no name is the same where it is near, and two things where it is far', () => {
  const before = draftWith({ obj_a: plant(100), obj_b: plant(200) })
  const near = draftWith({ obj_b: plant(200), obj_c: plant(250) })
  expect(compareDrafts(before, near)).toEqual([
    { kind: 'moved', before: 'obj_a', after: 'obj_c', byCm: 150 },
  ])
  const far = draftWith({ obj_b: plant(200), obj_c: plant(900) })
  expect(compareDrafts(before, far).map(({ kind }) => kind)).toEqual(['removed', 'added'])
})

test('[F-08] a wall that is longer is changed, and locking something is nothing to see', () => {
  const before = draftWith({ obj_wall: wall })
  const longer = { ...wall, line: { ...wall.line, to: { x: 500, y: 0 } } }
  const kinds = (object: DraftObject) =>
    compareDrafts(before, draftWith({ obj_wall: object })).map(({ kind }) => kind)
  expect(kinds(longer)).toEqual(['changed'])
  expect(kinds({ ...wall, isLocked: true, order: 7 })).toEqual([])
})

test('[F-08] what is compared are the changes that publishing counts', () => {
  const before = draftOfPlan(harbourLoftPlan)
  const ids = [...before.objects].filter(([, { kind }]) => kind === 'place').map(([id]) => id)
  const change = fc.record({
    id: fc.constantFrom(...ids),
    to: fc.constantFrom('moved', 'turned', 'gone', 'larger' as const),
    by: fc.integer({ min: 1, max: 90 }),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const objects = new Map(before.objects)
      for (const { id, to, by } of changes) {
        const object = objects.get(id)
        if (object?.kind !== 'place') continue
        if (to === 'moved') objects.set(id, { ...object, at: { x: object.at.x + by, y: by } })
        if (to === 'turned') objects.set(id, { ...object, rotation: by })
        if (to === 'larger') objects.set(id, { ...object, size: { width: 500 + by, height: by } })
        if (to === 'gone') objects.set(id, { ...object, goneBy: toId('member', 'mem_ana') })
      }
      const after: Draft = { ...before, objects }
      const told = compareDrafts(before, after)
      const diff = diffPlans(harbourLoftPlan, planOfDraft(after, harbourLoftPlan.floorId, 2))
      const of = (kind: string) => told.filter((one) => one.kind === kind).length
      expect(of('added')).toBe(diff.added.length)
      expect(of('removed')).toBe(diff.removed.length)
      // Who is elsewhere and of another size is told as changed; publishing counts it as moved.
      expect(of('moved') + of('changed')).toBe(diff.moved.length + diff.reshaped.length)
      // The other way round what was added is gone.
      expect(compareDrafts(after, before)).toHaveLength(told.length)
      expect(compareDrafts(after, after)).toEqual([])
    }),
    { numRuns: 40 },
  )
})
