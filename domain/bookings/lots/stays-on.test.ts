import { expect, test } from 'vitest'
import type { Granularity } from '../../sites/granularity.ts'
import type { OpeningHours } from '../../sites/opening-hours.ts'
import { must } from '../../values/assert.ts'
import { at, desk1, freeRules, harbour, span } from '../for-tests.ts'
import { lot, makeStory, told } from './for-tests.ts'
import { leftOf } from './use-of.ts'

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

const together = { kinds: [desk1.kind], amount: 2, expiresAt: at('2026-12-31', 0) } as const
const half = lot('half', { ...together, unit: 'half-days' })
const days = lot('days', { ...together, unit: 'days' })

test('[LOTS-21] [D-20] of passes that expire together a morning uses the half-day, a day the day', () => {
  const first = makeStory(catalogue, [days, half])
  expect(told(must(first.book(office.id, morning, now), 'it is free'))).toMatchObject({
    ...{ uses: ['lot_half 1'], owed: 0 },
  })
  const second = makeStory(catalogue, [days, half])
  expect(told(must(second.book(office.id, whole, now), 'it is free'))).toMatchObject({
    ...{ uses: ['lot_days 1'], owed: 0 },
  })
})

test('[LOTS-21] [D-20] whoever used the half-day and stays on has it back, and uses the day', () => {
  const story = makeStory(catalogue, [days, half])
  const booking = must(story.book(office.id, morning, now), 'it is free')
  const longer = must(story.change(booking, office.id, whole, now), 'the rest is free')
  expect(told(longer)).toMatchObject({ uses: ['lot_days 1'], owed: 0 })
  expect(leftOf(half, story.wallet().uses)).toBe(2)
})

test('[LOTS-21] [D-24] what expires first goes first all the same, whatever it is', () => {
  const sooner = lot('sooner', { ...together, unit: 'half-days', expiresAt: at('2026-08-01', 0) })
  const story = makeStory(catalogue, [days, sooner])
  const booking = must(story.book(office.id, whole, now), 'it is free')
  expect(told(booking).uses[0]).toBe('lot_sooner 2')
})
