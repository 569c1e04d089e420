import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toId } from '../../values/ids.ts'
import { overlaps, toInterval } from '../../values/interval.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { ada, at, dedicated, desk1, freeRules, harbour, pool, span, taken } from '../for-tests.ts'
import { type AvailabilityState, availability, freeSpans } from './availability.ts'
import type { OccupiedState } from './occupancy.ts'

const day = toLocalDate('2026-11-26')
const noon = span(day, 720, 780)
const now = at('2026-11-24', 540)
const asked = {
  catalogue: harbour,
  member: ada,
  resource: desk1,
  interval: noon,
  people: 1,
  ownTimes: [],
  now,
}

function closedFor(resourceIds: readonly (typeof desk1.id)[] | null) {
  const id = toId('closure', 'clo_1')
  const from = { date: day, minute: 600 }
  const until = { date: day, minute: 750 }
  return {
    ...harbour,
    closures: [{ id, eventId: null, name: 'New carpet', resourceIds, from, until }],
  }
}

test('[BOOKINGS-28] [F-02] each state of a place has its own word: free, yours, taken, held, asked for, out of use, closed, not for this', () => {
  const state = (held: OccupiedState | null): AvailabilityState => {
    const occupied = held === null ? [] : [taken(desk1, noon, 1, held)]
    return availability({ ...asked, occupied, own: [] }).state
  }
  expect([state(null), state('booked'), state('held'), state('asked'), state('blocked')]).toEqual([
    'available',
    'busy',
    'held',
    'asked',
    'blocked',
  ])
  const free = { ...asked, occupied: [], own: [] }
  expect(availability({ ...free, own: [span(day, 700, 730)] }).state).toBe('mine')
  expect(availability({ ...free, resource: dedicated }).state).toBe('busy')
  expect(availability({ ...free, catalogue: closedFor(null) }).state).toBe('closed')
  expect(availability({ ...free, catalogue: closedFor([desk1.id]) }).state).toBe('blocked')
  expect(availability({ ...free, people: 2 })).toMatchObject({
    state: 'unavailable',
    refusal: { reason: 'capacity' },
  })
})

test('[BOOKINGS-10] [D-29] a holder finds the own desk free, at no price', () => {
  const holder = { ...ada, assigned: [dedicated.id] }
  const answer = availability({
    ...asked,
    member: holder,
    resource: dedicated,
    occupied: [],
    own: [],
  })
  expect(answer).toMatchObject({ state: 'available', price: { amountMinor: 0 } })
})

test('[BOOKINGS-74] the free stretches of a day leave out what is booked and what is closed', () => {
  const texts = (catalogue: typeof harbour) =>
    freeSpans(catalogue, desk1, day, [taken(desk1, span(day, 900, 960))]).map(
      ({ startsAt, endsAt }) => [(startsAt - at(day, 0)) / 60_000, (endsAt - at(day, 0)) / 60_000],
    )
  expect(texts(harbour)).toEqual([
    [0, 900],
    [960, 1440],
  ])
  expect(texts(closedFor([desk1.id]))).toEqual([
    [0, 600],
    [750, 900],
    [960, 1440],
  ])
})

const span15 = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.nat(90), fc.integer({ min: 1, max: 12 }))
  .map(([unit, from, length]) => taken(pool, span(day, from * 15, (from + length) * 15), unit))

test('[BOOKINGS-74] a quarter hour lies in a free stretch if and only if some unit is free in it', () => {
  fc.assert(
    fc.property(fc.array(span15, { maxLength: 12 }), (occupied) => {
      const free = freeSpans(harbour, pool, day, occupied)
      for (let quarter = 0; quarter < 96; quarter += 1) {
        const cell = toInterval(at(day, quarter * 15), at(day, quarter * 15 + 15))
        const busy = new Set(
          occupied.filter((one) => overlaps(one.interval, cell)).map(({ unit }) => unit),
        )
        expect(free.some((stretch) => overlaps(stretch, cell))).toBe(busy.size < 2)
      }
    }),
  )
})

test('[BOOKINGS-12] [D-09] a booking until closing time needs no room for its buffer', () => {
  const office = [{ opens: 480, closes: 1080 }]
  const hours = [office, office, office, office, office, office, office] as const
  const rules = { ...freeRules, bufferAfterMinutes: 15 }
  const resource = { ...desk1, hours, rules }
  const last = { ...asked, resource, interval: span(day, 1020, 1080), occupied: [], own: [] }
  expect(availability(last).state).toBe('available')
})
