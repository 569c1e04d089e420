import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import { harbourLoftPlan } from '../../plans/harbour-loft.ts'
import {
  addObject,
  readDraft,
  removeObject,
  setProperties,
  setResource,
  writeDraft,
} from './draft-document.ts'
import { deskOf, draftWith } from './for-tests.ts'
import { draftOfPlan } from './plan-of-draft.ts'

const mara = toId('member', 'mem_mara')

/** Copies of one draft, as several people would hold them. */
function copies(count: number): readonly Y.Doc[] {
  const first = new Y.Doc()
  writeDraft(first, draftWith({ obj_a: deskOf('a', 200, 200), obj_b: deskOf('b', 500, 500) }), null)
  const state = Y.encodeStateAsUpdate(first)
  return Array.from({ length: count }, () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    return doc
  })
}

function exchange(docs: readonly Y.Doc[]): void {
  const states = docs.map((doc) => Y.encodeStateAsUpdate(doc))
  for (const doc of docs) for (const state of states) Y.applyUpdate(doc, state)
}

function objectOf(doc: Y.Doc, id: string) {
  return must(readDraft(doc)?.objects.get(id), `${id} is in the draft`)
}

test('[DRAFT-06] a whole plan goes into a document and comes out the same', () => {
  const doc = new Y.Doc()
  writeDraft(doc, draftOfPlan(harbourLoftPlan), null)
  expect(readDraft(doc)).toEqual(draftOfPlan(harbourLoftPlan))
  expect(readDraft(new Y.Doc())).toBeNull()
})

test('[DRAFT-07] [F-09] of one object, one person changes the place and another turns it, apart: both are kept', () => {
  const [one, other] = copies(2) as [Y.Doc, Y.Doc]
  setProperties(one, 'obj_a', { at: { x: 300, y: 300 } }, 'one')
  setProperties(other, 'obj_a', { rotation: 90 }, 'other')
  exchange([one, other])
  expect(objectOf(one, 'obj_a')).toMatchObject({ at: { x: 300, y: 300 }, rotation: 90 })
  expect(readDraft(one)).toEqual(readDraft(other))
})

test('[DRAFT-07] [F-09] a deleted object that somebody moved meanwhile can be brought back with the move', () => {
  const [one, other] = copies(2) as [Y.Doc, Y.Doc]
  removeObject(one, 'obj_a', mara, 'one')
  setProperties(other, 'obj_a', { at: { x: 300, y: 300 } }, 'other')
  exchange([one, other])
  expect(objectOf(other, 'obj_a').goneBy).toBe(mara)
  setProperties(other, 'obj_a', { goneBy: null }, 'other')
  expect(objectOf(other, 'obj_a')).toMatchObject({ goneBy: null, at: { x: 300, y: 300 } })
})

type Step = { readonly who: number } & (
  | { readonly kind: 'move'; readonly id: string; readonly x: number }
  | { readonly kind: 'turn'; readonly id: string; readonly rotation: number }
  | { readonly kind: 'remove' | 'restore'; readonly id: string }
  | { readonly kind: 'add'; readonly tail: number }
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'meet' }
)

const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.nat(2),
    fc.oneof(
      fc.record({
        kind: fc.constant('move' as const),
        id: fc.constantFrom('obj_a', 'obj_b'),
        x: fc.integer({ min: 100, max: 900 }),
      }),
      fc.record({
        kind: fc.constant('turn' as const),
        id: fc.constantFrom('obj_a', 'obj_b'),
        rotation: fc.integer({ min: 0, max: 359 }),
      }),
      fc.record({
        kind: fc.constantFrom('remove' as const, 'restore' as const),
        id: fc.constantFrom('obj_a', 'obj_b'),
      }),
      fc.record({ kind: fc.constant('add' as const), tail: fc.nat(999) }),
      fc.record({ kind: fc.constant('rename' as const), name: fc.constantFrom('One', 'Two') }),
      fc.record({ kind: fc.constant('meet' as const) }),
    ),
  )
  .map(([who, what]) => ({ who, ...what }))

function take(docs: readonly Y.Doc[], one: Step): void {
  const doc = must(docs[one.who], 'there are three')
  switch (one.kind) {
    case 'move':
      return setProperties(doc, one.id, { at: { x: one.x, y: 500 } }, one.who)
    case 'turn':
      return setProperties(doc, one.id, { rotation: one.rotation }, one.who)
    case 'remove':
      return removeObject(doc, one.id, mara, one.who)
    case 'restore':
      return setProperties(doc, one.id, { goneBy: null }, one.who)
    case 'add': {
      const tail = `${one.who}-${one.tail}`
      return addObject(doc, `obj_${tail}`, deskOf(tail, 500, 500), one.who)
    }
    case 'rename':
      return setResource(doc, toId('resource', 'res_a'), { name: one.name }, one.who)
    case 'meet':
      return exchange(docs)
  }
}

test('[DRAFT-09] [F-09] three people who draw apart in any way hold the same draft once they met, and nothing added is lost', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const docs = copies(3)
      for (const one of steps) take(docs, one)
      exchange(docs)
      const [first, ...others] = docs.map(readDraft)
      for (const other of others) expect(other).toEqual(first)
      const added = steps.flatMap((one) =>
        one.kind === 'add' ? [`obj_${one.who}-${one.tail}`] : [],
      )
      expect(added.filter((id) => first?.objects.get(id) === undefined)).toEqual([])
    }),
    { numRuns: 60 },
  )
})
