import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkUpdate, type GateRules } from './gate.ts'
import { outboxRules as rules } from './outbox.ts'

function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}

function check(update: Uint8Array, held = new Y.Doc(), own: Partial<GateRules> = {}) {
  return checkUpdate(update, held, { ...rules, ...own })
}

describe('the gate', () => {
  test('[SYNC-34] lets plain records of one list through, and their removal', () => {
    const doc = new Y.Doc()
    doc.getArray('intents').push([{ id: 1 }, { id: 2 }])
    const first = Y.encodeStateAsUpdate(doc)
    expect(check(first)).toEqual({ kind: 'fine', clientIds: [doc.clientID] })
    const held = new Y.Doc()
    Y.applyUpdate(held, first)
    const before = Y.encodeStateVector(doc)
    doc.getArray('intents').delete(0)
    const removal = Y.encodeStateAsUpdate(doc, before)
    expect(check(removal, held)).toEqual({ kind: 'fine', clientIds: [] })
    expect(check(removal, held, { deletes: 'refused' })).toMatchObject({ kind: 'refused' })
  })

  test('[SYNC-34] twelve launches without a network, a wish each, are one update of twelve writers', () => {
    const doc = new Y.Doc()
    for (let launch = 0; launch < 12; launch += 1) {
      doc.clientID = 1_000 + launch
      doc.getArray('intents').push([{ seq: launch }])
    }
    expect(check(Y.encodeStateAsUpdate(doc))).toMatchObject({ kind: 'fine' })
  })

  test.each([
    ['a bomb of adjacent structs', bomb(4_000), {}],
    [
      'more bytes than the cap',
      updateOf((doc) => doc.getArray('intents').push(['x'.repeat(300_000)])),
      {},
    ],
    ['more writers than the cap', writers(65), {}],
    ['a clock that runs ahead', ahead(), {}],
    ['thousands of deletions', deletions(), {}],
    ['another root', updateOf((doc) => doc.getArray('other').push([1])), {}],
    ['a map where a list is', updateOf((doc) => doc.getMap('intents').set('a', 1)), {}],
    ['twenty thousand sets of one key', sets(), { bytesMax: 10_000_000 }],
    ['a nested list', updateOf((doc) => doc.getArray('intents').push([new Y.Array()])), {}],
    ['text', updateOf((doc) => doc.getText('intents').insert(0, 'words')), {}],
    ['XML', updateOf((doc) => doc.getXmlFragment('intents').push([new Y.XmlElement('b')])), {}],
    ['a document within', updateOf((doc) => doc.getArray('intents').push([new Y.Doc()])), {}],
  ])('[SYNC-34] refuses %s before Yjs sees it', (_what, update, own) => {
    expect(check(update, new Y.Doc(), own)).toMatchObject({ kind: 'refused' })
  })

  test('[SYNC-34] refuses bytes that end too soon, and counts of things that are not there', () => {
    const whole = updateOf((doc) => doc.getArray('intents').push([{ id: 'a' }]))
    for (let length = 0; length < whole.length - 1; length += 1) {
      expect(check(whole.slice(0, length)).kind).toBe('refused')
    }
    const huge = encoding.createEncoder()
    encoding.writeVarUint(huge, 1)
    encoding.writeVarUint(huge, Number.MAX_SAFE_INTEGER)
    expect(check(encoding.toUint8Array(huge)).kind).toBe('refused')
  })

  test('[SYNC-32] finds a gap before it, in what it refers to, and in what it deletes', () => {
    const doc = new Y.Doc()
    doc.getArray('intents').push([1])
    const one = Y.encodeStateVector(doc)
    doc.getArray('intents').push([2])
    expect(check(Y.encodeStateAsUpdate(doc, one))).toEqual({ kind: 'gap' })
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const both = Y.encodeStateVector(other)
    other.getArray('intents').push([3])
    expect(check(Y.encodeStateAsUpdate(other, both))).toEqual({ kind: 'gap' })
    other.getArray('intents').delete(0)
    const deletion = Y.encodeStateAsUpdate(other, Y.encodeStateVector(other))
    expect(check(deletion)).toEqual({ kind: 'gap' })
  })
})

/** Adjacent structs that refer to each other: applied, they exhaust the heap. */
function bomb(count: number): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  for (let turn = 0; turn < count; turn += 1) {
    doc.clientID = 1 + (turn % 2)
    doc.getArray('intents').insert(0, [turn])
  }
  return Y.encodeStateAsUpdate(doc)
}

function writers(count: number): Uint8Array {
  const doc = new Y.Doc()
  for (let writer = 1; writer <= count; writer += 1) {
    doc.clientID = writer
    doc.getArray('intents').push([writer])
  }
  return Y.encodeStateAsUpdate(doc)
}

function ahead(): Uint8Array {
  return updateOf((doc) => doc.getArray('intents').push(Array.from({ length: 10_001 }, () => 0)))
}

function deletions(): Uint8Array {
  const doc = new Y.Doc()
  const list = doc.getArray('intents')
  list.push(Array.from({ length: 4_000 }, () => 0))
  for (let index = 1; index < 1_500; index += 1) list.delete(index)
  return Y.encodeStateAsUpdate(doc)
}

function sets(): Uint8Array {
  const doc = new Y.Doc()
  for (let time = 0; time < 20_000; time += 1) doc.getMap('intents').set('key', time)
  return Y.encodeStateAsUpdate(doc)
}
