import { expect, test } from 'vitest'
import type { Granularity } from '../../sites/granularity.ts'
import type { OpeningHours } from '../../sites/opening-hours.ts'
import { must } from '../../values/assert.ts'
import { at, desk1, freeRules, harbour, span } from '../for-tests.ts'
import { makeStory, told } from './for-tests.ts'

const spans = [{ opens: 540, closes: 1080 }]
const hours: OpeningHours = [spans, spans, spans, spans, spans, spans, spans]
const granularities: readonly Granularity[] = [{ kind: 'day' }, { kind: 'half-day', turnsAt: 780 }]
const office = { ...desk1, hours, rules: { ...freeRules, granularities } }
const rate = {
  ...{ id: 'rat_office', resourceId: null, kind: null, tierId: null, hours: null, priority: 0 },
  ...{ hourMinor: 500, halfDayMinor: 1500, dayMinor: 2500 },
  isPrepaid: false,
}
const catalogue = { ...harbour, resources: [office], rates: [rate] }
const day = '2026-07-10'
const morning = span(day, 540, 780)
const whole = span(day, 540, 1080)
const now = at(day, 600)

test('[LOTS-13] [D-20] whoever had the morning for 15 and stays on owes 25 for the day, not 30', () => {
  const story = makeStory(catalogue, [])
  const booking = must(story.book(office.id, morning, now), 'it is free')
  expect(told(booking)).toMatchObject({ owed: 15 })
  const longer = must(story.change(booking, office.id, whole, now), 'the rest is free')
  expect(told(longer)).toMatchObject({ owed: 25 })
})
