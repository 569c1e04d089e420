import { expect, test } from 'vitest'
import { harbourResources } from '../../../domain/seeds/harbour-loft/resources.ts'
import type { RateRow } from '../../../domain/sites/rate-row.ts'
import { must } from '../../../domain/values/assert.ts'
import { rateOf } from './rate-of-place.ts'

const desk = must(
  harbourResources.find(({ kind }) => kind === 'hot-desk'),
  'the sample has desks',
)

const rate = (more: Partial<RateRow>): RateRow => ({
  id: 'rat_1',
  resourceId: null,
  kind: null,
  tierId: null,
  hours: null,
  priority: 0,
  hourMinor: 400,
  halfDayMinor: null,
  dayMinor: null,
  isPrepaid: false,
  ...more,
})

test('[F-05] who asks for the price of a place is led to the row that speaks most closely of it', () => {
  const everybody = rate({})
  const kind = rate({ kind: 'hot-desk' })
  const own = rate({ resourceId: desk.id })
  const other = rate({ kind: 'meeting-room' })
  expect(rateOf(desk, [other, everybody, kind, own])).toBe(3)
  expect(rateOf(desk, [other, everybody, kind])).toBe(2)
  expect(rateOf(desk, [other, everybody])).toBe(1)
  expect(rateOf(desk, [other])).toBe(-1)
})
