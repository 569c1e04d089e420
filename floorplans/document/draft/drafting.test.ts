import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import { diffPlans } from './diff-plans.ts'
import type { Draft } from './draft.ts'
import { readDraft, writeDraft } from './draft-document.ts'
import { type Drafting, makeDrafting, type Touch } from './drafting.ts'
import { deskOf, draftWith } from './for-tests.ts'
import { planOfDraft } from './plan-of-draft.ts'

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
  return { ana: makeDrafting(docs[0], ana), ben: makeDrafting(docs[1], ben), docs, meet }
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
  expect(ana.unconfirmed()).toEqual([
    { id: 'obj_a', key: 'at', value: { x: 300, y: 300 }, before: { x: 200, y: 200 } },
  ])
  meet()
  ana.confirm()
  ben.change((hands) => hands.set('obj_a', { at: { x: 700, y: 700 } }))
  meet()
  expect(ana.unconfirmed()).toEqual([])
  expect(lost).toEqual([])
})

test.each([
  [1, 2],
  [2, 1],
])(
  '[DRAFT-10] who was confirmed is told as well when somebody who had not heard of it overrules them (%i, %i)',
  (anas, bens) => {
    const { ana, ben, docs, meet } = twoAtOneDraft()
    const lost: { readonly who: string; readonly touches: readonly Touch[] }[] = []
    docs[0].clientID = anas
    docs[1].clientID = bens
    ana.onLost((touches) => lost.push({ who: 'ana', touches }))
    ben.onLost((touches) => lost.push({ who: 'ben', touches }))
    ana.change((hands) => hands.set('obj_a', { rotation: 30 }))
    ana.confirm()
    ben.change((hands) => hands.set('obj_a', { rotation: 60 }))
    meet()
    const isAnas = JSON.stringify(objectOf(ana, 'obj_a')).includes('"rotation":30')
    expect(isAnas).toBe(anas > bens)
    expect(lost).toEqual([
      {
        who: isAnas ? 'ben' : 'ana',
        touches: [{ id: 'obj_a', key: 'rotation', value: isAnas ? 60 : 30 }],
      },
    ])
  },
)

interface Written {
  readonly who: number
  readonly id: string
  readonly key: string
  readonly value: number
  /** What its author had set or heard of before. */
  readonly knew: ReadonlySet<Written>
}

const deed = fc.record({
  who: fc.nat(2),
  what: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        id: fc.constantFrom('obj_a', 'obj_b'),
        key: fc.constantFrom('at', 'rotation'),
      }),
    },
    { weight: 1, arbitrary: fc.constant('meets the space' as const) },
  ),
})

test.each([2, 3])(
  '[DRAFT-10] [F-09] of %i who draw apart and come and go, whoever loses a value that nobody had heard is told which',
  (many) => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 200 * many, maxLength: 200 * many }), (deeds) => {
        const first = new Y.Doc()
        writeDraft(
          first,
          draftWith({ obj_a: deskOf('a', 200, 200), obj_b: deskOf('b', 500, 500) }),
          null,
        )
        const before = must(readDraft(first), 'it was written')
        const space = new Y.Doc()
        Y.applyUpdate(space, Y.encodeStateAsUpdate(first))
        const told: string[] = []
        const people = Array.from({ length: many }, (_, who) => {
          const doc = new Y.Doc()
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(first))
          const drafting = makeDrafting(doc, toId('member', `mem_${who}`))
          drafting.onLost((all) => {
            for (const { id, key, value } of all)
              told.push(`${who} ${id} ${key} ${numberOf(value)}`)
          })
          return { doc, drafting, knows: new Set<Written>() }
        })
        const all: Written[] = []
        let spaceKnows = new Set<Written>()
        const meet = (who: number) => {
          const { doc, drafting, knows } = must(people[who], 'one of them')
          Y.applyUpdate(space, Y.encodeStateAsUpdate(doc))
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(space))
          drafting.confirm()
          spaceKnows = new Set([...spaceKnows, ...knows])
          for (const one of spaceKnows) knows.add(one)
        }
        for (const [index, { who: someone, what }] of deeds.entries()) {
          const who = someone % many
          const { drafting, knows } = must(people[who], 'one of them')
          if (what === 'meets the space') {
            meet(who)
            continue
          }
          const { id, key } = what
          const value = index % 360
          const written = { who, ...what, value, knew: new Set(knows) }
          all.push(written)
          knows.add(written)
          drafting.change((hands) =>
            hands.set(id, key === 'at' ? { at: { x: value, y: 500 } } : { rotation: value }),
          )
        }
        // Who comes last, comes last in any order.
        const order = deeds.slice(0, many).map(({ who }) => who % many)
        for (const who of [...order, ...people.keys(), ...people.keys()]) meet(who)

        const [final, ...others] = people.map(({ drafting }) => drafting.read())
        for (const other of others) expect(other).toEqual(final)
        for (const one of all) {
          const isOverruledKnowingly = all.some(
            ({ id, key, knew }) => id === one.id && key === one.key && knew.has(one),
          )
          const object = must(final?.objects.get(one.id), 'nobody deletes')
          const stands = numberOf(
            one.key === 'at' && 'at' in object
              ? object.at
              : 'rotation' in object
                ? object.rotation
                : 0,
          )
          if (isOverruledKnowingly || stands === one.value) continue
          expect(told).toContain(`${one.who} ${one.id} ${one.key} ${one.value}`)
        }
        // What publishing would say is what differs.
        const diff = diffPlans(planOf(before), planOf(must(final, 'all hold it')))
        const moved = [...before.objects].filter(([id, object]) => {
          const now = final?.objects.get(id)
          const [was, is] = [object, now].map(
            (one) => one?.kind === 'place' && [one.at, one.rotation],
          )
          return JSON.stringify(was) !== JSON.stringify(is)
        })
        expect(diff).toMatchObject({ added: [], removed: [] })
        expect(diff.moved.map(({ resourceId }) => resourceId).sort()).toEqual(
          moved.map(([, object]) => (object.kind === 'place' ? object.resourceId : '')).sort(),
        )
      }),
      { numRuns: 5, endOnFailure: true },
    )
  },
)

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  return (value as { readonly x: number }).x // a point, the only other value that is set here
}

function planOf(draft: Draft) {
  return planOfDraft(draft, toId('floor', 'flr_a'), 1)
}
