import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../values/assert.ts'
import { addMinutes, DAY_MS, type Instant, toInstant } from '../../values/instant.ts'
import { cancelBooking } from '../change-booking.ts'
import { at, span } from '../for-tests.ts'
import { effectiveAt } from './effective-at.ts'
import { bookedUnder, euros, tenAndFiveDays } from './for-tests.ts'
import { owedForNoShow } from './owed.ts'

const generation = 'generation-1'

function counted(claimed: Instant, contact: Instant, arrived: Instant): Instant {
  return effectiveAt({ madeAt: claimed, heardAt: { generation, at: contact } }, generation, arrived)
}

const monday = '2026-11-23'
const tuesday = at('2026-11-24', 540)

test('[CANCELLATION-10] [D-71] [L-08] heard of on Tuesday, a cancellation of Monday 17:58 is in time for Monday 18:00', () => {
  const made = at(monday, 17 * 60 + 58)
  expect(counted(made, at(monday, 17 * 60), tuesday)).toBe(made)
})

test('[CANCELLATION-10] [D-71] a claim older than a day before it arrived counts from that day', () => {
  const arrived = at(monday, 720)
  expect(counted(at('2026-11-21', 600), at('2026-11-20', 900), arrived)).toBe(at('2026-11-22', 720))
})

test('[CANCELLATION-10] [D-71] a clock that ran backwards gains nothing, one that ran ahead counts on arrival', () => {
  const contact = at(monday, 17 * 60)
  expect(counted(at('2026-11-20', 600), contact, tuesday)).toBe(contact)
  expect(counted(at('2026-12-24', 600), contact, tuesday)).toBe(tuesday)
})

test('[CANCELLATION-11] [D-71] without a contact in these data nothing bears out a claim', () => {
  const madeAt = at(monday, 17 * 60 + 58)
  expect(effectiveAt({ madeAt, heardAt: null }, generation, tuesday)).toBe(tuesday)
  const heardAt = { generation: 'before-the-restore', at: at(monday, 17 * 60) }
  expect(effectiveAt({ madeAt, heardAt }, generation, tuesday)).toBe(tuesday)
  expect(effectiveAt({ madeAt, heardAt }, null, tuesday)).toBe(tuesday)
})

test('[CANCELLATION-10] [D-71] whatever a device claims, it counts within the day before arrival and not before its contact', () => {
  const instant = fc.integer({ min: tuesday - 9 * DAY_MS, max: tuesday + 9 * DAY_MS })
  fc.assert(
    fc.property(instant, instant, (claimed, contact) => {
      const found = counted(toInstant(claimed), toInstant(contact), tuesday)
      expect(found).toBeLessThanOrEqual(tuesday)
      expect(found).toBeGreaterThanOrEqual(tuesday - DAY_MS)
      expect(found).toBeGreaterThanOrEqual(Math.min(contact, tuesday))
    }),
  )
})

test('[CANCELLATION-12] [D-71] cancelled before the start and heard of after it, all comes back as it would have', () => {
  const early = span('2026-11-24', 480, 600)
  const steps = [{ hoursBefore: 1, refundPercent: 100 }]
  const booking = bookedUnder({ ...tenAndFiveDays, steps }, early, at('2026-11-20', 0))
  const made = at('2026-11-24', 400)
  const how = { asker: 'member', isWaived: false, effectiveAt: made } as const
  for (const arrived of [addMinutes(early.startsAt, 5), addMinutes(early.endsAt, 5)]) {
    expect(cancelBooking(booking, how, arrived).booking).toMatchObject({
      state: 'cancelled',
      effectiveAt: made,
      cancelledAt: arrived,
      step: { percent: 100 },
    })
  }
  const fee = { isFeeWaived: false, ...owedForNoShow(booking) }
  const missed = { ...booking, ...fee, state: 'no-show', missedAt: early.startsAt } as const
  const cancelled = must(cancelBooking(missed, how, early.endsAt).booking, 'it was in time')
  expect(cancelled).toMatchObject({ state: 'cancelled', owed: euros(0) })
  const late = { ...how, effectiveAt: early.startsAt }
  expect(cancelBooking(missed, late, early.endsAt).booking).toBeNull()
})
