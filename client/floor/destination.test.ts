// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { toId } from '../../domain/values/ids.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { readPlanAddress } from '../app/plan-address.ts'
import { destinationOf } from './destination.ts'
import { loft, thursday } from './for-tests.ts'

const nowhere = { floorId: null, placeId: null, date: null, span: null, sentences: [] }

function followed(text: Parameters<typeof readPlanAddress>[0], catalogue = loft) {
  return destinationOf(readPlanAddress(text), catalogue, thursday)
}

test('[F-11] a link to a desk at ten leads to its floor, to the desk and to ten', () => {
  const found = followed({ place: 'res_desk-14', date: '2026-12-10', from: '10:00' })
  expect(found).toEqual({
    floorId: 'flr_loft',
    placeId: 'res_desk-14',
    date: '2026-12-10',
    span: { from: 600, until: 660 },
    sentences: [],
  })
})

test('[F-11] a place that has moved is shown on the floor where it stands now', () => {
  const attic = toId('floor', 'flr_attic')
  const resources = loft.resources.map((one) =>
    one.id === 'res_desk-14' ? { ...one, floorId: attic } : one,
  )
  const found = followed({ floor: 'flr_loft', place: 'res_desk-14' }, { ...loft, resources })
  expect(found).toEqual({ ...nowhere, floorId: attic, placeId: 'res_desk-14' })
})

test('[F-11] what is not there any more is told by name where the name is known', () => {
  const former = [
    { id: toId('resource', 'res_desk-99'), kind: 'hot-desk', name: 'Desk 99' },
  ] as const
  expect(followed({ place: 'res_desk-99' }, { ...loft, former })).toEqual({
    ...nowhere,
    sentences: ['Desk 99 isn’t there any more.'],
  })
  expect(followed({ place: 'res_never' }).sentences).toEqual(['That place isn’t there any more.'])
  expect(followed({ floor: 'flr_cellar' }).sentences).toEqual(['That floor isn’t there any more.'])
})

test('[F-11] a day that is over is told, and the rest of the link still leads somewhere', () => {
  const found = followed({ place: 'res_desk-14', date: '2026-11-25', from: '10:00' })
  expect(found).toMatchObject({ placeId: 'res_desk-14', date: null, span: null })
  expect(found.sentences).toEqual(['The day of that link is over. You see the next one.'])
  expect(followed({ date: thursday }).date).toBe(toLocalDate('2026-11-26'))
})

test('[F-11] a link to a location that is not open to somebody says so, and nothing else', () => {
  const found = followed({ site: 'sit_elsewhere', place: 'res_desk-14', date: '2020-01-01' })
  expect(found.sentences).toHaveLength(1)
  expect({ ...found, sentences: [] }).toEqual(nowhere)
})

test('[F-11] a part that cannot be read is told of once', () => {
  const found = followed({ place: 'the one by the window', from: 'ten', date: '2026-12-10' })
  expect(found.sentences).toEqual(['A part of that link can’t be read and was left out.'])
  expect(found.date).toBe('2026-12-10')
})
