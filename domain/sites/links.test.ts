import { expect, test } from 'vitest'
import { desk1, room } from '../bookings/for-tests.ts'
import { toId } from '../values/ids.ts'
import { linkedPlaces, linkedTo, partsOf, wholesOf } from './links.ts'
import type { Resource } from './resource.ts'

function place(name: string, partOf: string | null): Resource {
  const whole = partOf === null ? null : toId('resource', `res_${partOf}`)
  return { ...room, id: toId('resource', `res_${name}`), name, partOf: whole }
}

const house = [
  ...[place('north', 'hall'), place('hall', null), place('south', 'hall')],
  ...[place('corner', 'north'), desk1],
]

function names(found: readonly Resource[]): readonly string[] {
  return found.map(({ name }) => name)
}

test('[LINKS-01] parts of parts are found below, wholes of wholes above', () => {
  const [north, hall, south, corner] = house.map(({ id }) => id)
  expect(names(partsOf(house, hall ?? desk1.id))).toEqual(['north', 'south', 'corner'])
  expect(names(wholesOf(house, corner ?? desk1.id))).toEqual(['north', 'hall'])
  expect(names(linkedTo(house, north ?? desk1.id))).toEqual(['hall', 'corner'])
  expect(names(linkedTo(house, south ?? desk1.id))).toEqual(['hall'])
  expect(names(linkedTo(house, desk1.id))).toEqual([])
  expect(names(linkedPlaces(house))).toEqual(['north', 'hall', 'south', 'corner'])
  expect(linkedPlaces([desk1])).toEqual([])
})

test('[LINKS-06] a circle, which cannot be saved, is walked once', () => {
  const round = [place('a', 'b'), place('b', 'c'), place('c', 'a')]
  const { id } = place('a', null)
  expect([...names(partsOf(round, id))].sort()).toEqual(['b', 'c'])
  expect(names(wholesOf(round, id))).toEqual(['b', 'c'])
})
