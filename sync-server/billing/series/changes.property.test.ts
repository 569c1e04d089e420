/** Whatever goes wrong while a change of a prepaid series waits for its money: all of its dates are changed or none, and what is kept is what they owe. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeSqlite } from '../../storage/for-tests.ts'
import { findBooking } from '../../storage/load-bookings.ts'
import { send } from '../for-tests.ts'
import { hana, paySteps, settleDown, takePayStep } from '../paying/for-tests.ts'
import { expectSound, inPaidSeries, type PaidSeries } from './for-tests.ts'

const step = fc.oneof(
  fc.record({ kind: fc.constantFrom('let-go' as const, 'again') }),
  fc.record({ kind: fc.constant('cancel' as const), date: fc.nat(2) }),
  // None that the SDK itself waits and repeats for, which takes seconds.
  ...paySteps(['too-many', 'wrong-body', 'wrong-404']),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

const LONGER = 780

async function take(one: Step, series: PaidSeries, hold: string): Promise<void> {
  const { space, paying, ids } = series
  switch (one.kind) {
    case 'let-go':
      await send(space, 'booking.cancel', { bookingId: hold }, hana)
      return
    case 'again':
      await series.change(LONGER).catch(() => '') // while it waits there is no other
      return
    case 'cancel':
      await send(space, 'booking.cancel', { bookingId: ids[one.date] }, hana)
      return
    default:
      await takePayStep(one, paying, space, hold)
  }
}

test('[PREPAID-17] [P-21] [P-22] whatever happens in whatever order, all dates are changed or none, and what is kept is what is owed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), (steps) =>
      inPaidSeries(makeSqlite, async (series) => {
        const { space, paying } = series
        const before = await series.bookings()
        const hold = await series.change(LONGER)
        for (const one of steps) await take(one, series, hold)
        await settleDown(paying, space, 6)
        const after = await series.bookings()
        const standing = after.filter(({ state }) => state === 'confirmed')
        const added = standing.map(({ id, interval }) => {
          const own = before.find((one) => one.id === id)
          return interval.endsAt - (own?.interval.endsAt ?? 0)
        })
        expect(new Set(added).size).toBeLessThanOrEqual(1)
        // No hold is left over, and all that is kept is for what stands or what was cancelled too late.
        expect((await findBooking(space.storage.read, hold))?.state).not.toBe('held')
        const owed = after.reduce((sum, booking) => sum + booking.owed.amountMinor, 0)
        expect(await series.billed()).toBe(owed)
        expect(await paying.balance('cash:stripe_pending')).toBe(owed)
        await expectSound(space)
        // Jobs say so while nobody answers.
        space.log.length = 0
      }),
    ),
    { numRuns: 4 },
  )
})
