import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readRecords } from './read-records.ts'

const fine = { id: 'bki_one', seq: 1, kind: 'booking.request', body: { note: 'quiet, please' } }

/** What the server finds in the list after the bytes went through Yjs. */
function through(value: unknown): readonly unknown[] {
  const doc = new Y.Doc()
  doc.getArray('intents').push([value])
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  return other.getArray('intents').toArray()
}

function nested(depth: number): object {
  return depth === 0 ? {} : { in: nested(depth - 1) }
}

test('[SYNC-35] reads records as they came, also of kinds and versions it does not know', () => {
  const future = { ...fine, v: 99, kind: 'room.paint', colour: ['red'] }
  for (const record of [fine, future]) {
    expect(readRecords(through(record))).toMatchObject([
      { id: 'bki_one', seq: 1, kind: record.kind },
    ])
    expect(JSON.parse(readRecords(through(record))?.[0]?.text ?? '')).toEqual(record)
  }
})

test.each([
  ['no object', 'bki_one'],
  ['nothing', null],
  ['a list', [fine]],
  ['no id', { ...fine, id: undefined }],
  ["somebody else's kind of id", { ...fine, id: 'bkg_one' }],
  ['no number', { ...fine, seq: '1' }],
  ['a number that is none', { ...fine, seq: Number.NaN }],
  ['a number below one', { ...fine, seq: 0 }],
  ['no kind', { ...fine, kind: 7 }],
  ['a kind without an end', { ...fine, kind: 'k'.repeat(65) }],
  ['infinity inside', { ...fine, body: { x: Number.POSITIVE_INFINITY } }],
  ['not a number inside', { ...fine, body: { x: [Number.NaN] } }],
  ['bytes inside', { ...fine, body: new Uint8Array(3) }],
  ['a big integer inside', { ...fine, body: 10n }],
  ['nothing at all inside', { ...fine, body: { x: undefined } }],
  ['depth without an end', { ...fine, body: nested(50) }],
  ['a text of a hundred thousand characters', { ...fine, body: 'x'.repeat(100_000) }],
])('[SYNC-35] refuses %s', (_what, value) => {
  expect(readRecords(through(value))).toBeNull()
})

test('[SYNC-35] a key that would become a prototype is refused, and no object learns anything from it', () => {
  const hostile: unknown = JSON.parse(
    '{"id":"bki_one","seq":1,"kind":"k","body":{"__proto__":{"isOwner":true}}}',
  )
  expect(readRecords(through(hostile))).toBeNull()
  const own: unknown = JSON.parse(
    '{"id":"bki_one","seq":1,"kind":"k","body":{"constructor":{"prototype":1}}}',
  )
  expect(readRecords(through(own))).toHaveLength(1)
  expect(({} as { isOwner?: boolean }).isOwner).toBeUndefined() // an object that knows nothing of it
})

test('[SYNC-35] refuses more records than an outbox may hold', () => {
  const many = Array.from({ length: 501 }, (_, index) => ({ ...fine, id: `bki_${index}` }))
  expect(readRecords(many)).toBeNull()
  expect(readRecords(many.slice(1))).toHaveLength(500)
})
