// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { harbourResources } from '../../../domain/seeds/harbour-loft/resources.ts'
import { harbourLoft } from '../../../domain/seeds/harbour-loft/sites.ts'
import { berlin } from '../../../domain/values/for-tests.ts'
import { toId } from '../../../domain/values/ids.ts'
import type { Draft } from '../../../floorplans/document/draft/draft.ts'
import { deskOf, draftWith } from '../../../floorplans/document/draft/for-tests.ts'
import { draftProperties } from '../../../floorplans/document/draft/parse-draft.ts'
import { draftOfPlan } from '../../../floorplans/document/draft/plan-of-draft.ts'
import { FLOOR } from '../../../floorplans/document/draft/touches.ts'
import { nextNames } from '../../../floorplans/editor/desk-rows.ts'
import { harbourLoftPlan } from '../../../floorplans/plans/harbour-loft.ts'
import { words } from '../../ui/team-words.ts'
import {
  markOfObject,
  nameAgain,
  namedParts,
  nameOfTouched,
  takenNames,
  textOfTouched,
} from './place-facts.ts'

const catalogue = {
  site: harbourLoft,
  zone: berlin,
  resources: harbourResources,
  former: [],
  closures: [],
  tiers: [],
  rates: [],
}
const floorId = toId('floor', 'flr_loft')
const facts = { kind: 'hot-desk', zoneName: 'Quayside', capacity: 1, amenities: [] } as const
const resource = (tail: string) => toId('resource', `res_${tail}`)

/** Two new desks, of which one may have been taken back, and the last of the known ones. */
function drawn(isTakenBack: boolean, second = 'Desk 42'): Draft {
  const goneBy = isTakenBack ? toId('member', 'mem_ana') : null
  return {
    ...draftWith({
      'obj_desk-40': deskOf('desk-40', 100, 100),
      obj_first: { ...deskOf('first', 300, 300), goneBy },
      obj_second: deskOf('second', 500, 500),
    }),
    resources: new Map([
      [resource('first'), { ...facts, name: 'Desk 41' }],
      [resource('second'), { ...facts, name: second }],
    ]),
  }
}

test('a new place that was taken back again has let go of its number', () => {
  const last = (draft: Draft) => nextNames('Desk', 1, takenNames(catalogue, draft, floorId))
  expect(last(drawn(false))).toEqual(['Desk 43'])
  const alone = { ...drawn(true), objects: new Map([['obj_a', deskOf('desk-40', 100, 100)]]) }
  expect(last(alone)).toEqual(['Desk 41'])
})

test('a place that is known keeps its name, also while it is taken off the drawing', () => {
  expect(takenNames(catalogue, draftWith({}), floorId)).toContain('Desk 40')
})

test('a new place that is brought back has another number where its own was given away', () => {
  const place = deskOf('first', 300, 300)
  const again = (second: string) => {
    const draft = drawn(true, second)
    return nameAgain(catalogue, draft, place, takenNames(catalogue, draft, floorId))?.name ?? null
  }
  expect(again('Desk 41')).toBe('Desk 42')
  expect(again('Desk 42')).toBe(null)
  const known = deskOf('desk-40', 100, 100)
  expect(nameAgain(catalogue, drawn(false), known, ['Desk 40'])).toBe(null)
})

test('[F-04] of many things of one name each is told by where it stands, how long or how large it is', () => {
  const draft = draftOfPlan(harbourLoftPlan)
  const around = namedParts(catalogue, draft)
  const marks = new Set<string>()
  for (const object of draft.objects.values()) {
    const mark = markOfObject(object, around)
    if (object.kind === 'fixture' && object.fixture === 'chair') marks.add(mark ?? '')
    if (object.kind === 'wall') expect(mark).toMatch(/^\d+(\.\d+)? m$/)
    if (object.kind === 'area') expect(mark).toMatch(/ × .* m$/)
    if (object.kind === 'place') expect(mark).toBeNull()
  }
  expect([...marks]).toEqual(expect.arrayContaining(['Anchor', 'Ebb', 'Hall South']))
})

test('[DRAFT-10] whatever somebody else overrules is called by what it is, with what one had set where that can be read', () => {
  const keys = [
    ...draftProperties.objects.flatMap(({ keys }) => keys),
    ...draftProperties.resources,
    ...draftProperties.floor,
  ]
  const unnamed = keys.filter((key) => words.drawing.lostProperty(key) === 'something')
  expect(unnamed).toEqual([])
  const draft = drawn(false)
  const names = [FLOOR, resource('first'), 'obj_second'] as const
  expect(names.map((id) => nameOfTouched(catalogue, draft, id))).toEqual([
    'The floor',
    'Desk 41',
    'Desk 42',
  ])
  const set = (key: string, value: string | number | object | null) =>
    textOfTouched({ id: resource('first'), key, value })
  expect([
    set('name', 'Oak'),
    set('capacity', 4),
    set('amenities', ['screen', 'phone']),
    set('kind', 'phone-booth'),
    set('name', null),
    textOfTouched({ id: 'obj_second', key: 'at', value: { x: 1, y: 2 } }),
  ]).toEqual(['Oak', '4', 'screen, phone', words.states.kinds['phone-booth'], null, null])
})
