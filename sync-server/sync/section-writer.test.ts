import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Edit, Json, Sections } from '../../domain/values/sections.ts'
import { readSections, writeEdits, writeSections } from './section-writer.ts'
import { openWritten, type Written } from './written.ts'

/** One who follows from the first row on, one who comes when all is written, and one who is sent the rows as one update. */
function readersOf(rows: readonly Uint8Array[], follower: Y.Doc): readonly Sections[] {
  const late = new Y.Doc()
  for (const row of rows) Y.applyUpdate(late, row)
  const merged = new Y.Doc()
  Y.applyUpdate(merged, Y.mergeUpdates([...rows]))
  const snapshot = new Y.Doc()
  Y.applyUpdate(snapshot, Y.encodeStateAsUpdate(late))
  return [follower, late, merged, snapshot].map(readSections)
}

const key = fc.constantFrom('a', 'b', 'ключ', 'constructor', '😀')
const section = fc.constantFrom('marks', 'days', 'läuft')
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.integer(),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.constant(null),
  fc.record({ of: fc.double({ noNaN: true }), list: fc.array(fc.boolean(), { maxLength: 2 }) }),
)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('remove' as const), section, key }),
  fc.record({ kind: fc.constant('put' as const), section, key, value, keeps: fc.constant('last') }),
  fc.record({
    ...{ kind: fc.constant('put' as const), section, key: fc.constant('seq') },
    ...{ value: fc.nat(9), keeps: fc.constant('highest') },
  }),
) as fc.Arbitrary<Edit>
const sections = fc.dictionary(
  section,
  fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true }),
)
const step = fc.oneof(
  fc.record({ kind: fc.constant('whole' as const), sections }),
  fc.record({ kind: fc.constant('edits' as const), edits: fc.array(edit, { maxLength: 6 }) }),
  fc.record({
    kind: fc.constant('restart' as const),
    client: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

type Model = Map<string, Map<string, Json>>

function applyTo(model: Model, edit: Edit): void {
  const keys = model.get(edit.section) ?? new Map<string, Json>()
  model.set(edit.section, keys)
  if (edit.kind === 'remove') keys.delete(edit.key)
  else if (edit.keeps === 'last' || !(Number(keys.get(edit.key) ?? -1) >= Number(edit.value))) {
    keys.set(edit.key, edit.value)
  }
}

/** As JSON says it, without sections that hold nothing. */
function plain(model: Model): unknown {
  const whole = [...model].filter(([, keys]) => keys.size > 0)
  return new Map(
    whole.map(([name, keys]) => [name, new Map(JSON.parse(JSON.stringify([...keys])))]),
  )
}

function plainOf(held: Sections): unknown {
  return plain(
    new Map(Object.entries(held).map(([name, keys]) => [name, new Map(Object.entries(keys))])),
  )
}

test('[SYNC-45] what is written row by row is what every Yjs reader holds, through edits, whole projections and restarts', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps: readonly Step[]) => {
      const rows: Uint8Array[] = []
      const follower = new Y.Doc()
      let written: Written = openWritten([], 7)
      let model: Model = new Map()
      for (const one of steps) {
        if (one.kind === 'restart') {
          written = openWritten(rows, one.client)
          continue
        }
        if (one.kind === 'whole') {
          model = new Map(
            Object.entries(one.sections).map(([name, of]) => [name, new Map(Object.entries(of))]),
          )
        } else for (const edit of one.edits) applyTo(model, edit)
        const row =
          one.kind === 'whole'
            ? writeSections(written, one.sections)
            : writeEdits(written, one.edits)
        if (row !== null) {
          rows.push(row)
          Y.applyUpdate(follower, row)
        }
        expect(written).toEqual(openWritten(rows, written.client))
      }
      for (const held of readersOf(rows, follower)) expect(plainOf(held)).toEqual(plain(model))
    }),
    { numRuns: 60 },
  )
})

test('[SYNC-45] what stands there already is not written again, and an empty section leaves nothing behind', () => {
  const written = openWritten([], 7)
  const whole = { marks: { a: { of: 1 }, b: 'x' } }
  const first = writeSections(written, whole)
  expect(writeSections(written, structuredClone(whole))).toBeNull()
  expect(writeEdits(written, [{ kind: 'remove', section: 'none', key: 'a' }])).toBeNull()
  const emptied = writeSections(written, {})
  const doc = new Y.Doc()
  for (const row of [first, emptied]) if (row !== null) Y.applyUpdate(doc, row)
  expect(readSections(doc)).toEqual({})
  expect(written.weight).toBe(0)
  expect(Y.encodeStateAsUpdate(doc).byteLength).toBeLessThan(60)
})
