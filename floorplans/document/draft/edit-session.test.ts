import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toId } from '../../../domain/values/ids.ts'
import type { DraftObject } from './draft.ts'
import {
  type Edits,
  editOf,
  editOfResource,
  hasEdits,
  isSameSession,
  joinEdits,
  NAMED_MAX,
  noEdits,
  SESSION_BREAK_MS,
  SESSION_THINGS_MAX,
  tellEdits,
} from './edit-session.ts'
import { deskOf } from './for-tests.ts'

const ada = toId('member', 'mem_ada')
const desk = deskOf('one', 100, 100)
const gone = { ...desk, goneBy: ada }
const wall: DraftObject = {
  ...{ kind: 'wall', order: 1, isLocked: false, goneBy: null, thickness: 12, material: 'solid' },
  ...{ line: { from: { x: 0, y: 0 }, to: { x: 500, y: 0 } }, openings: [] },
}

/** One change to one thing. */
function change(id: string, before?: DraftObject, after?: DraftObject): Edits {
  const edit = editOf(before, after)
  return edit === null ? noEdits : { ...noEdits, things: { [id]: edit } }
}

function said(...changes: readonly Edits[]) {
  const { added, removed, moved, changed } = tellEdits(changes.reduce(joinEdits, noEdits))
  return [added, removed, moved, changed].map(({ count }) => count).join(' ')
}

test('[DRAFT-13] a session tells what came, went, is elsewhere and is otherwise', () => {
  expect(said(change('a', undefined, desk))).toBe('1 0 0 0')
  expect(said(change('a', desk, gone))).toBe('0 1 0 0')
  expect(said(change('a', gone, desk))).toBe('1 0 0 0')
  expect(said(change('a', desk, { ...desk, at: { x: 0, y: 0 } }))).toBe('0 0 1 0')
  expect(said(change('a', desk, { ...desk, rotation: 90 }))).toBe('0 0 1 0')
  expect(said(change('a', desk, { ...desk, size: { width: 200, height: 140 } }))).toBe('0 0 0 1')
  const moved = { ...wall, line: { from: { x: 0, y: 9 }, to: { x: 500, y: 9 } } }
  expect(said(change('w', wall, moved), change('b', undefined, desk))).toBe('1 0 1 0')
  expect(said(change('w', wall, { ...wall, material: 'glass' }))).toBe('0 0 0 1')
})

test('[DRAFT-13] what comes to nothing is not told: there and back, made and deleted, above and below, locked', () => {
  const away = { ...desk, at: { x: 300, y: 300 } }
  expect(said(change('a', desk, away), change('a', away, desk))).toBe('0 0 0 0')
  expect(said(change('a', undefined, desk), change('a', desk, gone))).toBe('0 0 0 0')
  expect(said(change('a', desk, { ...desk, order: 9, isLocked: true }))).toBe('0 0 0 0')
  expect(said(change('a', undefined, desk), change('a', desk, away))).toBe('1 0 0 0')
  expect(hasEdits(joinEdits(change('a', desk, away), change('a', away, desk)))).toBe(false)
})

test('[DRAFT-13] a floor that is as large as before was not resized', () => {
  const resized = (was: string, is: string): Edits => ({ ...noEdits, size: { was, is } })
  const [away, back] = [resized('small', 'large'), resized('large', 'small')]
  expect(tellEdits(joinEdits(noEdits, away)).isResized).toBe(true)
  expect(tellEdits(joinEdits(away, change('a', undefined, desk))).isResized).toBe(true)
  expect(hasEdits(joinEdits(away, back))).toBe(false)
})

test('[DRAFT-13] however many steps a hand took, a session tells the first and the last', () => {
  const spot = fc.record({ x: fc.integer({ min: 0, max: 3 }), y: fc.constant(0) })
  const step = fc.oneof(fc.constant(null), spot)
  fc.assert(
    fc.property(step, fc.array(step, { minLength: 1, maxLength: 12 }), (start, steps) => {
      const stand = (at: typeof start) => (at === null ? gone : { ...desk, at })
      const all = [start, ...steps].map(stand)
      const changes = all.slice(1).map((after, index) => change('a', all[index], after))
      expect(said(...changes)).toBe(said(change('a', all[0], all.at(-1))))
    }),
  )
})

test('[DRAFT-13] a place is told once: that it came says also what it is called', () => {
  const named = editOfResource(desk.resourceId, undefined, { name: 'Desk 41' })
  if (named === null) throw new Error('it has a name now')
  const ofResource = { ...noEdits, things: { [desk.resourceId]: named } }
  expect(said(change('a', undefined, desk), ofResource)).toBe('1 0 0 0')
  expect(said(ofResource)).toBe('0 0 0 1')
  const undone = said(change('a', undefined, desk), ofResource, change('a', desk, gone))
  expect(undone).toBe('0 0 0 0')
  expect(editOfResource(desk.resourceId, { name: 'Desk 41' }, { name: 'Desk 41' })).toBeNull()
})

test('[DRAFT-13] half an hour without a change ends a session', () => {
  expect(isSameSession(1_000, 1_000 + SESSION_BREAK_MS)).toBe(true)
  expect(isSameSession(1_000, 1_001 + SESSION_BREAK_MS)).toBe(false)
})

test('[DRAFT-13] a session keeps so many things, names fewer, and counts the rest', () => {
  const many = Array.from({ length: SESSION_THINGS_MAX + 7 }, (_, at) =>
    change(`obj_${at}`, undefined, deskOf(`many-${at}`, at, 0)),
  )
  const all = many.reduce(joinEdits, noEdits)
  expect(Object.keys(all.things)).toHaveLength(SESSION_THINGS_MAX)
  const told = tellEdits(all)
  expect(told.added.count).toBe(SESSION_THINGS_MAX)
  expect(told.added.names).toHaveLength(NAMED_MAX)
  expect(told.more).toBe(7)
})

test('[DRAFT-13] things of one name are counted, and places come first', () => {
  const walls = ['a', 'b', 'c'].map((id) => change(`obj_${id}`, undefined, wall))
  const { added } = tellEdits(
    [...walls, change('obj_d', undefined, desk)].reduce(joinEdits, noEdits),
  )
  expect(added).toEqual({
    count: 4,
    names: [
      { kind: 'place', resourceId: desk.resourceId, unit: null, many: 1 },
      { kind: 'wall', many: 3 },
    ],
  })
})
