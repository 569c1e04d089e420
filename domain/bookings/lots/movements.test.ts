import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { bookingView } from '../booking-view.ts'
import { at, desk1, harbour, room, span } from '../for-tests.ts'
import { lot, makeStory } from './for-tests.ts'
import { leftAfter, movementsOf } from './movements.ts'
import { leftOf } from './use-of.ts'

const now = at('2026-06-01', 540)

function rowsOf(story: ReturnType<typeof makeStory>) {
  return bookingView({ bookings: story.all(), settled: [], series: [], intents: [], now })
}

test('[LOTS-19] [P-10] what was given, what bookings used and what is only known as a number stand in one list, the latest first', () => {
  const hours = lot('hours', { amount: 600, usedElsewhere: 90 })
  const story = makeStory(harbour, [hours])
  story.book(room.id, span('2026-06-10', 540, 600), now)
  const later = must(story.book(room.id, span('2026-06-12', 540, 660), now), 'it is free')
  const told = () =>
    movementsOf(hours, rowsOf(story), harbour.zone).map(({ kind, amount }) => `${kind} ${amount}`)
  expect(told()).toEqual(['used 120', 'used 60', 'elsewhere 90', 'given 600'])
  story.cancel(later, now)
  expect(told()).toEqual(['used 60', 'elsewhere 90', 'given 600'])
})

test('[LOTS-19] [D-21] a day that is used twice is taken once', () => {
  const days = lot('days', { kinds: ['hot-desk'], unit: 'days', amount: 5 })
  const story = makeStory(harbour, [days])
  story.book(desk1.id, span('2026-06-10', 540, 600), now)
  story.book(desk1.id, span('2026-06-10', 720, 900), now)
  const movements = movementsOf(days, rowsOf(story), harbour.zone)
  expect(movements.map(({ amount }) => amount)).toEqual([0, 1, 5])
  expect(leftAfter(movements)).toBe(4)
})

test('[LOTS-19] [P-10] whatever is booked and cancelled, the movements of a lot come to what is left of it', () => {
  const step = fc.record({
    day: fc.integer({ min: 10, max: 14 }),
    from: fc.integer({ min: 8, max: 18 }),
    isDesk: fc.boolean(),
    isCancelled: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const lots = [
        lot('hours', { amount: 240, usedElsewhere: 30 }),
        lot('days', { kinds: ['hot-desk'], unit: 'days', amount: 3 }),
      ]
      const story = makeStory(harbour, lots)
      for (const { day, from, isDesk, isCancelled } of steps) {
        const time = span(`2026-06-${day}`, from * 60, from * 60 + 90)
        const made = story.book(isDesk ? desk1.id : room.id, time, now)
        if (made !== null && isCancelled) story.cancel(made, now)
      }
      for (const one of lots) {
        const movements = movementsOf(one, rowsOf(story), harbour.zone)
        expect(leftAfter(movements)).toBe(leftOf(one, story.wallet().uses))
      }
    }),
    { numRuns: 40 },
  )
})
