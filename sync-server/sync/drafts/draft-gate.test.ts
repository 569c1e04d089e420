import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BACKGROUND_ID } from '../../../floorplans/document/draft/draft.ts'
import {
  addObject,
  setProperties,
  writeDraft,
} from '../../../floorplans/document/draft/draft-document.ts'
import { backgroundOf, deskOf, draftWith } from '../../../floorplans/document/draft/for-tests.ts'
import { checkUpdate } from '../gate.ts'
import { docOf } from '../judge-update.ts'
import { type CheckedDraft, checkDraftChange } from './check-draft.ts'
import { defineDraft, planDraftRules } from './plan-draft.ts'

const begun = new Y.Doc()
writeDraft(begun, draftWith({ obj_a: deskOf('a', 200, 200), obj_b: deskOf('b', 500, 200) }), 'test')
const held = Y.encodeStateAsUpdate(begun)
const head = { id: 1, name: 'plan', epoch: 'e', n: 1, bytes: held.byteLength }
const known: CheckedDraft = { live: 2, all: 2, bytesAtMost: held.byteLength }

/** What the guard says of an update to that draft: the gate, then the shadow. */
function verdict(update: Uint8Array, base: readonly Uint8Array[] = [held]): string {
  const [doc, shadow] = [docOf(base), docOf(base)]
  defineDraft(shadow)
  const gated = checkUpdate(update, shadow, planDraftRules)
  if (gated.kind !== 'fine') return `gate: ${gated.kind === 'gap' ? 'gap' : gated.why}`
  let answer = 'nothing new'
  shadow.on('update', (bytes: Uint8Array, _origin, _doc, transaction: Y.Transaction) => {
    const change = { doc, shadow, held: known, head, bytes, transaction, owner: 'mem_ada/dev_one' }
    const checked = checkDraftChange(change)
    answer = checked.kind === 'fine' ? `fine, ${checked.held.live} live` : checked.why
  })
  Y.applyUpdate(shadow, update)
  return answer
}

/** The update that somebody makes who holds the draft. */
function changed(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = docOf([held])
  const before = Y.encodeStateVector(doc)
  change(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

function entry(doc: Y.Doc, id = 'obj_a'): Y.Map<unknown> {
  return doc.getMap<Y.Map<unknown>>('objects').get(id) ?? new Y.Map()
}

test('[SYNC-73] everything an editor does passes: adding, moving many times, deleting, undoing', () => {
  const doc = docOf([held])
  const before = Y.encodeStateVector(doc)
  const undo = new Y.UndoManager([doc.getMap('objects')], { captureTimeout: 0 })
  addObject(doc, 'obj_c', deskOf('c', 800, 200), null)
  for (let x = 0; x < 5; x += 1) setProperties(doc, 'obj_a', { at: { x, y: 0 } }, null)
  setProperties(doc, 'obj_b', { goneBy: 'mem_ada' }, null)
  const whole = () => verdict(Y.encodeStateAsUpdate(doc, before))
  expect(whole()).toBe('fine, 2 live')
  undo.undo()
  expect(whole()).toBe('fine, 3 live')
  for (let time = 0; time < 6; time += 1) undo.undo()
  expect(whole()).toBe('fine, 2 live')
  for (let time = 0; time < 7; time += 1) undo.redo()
  expect(whole()).toBe('fine, 2 live')
})

test.each<[string, (doc: Y.Doc) => void]>([
  ['another root', (doc) => doc.getMap('members').set('a', 1)],
  ['a list', (doc) => doc.getArray('objects').push([1])],
  ['text', (doc) => doc.getText('floor').insert(0, 'words')],
  ['XML', (doc) => doc.getMap('objects').set('obj_x', new Y.XmlElement('script'))],
  ['a document within', (doc) => entry(doc).set('kind', new Y.Doc())],
  ['a list within', (doc) => entry(doc).set('openings', new Y.Array())],
  ['a map two deep', (doc) => entry(doc).set('at', new Y.Map([['x', 1]]))],
  [
    'a map in a map that is new',
    (doc) => doc.getMap('objects').set('obj_x', new Y.Map([['at', new Y.Map([['x', 1]])]])),
  ],
  ['a plain value for an object', (doc) => doc.getMap('objects').set('obj_x', { kind: 'place' })],
  ['an id that is none', (doc) => addObject(doc, '__proto__', deskOf('x', 1, 1), null)],
  ['a resource that is none', (doc) => doc.getMap('resources').set('mem_ada', new Y.Map())],
  ['a property named as what every object has', (doc) => entry(doc).set('constructor', 1)],
  ['a prototype', (doc) => entry(doc).set('__proto__', { kind: 'place' })],
  ['a second size', (doc) => doc.getMap('floor').set('more', 1)],
])('[SYNC-73] refuses %s', (_what, change) => {
  expect(verdict(changed(change))).not.toMatch(/fine|nothing new/)
})

test.each<[string, (doc: Y.Doc) => void]>([
  ['not a number', (doc) => entry(doc).set('at', { x: Number.NaN, y: 1 })],
  ['without end', (doc) => entry(doc).set('at', { x: Number.POSITIVE_INFINITY, y: 1 })],
  ['beyond all bounds', (doc) => entry(doc).set('at', { x: 1e308, y: 1 })],
  [
    'with a hidden key',
    (doc) => entry(doc).set('at', JSON.parse('{"x":1,"y":1,"__proto__":{"z":1}}')),
  ],
  ['with a key of every object', (doc) => entry(doc).set('at', { x: 1, y: 1, toString: 1 })],
  ['of another type', (doc) => entry(doc).set('isLocked', 'yes')],
  ['bytes', (doc) => entry(doc).set('at', Uint8Array.of(1))],
  ['with a property too many', (doc) => entry(doc).set('price', 1)],
  ['with one too few', (doc) => entry(doc).delete('at')],
  [
    'with a name of a hundred thousand letters',
    (doc) =>
      doc.getMap('objects').set(
        'obj_l',
        new Y.Map(
          Object.entries({
            ...deskOf('l', 1, 1),
            kind: 'label',
            text: 'x'.repeat(100_000),
            textSize: 'small',
          }),
        ),
      ),
  ],
  ['of a floor that is no size', (doc) => doc.getMap('floor').set('size', { width: 0, height: 1 })],
  ['of a floor without a size', (doc) => doc.getMap('floor').delete('size')],
  [
    'of a resource with a price',
    (doc) => doc.getMap('resources').set('res_a', new Y.Map([['price', 1]])),
  ],
])('[SYNC-73] refuses what is %s', (_what, change) => {
  expect(verdict(changed(change))).toMatch(/is no object|is no resource|without a size|not plain/)
})

test.each<[string, (doc: Y.Doc) => void]>([
  ['that is a second one', (doc) => addObject(doc, 'obj_second', backgroundOf(), null)],
  ['in whose place a desk stands', (doc) => addObject(doc, BACKGROUND_ID, deskOf('x', 1, 1), null)],
  [
    'that names an address',
    (doc) => addObject(doc, BACKGROUND_ID, backgroundOf({ picture: 'https://a.example' }), null),
  ],
  [
    'as wide as the earth',
    (doc) => addObject(doc, BACKGROUND_ID, backgroundOf({ size: { width: 4e9, height: 1 } }), null),
  ],
  [
    'stronger than there is',
    (doc) => addObject(doc, BACKGROUND_ID, backgroundOf({ opacity: 1e308 }), null),
  ],
])('[SYNC-73] [DRAFT-11] refuses a background %s', (_what, change) => {
  expect(verdict(changed(change))).toMatch(/is no object/)
})

test('[DRAFT-11] a background passes, and another in its place', () => {
  const one = changed((doc) => addObject(doc, BACKGROUND_ID, backgroundOf(), null))
  expect(verdict(one)).toBe('fine, 3 live')
})

test('[SYNC-73] refuses a chain that Yjs would have to search for each of its items', () => {
  const bomb = Y.encodeStateAsUpdate(docOf([]))
  expect(verdict(bomb)).toBe('nothing new')
  const doc = new Y.Doc({ gc: false })
  const size = { width: 100, height: 100 }
  for (let client = 1; client <= 2; client += 1) {
    doc.clientID = client
    doc.getMap('floor').set('size', size)
  }
  // The same beginning said twice by one client: its second item names no value before it.
  const again = new Y.Doc({ gc: false })
  again.clientID = 1
  again.getMap('other').set('pad', 1)
  again.getMap('floor').set('size', size)
  const decoded = Y.decodeUpdate(Y.encodeStateAsUpdate(again))
  const check = planDraftRules.makeItemCheck()
  const [, item] = decoded.structs
  if (!(item instanceof Y.Item)) throw new Error('the second struct is the size')
  expect(check(item)).toBeNull()
  expect(check(item)).toBe('a chain that is no chain')
})

test('[SYNC-73] twenty thousand sets of one key cost little and leave one value', () => {
  const update = changed((doc) => {
    for (let x = 0; x < 20_000; x += 1) entry(doc).set('at', { x, y: 0 })
  })
  const from = performance.now()
  expect(verdict(update)).toBe('fine, 2 live')
  expect(performance.now() - from).toBeLessThan(2_000)
})

test('[SYNC-73] refuses more than a draft may hold: objects that are there, all of them, structs, bytes', () => {
  const many = (count: number, more: object = {}) =>
    changed((doc) => {
      doc.transact(() => {
        for (let at = 0; at < count; at += 1) {
          addObject(doc, `obj_many-${at}`, { ...deskOf(`m-${at}`, 1, 1), ...more }, null)
        }
      })
    })
  expect(verdict(many(2_500))).toBe('fine, 2502 live')
  expect(verdict(many(3_000))).toBe('too many objects')
  const empty = changed((doc) => {
    doc.transact(() => {
      for (let at = 0; at <= 40_000; at += 1) doc.getMap('objects').set(`obj_${at}`, new Y.Map())
    })
  })
  expect(verdict(empty)).toBe('gate: too many structs')
  expect(verdict(new Uint8Array(1_000_001))).toBe('gate: too many bytes')
})
