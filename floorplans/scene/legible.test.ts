import { expect, test } from 'vitest'
import { harbourLoftPlan } from '../plans/harbour-loft.ts'
import { isNumberLegible, legibleScale } from './legible.ts'

const desks = harbourLoftPlan.placements.filter(({ shape }) => shape === 'desk')

test('[F-01] below one scale no desk bears its number, above it each does', () => {
  const from = legibleScale(harbourLoftPlan)
  expect(desks.some((desk) => isNumberLegible(desk, from * 0.99))).toBe(false)
  expect(desks.every((desk) => isNumberLegible(desk, from * 1.01))).toBe(true)
})

test('[F-01] a seat of a table bears its number once two figures fit on it', () => {
  const seats = harbourLoftPlan.placements.filter(({ shape }) => shape === 'seat')
  expect(seats.every((seat) => isNumberLegible(seat, 0.2))).toBe(true)
  expect(seats.some((seat) => isNumberLegible(seat, 0.15))).toBe(false)
})

test('a floor of rooms alone has nothing to sum up', () => {
  const rooms = harbourLoftPlan.placements.filter(({ shape }) => shape === 'room')
  expect(legibleScale({ ...harbourLoftPlan, placements: rooms })).toBe(0)
})
