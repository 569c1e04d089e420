/** Whatever goes wrong on the way of a booking that is paid before it stands: charged once, sold once, and given back no more than came. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { makeSqlite } from '../../storage/for-tests.ts'
import { findBooking } from '../../storage/load-bookings.ts'
import { now, send } from '../for-tests.ts'
import {
  bookHall,
  HALL_PRICE,
  type Held,
  hana,
  openPaying,
  type PayingSpace,
  paySteps,
  settleDown,
  takePayStep,
} from './for-tests.ts'

const step = fc.oneof(
  fc.record({ kind: fc.constantFrom('cancel' as const, 'other') }),
  ...paySteps(['cut-after', 'too-many', 'fails-after', 'no-connection']),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

async function take(one: Step, paying: PayingSpace, space: TestSpace, held: Held): Promise<void> {
  switch (one.kind) {
    case 'cancel':
      await send(space, 'booking.cancel', { bookingId: held.id }, hana)
      return
    case 'other':
      await bookHall(paying, space, 'mem_mara')
        .then((other) => other.state())
        .catch(() => '')
      return
    default:
      await takePayStep(one, paying, space, held.id)
  }
}

test('[PREPAID-06] [PREPAID-07] [P-21] [P-22] whatever happens in whatever order, it is charged once, sold once, and no more comes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), (steps) =>
      inTestSpace(makeSqlite, now, async (space) => {
        const paying = await openPaying(space)
        const held = await bookHall(paying, space)
        for (const one of steps) await take(one, paying, space, held)
        await settleDown(paying, space, 4)
        const booking = await held.booking()
        const again = await findBooking(space.storage.read, `${held.id}.late`)
        const standing = [booking, again].filter((one) => one?.state === 'confirmed')
        const kept = await paying.balance('cash:stripe_pending')
        expect(standing.length).toBeLessThanOrEqual(1)
        // What stands is paid, once; of what was cancelled its policy says what is kept; anything else is paid back.
        const isCancelled = booking.state === 'cancelled' || again?.state === 'cancelled'
        if (standing.length === 1) expect(kept).toBe(HALL_PRICE)
        else if (isCancelled) expect(kept).toBeLessThanOrEqual(HALL_PRICE)
        else expect(kept).toBe(0)
        expect(kept).toBeGreaterThanOrEqual(0)
        // Jobs say so while nobody answers.
        space.log.length = 0
      }),
    ),
    { numRuns: 5 },
  )
})
