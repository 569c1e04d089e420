import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toId } from '../../domain/values/ids.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { planAddress, readPlanAddress } from './plan-address.ts'

const nothing = {
  siteId: null,
  floorId: null,
  placeId: null,
  date: null,
  span: null,
  unread: [],
}

function queryOf(address: string): Record<string, string> {
  return Object.fromEntries(new URL(address, 'https://space.example').searchParams)
}

test('[F-11] an address names floor, place and time as a person reads them', () => {
  const address = planAddress({
    siteId: toId('site', 'sit_harbour-loft'),
    floorId: toId('floor', 'flr_loft'),
    placeId: toId('resource', 'res_desk-14'),
    date: toLocalDate('2026-12-10'),
    span: { from: 600, until: 780 },
  })
  expect(address).toBe(
    '/plan?site=sit_harbour-loft&floor=flr_loft&place=res_desk-14&date=2026-12-10&from=10:00&until=13:00',
  )
})

test('[F-11] what was written is what is read, whichever parts there are', () => {
  const some = <T>(value: T) => fc.constantFrom(value, null)
  const spans = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .map(([from, length]) => ({ from, until: Math.min(1440, from + length) }))
  const asked = fc.record({
    siteId: some(toId('site', 'sit_harbour-loft')),
    floorId: some(toId('floor', 'flr_loft')),
    placeId: some(toId('resource', 'res_desk-14')),
    date: some(toLocalDate('2026-12-10')),
    span: fc.option(spans),
  })
  fc.assert(
    fc.property(asked, (parts) => {
      expect(readPlanAddress(queryOf(planAddress(parts)))).toEqual({ ...parts, unread: [] })
    }),
    { numRuns: 50 },
  )
})

test('[F-11] a start without an end asks for an hour', () => {
  expect(readPlanAddress({ from: '10:00' })).toEqual({
    ...nothing,
    span: { from: 600, until: 660 },
  })
})

test('[F-11] what cannot be read is left out and told of, and the rest still counts', () => {
  const asked = readPlanAddress({
    floor: 'upstairs',
    place: 'res_desk-14',
    date: '2026-02-30',
    from: '25:00',
  })
  expect(asked).toEqual({
    ...nothing,
    placeId: 'res_desk-14',
    unread: ['floor', 'time'],
  })
  expect(readPlanAddress({ from: '13:00', until: '10:00' }).unread).toEqual(['time'])
  expect(readPlanAddress({ until: '10:00' }).unread).toEqual(['time'])
  expect(readPlanAddress({ place: ['res_a', 'res_b'] }).unread).toEqual(['place'])
})

test('[F-11] whatever stands in an address, reading it never fails', () => {
  const text = fc.option(fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 2 })), {
    nil: undefined,
  })
  const query = fc.record({ site: text, floor: text, place: text, date: text, from: text })
  fc.assert(
    fc.property(query, (asked) => {
      expect(readPlanAddress(asked).unread.length).toBeLessThanOrEqual(3)
    }),
    { numRuns: 50 },
  )
})
