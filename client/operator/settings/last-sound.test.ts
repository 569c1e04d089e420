// @vitest-environment happy-dom
import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { decideChoice } from '../../../domain/bookings/decide-choice.ts'
import { ada, desk1, harbour, span } from '../../../domain/bookings/for-tests.ts'
import type { BookingRules } from '../../../domain/sites/booking-rules.ts'
import { rulesProblems } from '../../../domain/sites/rules-problems.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import { createLastSound } from './last-sound.ts'

/** As a form lays it over the space. */
function applied(rules: BookingRules) {
  const resources = harbour.resources.map((one) => (one.id === desk1.id ? { ...one, rules } : one))
  return { after: { ...harbour, resources }, problems: rulesProblems(rules) }
}

test('[O-03] rules are tried as they would be, and what is none of them is tried by nobody', () => {
  createRoot((dispose) => {
    const [rules, setRules] = createSignal(desk1.rules)
    const after = createLastSound(() => applied(rules()), harbour)
    const interval = span('2026-11-26', 540, 600)
    const now = toInstant(interval.startsAt - 3_600_000)
    const tried = () => {
      const resource = after().resources.find(({ id }) => id === desk1.id) ?? desk1
      const about = { member: ada, people: 1, occupied: [], ownTimes: [], preferredUnit: null }
      return decideChoice({ ...about, catalogue: after(), resource, interval, now })
    }
    const answer = () => {
      const decided = tried()
      return decided.kind === 'refused' ? decided.refusal.reason : decided.kind
    }
    expect(answer()).toBe('fits')
    setRules({ ...desk1.rules, noticeMinutes: 120 })
    expect(answer()).toBe('notice')
    setRules({ ...desk1.rules, advanceLimits: [{ kind: 'calendar-days', days: 1e9 }] })
    expect(answer()).toBe('notice')
    setRules({ ...desk1.rules, minMinutes: 30 })
    expect(answer()).toBe('fits')
    dispose()
  })
})
