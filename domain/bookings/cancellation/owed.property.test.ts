/** Any story of one booking: changed, waited for, cancelled. Whatever the policy, the sums hold. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CancellationPolicy } from '../../sites/cancellation-policy.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { toInterval } from '../../values/interval.ts'
import { add, type Money, money, subtract } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { cancelBooking } from '../change-booking.ts'
import { at, desk1, desk2, span } from '../for-tests.ts'
import { changeTerms } from './change-terms.ts'
import { bookedUnder, euros } from './for-tests.ts'

const percent = fc.integer({ min: 0, max: 100 })
const policy: fc.Arbitrary<CancellationPolicy> = fc
  .record({
    hours: fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 4 }),
    percents: fc.array(percent, { minLength: 4, maxLength: 4 }),
    graceMinutes: fc.integer({ min: 0, max: 600 }),
    freeMoveHoursBefore: fc.option(fc.integer({ min: 0, max: 300 })),
    noShowRefundPercent: percent,
  })
  .map(({ hours, percents, ...rest }) => {
    const falling = [...percents].sort((a, b) => b - a)
    const steps = [...hours]
      .sort((a, b) => b - a)
      .map((hoursBefore, index) => ({ hoursBefore, refundPercent: falling[index] ?? 0 }))
    return { ...rest, steps }
  })

const price = fc.integer({ min: 0, max: 100_000 }).map((amount) => money(amount, 'EUR'))
const change = fc.record({
  waitMinutes: fc.integer({ min: 0, max: 6000 }),
  place: fc.constantFrom(desk1.id, desk2.id),
  shiftHours: fc.integer({ min: -20, max: 200 }),
  hours: fc.integer({ min: 1, max: 12 }),
  was: price,
  will: price,
  policy,
})

const booked = at('2026-06-01', 0)
const start = span('2026-06-20', 600, 780)

/** Of every time ever agreed to, its price; of an extension what it added. */
interface Story {
  readonly booking: Booking
  readonly agreed: Money
  readonly now: Instant
}

test('[CANCELLATION-24] [D-33] whatever is changed, what is owed stays between nothing and all that was agreed', () => {
  fc.assert(
    fc.property(policy, price, fc.array(change, { maxLength: 8 }), (terms, first, changes) => {
      let story: Story = {
        booking: bookedUnder(terms, start, booked, { price: first }),
        agreed: first,
        now: booked,
      }
      for (const one of changes) story = next(story, one)
      const { booking, agreed, now } = story
      const how = { asker: 'space', isWaived: false, effectiveAt: now } as const
      const cancelled = cancelBooking(booking, how, now).booking
      if (cancelled?.state !== 'cancelled') return
      expect(add(cancelled.owed, cancelled.refundDue)).toEqual(booking.owed)
      expect(cancelled.refundDue.amountMinor).toBeGreaterThanOrEqual(0)
      expect(cancelled.owed.amountMinor).toBeGreaterThanOrEqual(0)
      expect(cancelled.owed.amountMinor).toBeLessThanOrEqual(agreed.amountMinor)
    }),
  )
})

function next(story: Story, one: typeof change extends fc.Arbitrary<infer T> ? T : never): Story {
  const { booking } = story
  const now = addMinutes(story.now, one.waitMinutes)
  const startsAt = addMinutes(booking.interval.startsAt, one.shiftHours * 60)
  const interval = toInterval(startsAt, addMinutes(startsAt, one.hours * 60))
  const { kind, price, owed, policy } = changeTerms(
    booking,
    { ...one, resourceId: one.place, interval },
    now,
  )
  const given =
    kind === 'moved' ? price : kind === 'longer' ? subtract(price, booking.price) : euros(0)
  const agreed = add(story.agreed, given)
  expect(owed.amountMinor).toBeGreaterThanOrEqual(price.amountMinor)
  expect(owed.amountMinor).toBeLessThanOrEqual(agreed.amountMinor)
  const resourceId = one.place
  return { booking: { ...booking, interval, resourceId, price, owed, policy }, agreed, now }
}
