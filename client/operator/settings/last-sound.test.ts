import { expect, test } from 'vitest'
import { decideChoice } from '../../../domain/bookings/decide-choice.ts'
import { ada, desk1, harbour, span } from '../../../domain/bookings/for-tests.ts'
import type { BookingRules } from '../../../domain/sites/booking-rules.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { rulesProblems } from '../../../domain/sites/rules-problems.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import { lastSound } from './last-sound.ts'

const interval = span('2026-11-26', 540, 600)
const now = toInstant(interval.startsAt - 3_600_000)

/** As a form lays it over the space. */
function applied(rules: BookingRules) {
  const resources = harbour.resources.map((one) => (one.id === desk1.id ? { ...one, rules } : one))
  return { after: { ...harbour, resources }, problems: rulesProblems(rules) }
}

function tried(catalogue: Catalogue): string {
  const resource = catalogue.resources.find(({ id }) => id === desk1.id) ?? desk1
  const about = { member: ada, people: 1, occupied: [], ownTimes: [], preferredUnit: null }
  const decided = decideChoice({ ...about, catalogue, resource, interval, now })
  return decided.kind === 'refused' ? decided.refusal.reason : decided.kind
}

test('[O-03] rules are tried as they would be, and what is none of them is tried by nobody', () => {
  const typed: readonly Partial<BookingRules>[] = [
    {},
    { noticeMinutes: 120 },
    { noticeMinutes: 120, advanceLimits: [{ kind: 'calendar-days', days: 1e9 }] },
    { noticeMinutes: Number.NaN },
    { minMinutes: 120, maxMinutes: 240 },
  ]
  let shown: Catalogue = harbour
  const answers = typed.map((more) => {
    shown = lastSound(shown, applied({ ...desk1.rules, ...more }))
    return tried(shown)
  })
  expect(answers).toEqual(['fits', 'notice', 'notice', 'notice', 'too-short'])
})
