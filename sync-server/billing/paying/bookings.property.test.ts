/** Whatever goes wrong on the way of a booking that is paid before it stands: charged once, sold once, and given back no more than came. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { liveAttempt } from '../../../domain/billing/paying/attempt.ts'
import { addMinutes } from '../../../domain/values/instant.ts'
import { inTestSpace, type TestSpace } from '../../settlement/for-tests.ts'
import { makeSqlite } from '../../storage/for-tests.ts'
import { findBooking } from '../../storage/load-bookings.ts'
import { now, send } from '../for-tests.ts'
import { ask } from './ask.ts'
import { collectBooking } from './collect-booking.ts'
import { bookHall, HALL_PRICE, type Held, hana, openPaying, type PayingSpace } from './for-tests.ts'

const card = fc.constantFrom('succeeds', 'declines-later', 'needs-authentication', 'declined')
const step = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), card }),
  fc.record({ kind: fc.constant('add' as const), card }),
  fc.record({ kind: fc.constantFrom('collect' as const, 'look', 'cancel', 'other') }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(5, 12, 40, 100) }),
  fc.record({
    kind: fc.constant('faults' as const),
    calls: fc.array(
      fc.constantFrom('cut-after', 'too-many', 'fails-after', 'no-connection', null),
      { maxLength: 9 },
    ),
    messages: fc.array(fc.constantFrom('drop', 'twice', null), { maxLength: 6 }),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

async function take(one: Step, paying: PayingSpace, space: TestSpace, held: Held): Promise<void> {
  switch (one.kind) {
    case 'pay': {
      const page = await held.goToPay()
      if (page.kind === 'redirect') await paying.pressOn(page, one.card)
      return
    }
    case 'add':
      return paying.addCard(one.card).catch(() => undefined) // nobody may answer
    case 'collect':
      return collectBooking(paying.ports, held.id)
    case 'look': {
      const live = liveAttempt(await paying.attempts(held.id))
      if (live !== null) await ask(paying.ports, live)
      return
    }
    case 'cancel':
      await send(space, 'booking.cancel', { bookingId: held.id }, hana)
      return
    case 'other':
      await bookHall(paying, space, 'mem_mara')
        .then((other) => other.state())
        .catch(() => '')
      return
    case 'wait':
      space.now = addMinutes(space.now, one.minutes)
      await space.runJobs()
      return
    case 'faults':
      paying.processor.callFaults.push(...one.calls)
      paying.processor.messageFaults.push(...one.messages)
  }
}

test('[PREPAID-06] [PREPAID-07] [P-21] [P-22] whatever happens in whatever order, it is charged once, sold once, and no more comes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), (steps) =>
      inTestSpace(makeSqlite, now, async (space) => {
        const paying = await openPaying(space)
        const held = await bookHall(paying, space)
        for (const one of steps) await take(one, paying, space, held)
        paying.processor.callFaults.length = 0
        paying.processor.messageFaults.length = 0
        for (let hour = 0; hour < 4; hour += 1) {
          space.now = addMinutes(space.now, 60)
          await space.runJobs()
        }
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
