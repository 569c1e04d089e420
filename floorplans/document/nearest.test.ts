import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toId } from '../../domain/values/ids.ts'
import { harbourLoftPlan } from '../plans/harbour-loft.ts'
import { pierStudioPlan } from '../plans/pier-studio.ts'
import { type Direction, nextStop, type Stop, stopsOf } from './nearest.ts'
import { planDistance } from './plan-distance.ts'

const stops = stopsOf(harbourLoftPlan)
const id = (name: string) => toId('resource', `res_${name}`)

function stop(name: string): Stop {
  const found = stops.find((one) => one.resourceId === id(name))
  if (found === undefined) throw new Error(`The sample places ${name}`)
  return found
}

test('the arrow keys follow a row of desks', () => {
  expect(nextStop(stops, stop('desk-05'), 'right')).toBe(stop('desk-06'))
  expect(nextStop(stops, stop('desk-05'), 'left')).toBe(stop('desk-04'))
})

test('down from a window desk leads to the bench behind it', () => {
  expect(nextStop(stops, stop('desk-03'), 'down')).toBe(stop('desk-13'))
})

test('at the edge of the plan an arrow key leads nowhere', () => {
  expect(nextStop(stops, stop('desk-01'), 'left')).toBeNull()
  expect(nextStop(stops, stop('desk-01'), 'up')).toBeNull()
})

test('the next stop always lies in the direction asked for', () => {
  const ahead: Readonly<Record<Direction, (from: Stop, to: Stop) => boolean>> = {
    left: (from, to) => to.centre.x < from.centre.x,
    right: (from, to) => to.centre.x > from.centre.x,
    up: (from, to) => to.centre.y < from.centre.y,
    down: (from, to) => to.centre.y > from.centre.y,
  }
  const directions = fc.constantFrom<Direction>('left', 'right', 'up', 'down')
  fc.assert(
    fc.property(fc.constantFrom(...stops), directions, (from, direction) => {
      const next = nextStop(stops, from, direction)
      if (next !== null) expect(ahead[direction](from, next)).toBe(true)
    }),
  )
})

test('the seats of a pool are one stop', () => {
  expect(stops.filter((one) => one.resourceId === id('flex'))).toHaveLength(1)
})

test('the next desk of a bench is nearer than one across the floor', () => {
  const distance = planDistance([harbourLoftPlan, pierStudioPlan])
  const near = distance(id('desk-14'), id('desk-13'))
  const far = distance(id('desk-14'), id('desk-40'))
  expect(near).toBe(140)
  expect(far).toBeGreaterThan(1000)
})

test('there is no distance between floors, nor to what is on none', () => {
  const distance = planDistance([harbourLoftPlan, pierStudioPlan])
  expect(distance(id('desk-01'), id('pier-desk-1'))).toBeNull()
  expect(distance(id('desk-01'), id('nowhere'))).toBeNull()
})

test('distance is the same in both directions', () => {
  const distance = planDistance([harbourLoftPlan])
  const place = fc.constantFrom(...stops.map((one) => one.resourceId))
  fc.assert(
    fc.property(place, place, (a, b) => {
      expect(distance(a, b)).toBe(distance(b, a))
    }),
  )
})
