import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import { BACKGROUND_ID, type DraftObject } from './draft.ts'
import { type Property, readDraft, writeDraft } from './draft-document.ts'
import { makeDrafting, type Touch } from './drafting.ts'
import { backgroundOf, deskOf, draftWith } from './for-tests.ts'
import { draftProperties } from './parse-draft.ts'
import { FLOOR, setAgain, valueAt, WHOLE } from './touches.ts'

const deskA = toId('resource', 'res_a')

/** Ana and Ben, each with a copy of one floor; who has the higher number stands where both set one value. */
function apart(numbers: readonly [number, number] = [1, 2], has = 'a thing of each kind') {
  const first = new Y.Doc()
  writeDraft(first, draftWith(has === 'nothing' ? {} : oneOfEach()), null)
  const people = numbers.map((clientId, index) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first))
    doc.clientID = clientId
    const hands = makeDrafting(doc, toId('member', `mem_${index}`))
    const told: Touch[] = []
    hands.onLost((touches) => told.push(...touches))
    return { doc, hands, told }
  })
  const [ana, ben] = people
  const meet = () => {
    const states = people.map(({ doc }) => Y.encodeStateAsUpdate(doc))
    for (const { doc } of people) for (const state of states) Y.applyUpdate(doc, state)
  }
  return { ana: must(ana, 'there are two'), ben: must(ben, 'there are two'), meet }
}

function oneOfEach(): Record<string, DraftObject> {
  const { shape: _s, resourceId: _r, unit: _u, ...common } = deskOf('a', 200, 200)
  const { size: _size, rotation: _rotation, ...flat } = common
  const { at: _at, ...lying } = flat
  return {
    obj_place: deskOf('a', 200, 200),
    obj_area: { ...flat, size: common.size, kind: 'area', surface: 'tile' },
    obj_zone: { ...flat, kind: 'zone', name: 'North' },
    obj_wall: {
      ...lying,
      kind: 'wall',
      line: { from: { x: 0, y: 0 }, to: { x: 100, y: 0 } },
      thickness: 10,
      material: 'solid',
      openings: [],
    },
    obj_fixture: { ...common, kind: 'fixture', fixture: 'plant' },
    obj_label: { ...flat, rotation: 0, kind: 'label', text: 'Way out', textSize: 'small' },
    [BACKGROUND_ID]: backgroundOf(),
  }
}

/** Every property of the document, as a place in that floor. */
const properties: readonly Pick<Touch, 'id' | 'key'>[] = [
  ...draftProperties.objects.flatMap(({ kind, keys }) =>
    keys.map((key) => ({ id: kind === 'background' ? BACKGROUND_ID : `obj_${kind}`, key })),
  ),
  ...draftProperties.resources.map((key) => ({ id: deskA, key })),
  ...draftProperties.floor.map((key) => ({ id: FLOOR, key })),
]

/** Values that are unlike each other and unlike any that stands; what they mean is asked by nobody here. */
const anas: Property = { width: 101, height: 101 }
const bens: Property = { width: 202, height: 202 }

test('[DRAFT-10] the floor of these tests has every property that a draft can have', () => {
  const { ana } = apart()
  const drawn = properties.filter(({ id }) => id !== deskA)
  expect(drawn.length).toBeGreaterThan(50)
  for (const one of drawn) {
    const thing = valueAt(ana.doc, { id: one.id === FLOOR ? 'obj_place' : one.id, key: WHOLE })
    expect(one.id === FLOOR ? one : thing).toHaveProperty(one.id === FLOOR ? 'key' : one.key)
  }
})

test('[DRAFT-10] [F-09] whatever property two set apart, exactly the one who lost is told, and can take it back', () => {
  for (const { id, key } of properties) {
    for (const numbers of [
      [1, 2],
      [2, 1],
    ] as const) {
      const { ana, ben, meet } = apart(numbers)
      setBy(ana, { id, key, value: anas })
      setBy(ben, { id, key, value: bens })
      meet()
      const isAnas = numbers[0] > numbers[1]
      const [loser, winner] = isAnas ? [ben, ana] : [ana, ben]
      const lost = { id, key, value: isAnas ? bens : anas }
      const where = `${id} ${key}`
      expect([where, loser.told, winner.told]).toEqual([where, [lost], []])
      loser.hands.doAgain(loser.told)
      meet()
      expect([where, valueAt(winner.doc, lost), winner.told]).toEqual([where, lost.value, []])
      loser.hands.undo()
      meet()
      // Who deletes anew does it in their own name.
      const back = key === 'goneBy' ? expect.any(String) : isAnas ? anas : bens
      expect([where, valueAt(winner.doc, lost)]).toEqual([where, back])
    }
  }
})

test('[DRAFT-07] [DRAFT-10] of many properties set apart, all are kept but those that both set, and of those each loser is told', () => {
  const some = fc.uniqueArray(fc.nat(properties.length - 1), { maxLength: 30 })
  fc.assert(
    fc.property(some, some, fc.boolean(), (anaSets, benSets, isAnaLater) => {
      const { ana, ben, meet } = apart(isAnaLater ? [2, 1] : [1, 2])
      const touches = (sets: readonly number[], value: Property) =>
        sets.map((index) => ({ ...must(properties[index], 'it is one'), value }))
      for (const touch of touches(anaSets, anas)) setBy(ana, touch)
      for (const touch of touches(benSets, bens)) setBy(ben, touch)
      meet()
      const both = new Set(anaSets.filter((index) => benSets.includes(index)))
      const [loser, winner] = isAnaLater ? [ben, ana] : [ana, ben]
      const inOrder = (all: readonly Touch[]) => all.map(({ id, key }) => `${id} ${key}`).sort()
      expect(inOrder(loser.told)).toEqual(inOrder(touches([...both], null)))
      expect(winner.told).toEqual([])
      const stood = new Map([
        ...touches(isAnaLater ? benSets : anaSets, isAnaLater ? bens : anas).map(placed),
        ...touches(isAnaLater ? anaSets : benSets, isAnaLater ? anas : bens).map(placed),
      ])
      for (const { doc } of [ana, ben]) {
        for (const touch of stood.values()) expect(valueAt(doc, touch)).toEqual(touch.value)
      }
    }),
    { numRuns: 20 },
  )
})

test('[DRAFT-10] [DRAFT-11] of two who lay a picture below apart, the one whose picture is gone is told of it as a whole', () => {
  const { ana, ben, meet } = apart([1, 2], 'nothing')
  const picture = backgroundOf({ opacity: 30 })
  ana.hands.change((hands) => hands.add(BACKGROUND_ID, picture))
  ana.hands.change((hands) => hands.set(BACKGROUND_ID, { opacity: 40 }))
  ben.hands.change((hands) => hands.add(BACKGROUND_ID, backgroundOf({ opacity: 80 })))
  meet()
  const whole = { id: BACKGROUND_ID, key: WHOLE, value: { ...picture, opacity: 40 } }
  expect([ana.told, ben.told]).toEqual([[whole], []])
  ana.hands.doAgain(ana.told)
  meet()
  expect(readDraft(ben.doc)?.objects.get(BACKGROUND_ID)).toMatchObject({ opacity: 40 })
  expect(ben.told).toEqual([])
})

test('[DRAFT-10] of two who draw the same place apart and say what it is, who lost a word is told of it', () => {
  const { ana, ben, meet } = apart([1, 2], 'nothing')
  for (const [who, id, name] of [
    [ana, 'obj_one', 'Oak'],
    [ben, 'obj_other', 'Elm'],
  ] as const) {
    who.hands.change((hands) => {
      hands.add(id, deskOf('a', 200, 200))
      hands.setResource(deskA, { name, capacity: 4 })
    })
  }
  meet()
  expect([ana.told, ben.told]).toEqual([[{ id: deskA, key: 'name', value: 'Oak' }], []])
  ana.hands.doAgain(ana.told)
  expect(ana.hands.read()?.resources.get(deskA)).toEqual({ name: 'Oak', capacity: 4 })
})

test('[DRAFT-08] what is said of a place for the first time is taken back as well', () => {
  const { ana } = apart()
  ana.hands.change((hands) => hands.setResource(deskA, { name: 'Oak' }))
  expect(ana.hands.read()?.resources.get(deskA)).toEqual({ name: 'Oak' })
  ana.hands.undo()
  expect(ana.hands.read()?.resources.get(deskA)).toBeUndefined()
  ana.hands.redo()
  expect(ana.hands.read()?.resources.get(deskA)).toEqual({ name: 'Oak' })
})

function placed(touch: Touch): [string, Touch] {
  return [`${touch.id} ${touch.key}`, touch]
}

/** As a hand of the editor does it. */
function setBy({ doc, hands }: ReturnType<typeof apart>['ana'], touch: Touch): void {
  hands.change((hand) => {
    if (touch.id === FLOOR || touch.id === deskA) setAgain(doc, touch, null)
    else hand.set(touch.id, { [touch.key]: touch.value })
  })
}
