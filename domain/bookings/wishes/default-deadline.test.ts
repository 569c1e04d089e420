import { expect, test } from 'vitest'
import { addMinutes } from '../../values/instant.ts'
import { at, desk1, desk2, freeRules, harbour, harbourWith, span } from '../for-tests.ts'
import { choiceAt } from './choice.ts'
import { defaultDeadline } from './default-deadline.ts'

const morning = span('2026-11-26', 540, 780)
const made = at('2026-11-24', 540)
const wished = choiceAt(harbour, desk1.id, morning)

test('[BOOKINGS-23] [D-63] a wish is of use until its start less the notice of its place', () => {
  expect(defaultDeadline(harbour, [wished], made)).toBe(morning.startsAt)
  const strict = harbourWith({ ...desk1, rules: { ...freeRules, noticeMinutes: 120 } })
  expect(defaultDeadline(strict, [wished], made)).toBe(addMinutes(morning.startsAt, -120))
})

test('[BOOKINGS-23] [D-63] with fall-backs it is of use until the last of them is gone', () => {
  const later = choiceAt(harbour, desk2.id, span('2026-11-27', 540, 780))
  expect(defaultDeadline(harbour, [wished, later], made)).toBe(later.interval.startsAt)
})

test('[BOOKINGS-23] a time that runs already is of use for one increment, as the rules are', () => {
  const begun = addMinutes(morning.startsAt, 5)
  expect(defaultDeadline(harbour, [wished], begun)).toBe(addMinutes(morning.startsAt, 15))
})

test('[BOOKINGS-23] a deadline never lies before the wish was made', () => {
  const afterwards = addMinutes(morning.endsAt, 60)
  expect(defaultDeadline(harbour, [wished], afterwards)).toBe(afterwards)
  const gone = null
  expect(defaultDeadline(gone, [wished], made)).toBe(morning.startsAt)
})
