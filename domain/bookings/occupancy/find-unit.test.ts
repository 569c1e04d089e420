import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Resource } from '../../sites/resource.ts'
import { desk1, freeRules, pool, span, taken } from '../for-tests.ts'
import { findUnit } from './find-unit.ts'
import type { Occupied } from './occupancy.ts'

const day = '2026-11-26'

function withBuffers(resource: Resource, before: number, after: number): Resource {
  return {
    ...resource,
    rules: { ...freeRules, bufferBeforeMinutes: before, bufferAfterMinutes: after },
  }
}

/** Times in minutes after midnight, so that a minute can be asked for by itself. */
interface Asked {
  readonly unit: number
  readonly from: number
  readonly until: number
}

/** Free if no minute of the time, nor of the gap around it, is one in which the unit is taken: slow, and plainly right. */
function isFreeByTheMinute(asked: Asked, others: readonly Asked[], gap: number): boolean {
  const minutes = Array.from(
    { length: asked.until - asked.from + 2 * gap },
    (_, index) => asked.from - gap + index,
  )
  return !minutes.some((minute) =>
    others.some(({ unit, from, until }) => unit === asked.unit && from <= minute && minute < until),
  )
}

const time = fc
  .tuple(fc.integer({ min: 60, max: 160 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from, until: from + length }))
const others = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 3 }), time).map(([unit, span]) => ({ unit, ...span })),
  { maxLength: 12 },
)
const buffer = fc.constantFrom(0, 0, 5, 20)

test('[BOOKINGS-11] [BOOKINGS-13] [D-12] a unit is found if and only if going through every minute finds one', () => {
  fc.assert(
    fc.property(time, others, buffer, buffer, (asked, known, before, after) => {
      const pool3: Resource = withBuffers(
        { ...pool, mode: { kind: 'pool', units: 3 } },
        before,
        after,
      )
      const occupied = known.map((one) => taken(pool3, span(day, one.from, one.until), one.unit))
      const gap = Math.max(before, after)
      const free = [1, 2, 3].filter((unit) => isFreeByTheMinute({ unit, ...asked }, known, gap))
      const found = findUnit(pool3, span(day, asked.from, asked.until), occupied, null)
      if (found.kind === 'free') expect(free).toContain(found.unit)
      else expect(free).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('[BOOKINGS-11] [D-01] touching bookings do not conflict, one minute of overlap does', () => {
  const morning = [taken(desk1, span(day, 540, 780))]
  expect(findUnit(desk1, span(day, 780, 1080), morning, null)).toEqual({ kind: 'free', unit: 1 })
  expect(findUnit(desk1, span(day, 779, 1080), morning, null)).toEqual({
    kind: 'taken',
    refusal: { reason: 'booked', conflict: span(day, 540, 780) },
  })
})

test('[BOOKINGS-11] what holds the place is named: booked, held, asked for, out of use', () => {
  const states = ['booked', 'held', 'asked', 'blocked'] as const
  const reasons = states.map((state) => {
    const occupied = [taken(desk1, span(day, 540, 600), 1, state)]
    const found = findUnit(desk1, span(day, 540, 600), occupied, null)
    return found.kind === 'taken' ? found.refusal.reason : 'free'
  })
  expect(reasons).toEqual(['booked', 'held', 'asked-for', 'blocked'])
})

test('[BOOKINGS-12] [D-09] neighbours keep the larger of both buffers, not their sum', () => {
  const resource = withBuffers(desk1, 30, 15)
  const before = [taken(resource, span(day, 600, 720))]
  expect(findUnit(resource, span(day, 750, 810), before, null).kind).toBe('free')
  expect(findUnit(resource, span(day, 735, 810), before, null)).toMatchObject({
    refusal: { reason: 'buffer', bufferMinutes: 30 },
  })
  expect(findUnit(resource, span(day, 510, 570), before, null).kind).toBe('free')
})

test('[BOOKINGS-12] [D-08] of buffers of 60 and 120 minutes the larger is kept on both sides', () => {
  const resource = withBuffers(desk1, 60, 120)
  const noon = [taken(resource, span(day, 720, 780))]
  expect(findUnit(resource, span(day, 900, 960), noon, null).kind).toBe('free')
  expect(findUnit(resource, span(day, 885, 960), noon, null).kind).toBe('taken')
  expect(findUnit(resource, span(day, 540, 615), noon, null).kind).toBe('taken')
})

test('[BOOKINGS-12] what is out of use needs no buffer around it', () => {
  const resource = withBuffers(desk1, 30, 30)
  const blocked = [taken(resource, span(day, 600, 720), 1, 'blocked')]
  expect(findUnit(resource, span(day, 720, 780), blocked, null).kind).toBe('free')
})

test('[BOOKINGS-13] [D-12] ten mornings and ten afternoons pass through a pool of ten', () => {
  const ten: Resource = { ...pool, mode: { kind: 'pool', units: 10 } }
  const held: Occupied[] = []
  for (const [from, until] of [...Array(10).fill([540, 720]), ...Array(10).fill([720, 900])]) {
    const found = findUnit(ten, span(day, from, until), held, null)
    if (found.kind === 'free') held.push(taken(ten, span(day, from, until), found.unit))
  }
  expect(held).toHaveLength(20)
  expect(findUnit(ten, span(day, 660, 840), held.slice(0, 10), null)).toMatchObject({
    refusal: { reason: 'pool-full', units: 10 },
  })
  expect(findUnit(ten, span(day, 720, 840), held.slice(0, 10), null).kind).toBe('free')
})

test('[BOOKINGS-13] [B-04] a stated unit is honoured if free, else the one that leaves the smallest gaps is taken', () => {
  const around = [taken(pool, span(day, 540, 600), 2)]
  expect(findUnit(pool, span(day, 600, 660), around, 1)).toEqual({ kind: 'free', unit: 1 })
  expect(findUnit(pool, span(day, 600, 660), around, null)).toEqual({ kind: 'free', unit: 2 })
  expect(findUnit(pool, span(day, 570, 660), around, 2)).toEqual({ kind: 'free', unit: 1 })
  expect(findUnit(pool, span(day, 600, 660), around, 99)).toEqual({ kind: 'free', unit: 2 })
})

test('[BOOKINGS-14] [D-12] a pool that has the time only in parts says so', () => {
  const split = [taken(pool, span(day, 540, 600), 1), taken(pool, span(day, 600, 660), 2)]
  expect(findUnit(pool, span(day, 540, 660), split, null)).toMatchObject({
    refusal: { reason: 'pool-split' },
  })
})
