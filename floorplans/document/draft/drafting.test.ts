import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { toId } from '../../../domain/values/ids.ts'
import { writeDraft } from './draft-document.ts'
import { type Drafting, makeDrafting, type Touch } from './drafting.ts'
import { deskOf, draftWith } from './for-tests.ts'

/** Two people at one draft, each with a copy; `meet` brings what either did to the other. */
function twoAtOneDraft() {
  const first = new Y.Doc()
  writeDraft(first, draftWith({ obj_a: deskOf('a', 200, 200), obj_b: deskOf('b', 500, 500) }), null)
  const docs = [new Y.Doc(), new Y.Doc()] as const
  for (const doc of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(first))
  const meet = () => {
    const states = docs.map((doc) => Y.encodeStateAsUpdate(doc))
    for (const doc of docs) for (const state of states) Y.applyUpdate(doc, state)
  }
  const [ana, ben] = [toId('member', 'mem_ana'), toId('member', 'mem_ben')]
  return { ana: makeDrafting(docs[0], ana), ben: makeDrafting(docs[1], ben), meet }
}

function objectOf(drafting: Drafting, id: string) {
  return drafting.read()?.objects.get(id)
}

test('[DRAFT-08] undo takes back what one did, step by step, and never what another did meanwhile', () => {
  const { ana, ben, meet } = twoAtOneDraft()
  ana.change((hands) => {
    hands.set('obj_a', { at: { x: 300, y: 300 } })
    hands.set('obj_b', { rotation: 45 })
  })
  ana.change((hands) => hands.set('obj_a', { at: { x: 400, y: 400 } }))
  ben.change((hands) => hands.set('obj_a', { rotation: 90 }))
  meet()
  ana.undo()
  expect(objectOf(ana, 'obj_a')).toMatchObject({ at: { x: 300, y: 300 }, rotation: 90 })
  ana.undo()
  expect(objectOf(ana, 'obj_a')).toMatchObject({ at: { x: 200, y: 200 }, rotation: 90 })
  expect(objectOf(ana, 'obj_b')).toMatchObject({ rotation: 0 })
  expect(ana.canUndo()).toBe(false)
  ana.redo()
  expect(objectOf(ana, 'obj_a')).toMatchObject({ at: { x: 300, y: 300 } })
})

test('[DRAFT-08] who is told of a change is told that it can be undone, from the first one on', () => {
  const { ana, ben, meet } = twoAtOneDraft()
  const told: string[] = []
  ana.onChange(() => told.push(`${ana.canUndo()} ${ana.canRedo()}`))
  ana.change((hands) => hands.set('obj_a', { rotation: 90 }))
  ana.undo()
  ana.redo()
  ana.change(() => undefined)
  expect(told).toEqual(['true false', 'false true', 'true false'])
  ben.change((hands) => hands.set('obj_b', { rotation: 90 }))
  meet()
  expect(told).toHaveLength(4)
})

test('[DRAFT-08] undoing leaves alone what somebody else has set since, and what was added can be brought back', () => {
  const { ana, ben, meet } = twoAtOneDraft()
  ana.change((hands) => hands.set('obj_a', { at: { x: 300, y: 300 } }))
  meet()
  ben.change((hands) => hands.set('obj_a', { at: { x: 700, y: 700 } }))
  meet()
  ana.undo()
  expect(objectOf(ana, 'obj_a')).toMatchObject({ at: { x: 700, y: 700 } })
  ana.change((hands) => {
    hands.add('obj_c', deskOf('c', 800, 800))
    hands.setSize({ width: 2000, height: 1000 })
  })
  ana.undo()
  expect(objectOf(ana, 'obj_c')).toMatchObject({ goneBy: 'mem_ana' })
  expect(ana.read()?.size.width).toBe(1000)
  ana.redo()
  expect(objectOf(ana, 'obj_c')).toMatchObject({ goneBy: null })
  expect(ana.read()?.size.width).toBe(2000)
})

test('[DRAFT-08] who undoes that they brought something back deletes it in their own name, and may redo it', () => {
  const { ana, ben, meet } = twoAtOneDraft()
  ben.change((hands) => hands.set('obj_a', { goneBy: toId('member', 'mem_ben') }))
  meet()
  ana.change((hands) => hands.set('obj_a', { goneBy: null }))
  ana.undo()
  expect(objectOf(ana, 'obj_a')).toMatchObject({ goneBy: 'mem_ana' })
  ana.redo()
  expect(objectOf(ana, 'obj_a')).toMatchObject({ goneBy: null })
})

test('[DRAFT-10] of two who set one property at once, exactly the one who lost is told, with what they had set', () => {
  const { ana, ben, meet } = twoAtOneDraft()
  const lost: { readonly who: string; readonly touches: readonly Touch[] }[] = []
  ana.onLost((touches) => lost.push({ who: 'ana', touches }))
  ben.onLost((touches) => lost.push({ who: 'ben', touches }))
  ana.change((hands) => hands.set('obj_a', { at: { x: 300, y: 300 } }))
  ben.change((hands) => hands.set('obj_a', { at: { x: 700, y: 700 } }))
  meet()
  expect(objectOf(ana, 'obj_a')).toEqual(objectOf(ben, 'obj_a'))
  const isAnas = JSON.stringify(objectOf(ana, 'obj_a')).includes('300')
  const mine = isAnas ? { x: 700, y: 700 } : { x: 300, y: 300 }
  expect(lost).toEqual([
    { who: isAnas ? 'ben' : 'ana', touches: [{ id: 'obj_a', key: 'at', value: mine }] },
  ])
})

test('[DRAFT-10] who changes what another had done, and was heard, takes nothing from anybody', () => {
  const { ana, ben, meet } = twoAtOneDraft()
  const lost: unknown[] = []
  ana.onLost((touches) => lost.push(touches))
  ana.change((hands) => hands.set('obj_a', { at: { x: 300, y: 300 } }))
  expect(ana.unconfirmed()).toEqual([{ id: 'obj_a', key: 'at', value: { x: 300, y: 300 } }])
  meet()
  ana.confirm()
  ben.change((hands) => hands.set('obj_a', { at: { x: 700, y: 700 } }))
  meet()
  expect(ana.unconfirmed()).toEqual([])
  expect(lost).toEqual([])
})
