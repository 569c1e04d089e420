import { expect, test } from 'vitest'
import { toId } from '../../values/ids.ts'
import { ada, at, harbour, room, span, taken } from '../for-tests.ts'
import { offersOf, type Wanted } from './offers.ts'
import { whyNone } from './why-none.ts'

const now = at('2026-11-24', 540)
const roomOf = (name: string, capacity: number, maxMinutes: number) => ({
  ...{ ...room, id: toId('resource', `res_${name}`), name, capacity },
  rules: { ...room.rules, minMinutes: 60, maxMinutes },
})
const small = roomOf('Small', 4, 120)
const big = roomOf('Big', 12, 240)
const catalogue = { ...harbour, resources: [small, big] }
const wanted: Wanted = { kind: 'meeting-room', amenities: [], named: [], known: [] }

function whyNoneAt(from: number, until: number, people = 1, taken: readonly Taken[] = []) {
  const interval = span('2026-11-26', from, until)
  const input = { catalogue, member: ada, interval, people, occupied: taken, bookings: [], now }
  return whyNone(offersOf(input, wanted), { from, until })
}
type Taken = ReturnType<typeof taken>

test('[SEARCH-13] longer than every place is had: the most that one of them is, and the time that would be had', () => {
  expect(whyNoneAt(540, 900)).toEqual({
    refusal: { reason: 'too-long', maxMinutes: 240 },
    instead: { from: 540, until: 780 },
  })
})

test('[SEARCH-13] shorter than every place is had: the time that would be had', () => {
  expect(whyNoneAt(540, 570)).toEqual({
    refusal: { reason: 'too-short', minMinutes: 60 },
    instead: { from: 540, until: 600 },
  })
})

test('[SEARCH-13] further ahead than any place is had: how far that is, of the place that is had the furthest', () => {
  const ahead = (days: number) => ({ days, kind: 'elapsed-days' as const })
  const near = (one: typeof small, days: number) => ({
    ...{ ...one, rules: { ...one.rules, advanceLimits: [ahead(days)] } },
  })
  const known = { ...catalogue, resources: [near(small, 7), near(big, 28)] }
  const interval = span('2099-01-01', 540, 600)
  const input = { catalogue: known, member: ada, interval, people: 1, occupied: [] }
  expect(
    whyNone(offersOf({ ...input, bookings: [], now }, wanted), { from: 540, until: 600 }),
  ).toMatchObject({ refusal: { reason: 'too-far', limit: ahead(28) }, instead: null })
})

test('[SEARCH-13] more people than any place holds: the most that one of them does', () => {
  expect(whyNoneAt(540, 600, 20)).toEqual({
    refusal: { reason: 'capacity', capacity: 12 },
    instead: null,
  })
})

test('[SEARCH-13] what one place is had for, or might be on another day, is no rule of all', () => {
  expect(whyNoneAt(540, 720)).toBeNull() // too long for one, free at the other
  const interval = span('2026-11-26', 540, 600)
  expect(whyNoneAt(540, 600, 1, [taken(small, interval), taken(big, interval)])).toBeNull()
  expect(whyNone([], { from: 540, until: 600 })).toBeNull()
})
