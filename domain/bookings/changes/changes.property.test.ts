/** Any story of three bookings of one member among others' time: changed, ended, waited for. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findResource } from '../../sites/catalogue.ts'
import { must } from '../../values/assert.ts'
import { addMinutes, type Instant } from '../../values/instant.ts'
import { overlaps } from '../../values/interval.ts'
import { money } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import { bookingView } from '../booking-view.ts'
import { tenAndFiveDays } from '../cancellation/for-tests.ts'
import { ada, at, desk1, desk2, harbour, noDistance, pool, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { occupiedBy } from '../occupied-by.ts'
import { settle } from '../settle.ts'
import { choiceAt } from '../wishes/choice.ts'
import { predictChange } from './predict-change.ts'
import { endBooking, settleChange } from './settle-change.ts'

const places = [desk1, desk2, pool]
const rules = { ...desk1.rules, cancellation: tenAndFiveDays, maxMinutes: 600 }
const catalogue = {
  ...harbour,
  resources: harbour.resources.map((one) => ({ ...one, rules: { ...one.rules, ...rules } })),
}

/** Over the night that the clocks go back. */
const time = fc
  .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 44 }))
  .map(([from, length]) => span('2026-10-24', 540 + from * 15, 540 + (from + length) * 15))
const step = fc.record({
  waitMinutes: fc.integer({ min: 0, max: 90 }),
  which: fc.integer({ min: 0, max: 2 }),
  isEnd: fc.boolean(),
  place: fc.constantFrom(...places),
  interval: time,
})
const plenty = money(1_000_000, 'EUR')

function begin(now: Instant): Booking[] {
  const bookings: Booking[] = []
  for (const place of places) {
    const facts = {
      catalogue,
      member: ada,
      distance: noDistance,
      wallet: emptyWallet,
      madeBy: null,
    }
    const others = { occupied: bookings.map(occupiedBy), ownBookings: bookings }
    const asked = wish(place, span('2026-10-24', 600, 720))
    bookings.push(must(settle(asked, { ...facts, ...others }, now).booking, 'it is free'))
  }
  return bookings
}

test('[CHANGES-12] [B-03] [H-06] no two bookings overlap whatever is changed, and what was foreseen is what is decided', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      let now = at('2026-10-24', 480)
      const bookings = begin(now)
      for (const { waitMinutes, which, isEnd, place, interval } of steps) {
        now = addMinutes(now, waitMinutes)
        const booking = must(bookings[which], 'there are three')
        const occupied = bookings.map(occupiedBy)
        const facts = {
          ...{ booking, catalogue, member: ada, occupied, ownBookings: bookings },
          ...{ distance: noDistance, wallet: emptyWallet, deadlineAt: now, effectiveAt: now },
          ...{ approval: 'asked' as const, intentId: booking.intentId },
        }
        const choice = choiceAt(catalogue, place.id, interval)
        const request = { bookingId: booking.id, choice, quote: plenty, ceiling: null }
        const decided = isEnd ? endBooking(facts, now) : settleChange(request, facts, now)
        if (!isEnd) expect(foreseen(bookings, which, request.choice, now)).toEqual(told(decided))
        if (decided.booking !== null) bookings[which] = decided.booking
        for (const [index, a] of bookings.entries()) {
          for (const b of bookings.slice(index + 1)) {
            const isSameUnit = a.resourceId === b.resourceId && a.unit === b.unit
            expect(isSameUnit && overlaps(a.interval, b.interval)).toBe(false)
          }
        }
      }
    }),
  )
})

function foreseen(
  bookings: readonly Booking[],
  which: number,
  { resourceId, interval }: ReturnType<typeof choiceAt>,
  now: Instant,
) {
  const rows = bookingView({ bookings, settled: [], intents: [], series: [], now })
  const row = rows.find(({ bookingId }) => bookingId === bookings[which]?.id)
  const resource = must(findResource(catalogue, resourceId), 'it is in the catalogue')
  const answer = predictChange({
    ...{ row: must(row, 'it is shown'), rows, catalogue, member: ada, resource, interval },
    ...{ occupied: bookings.map(occupiedBy), preferredUnit: null, wallet: emptyWallet, now },
  })
  if (answer?.kind === 'fits') return { unit: answer.unit, owed: answer.terms.owed }
  return answer?.refusal
}

function told({ outcome, booking }: ReturnType<typeof settleChange>) {
  if (booking !== null) return { unit: booking.unit, owed: booking.owed }
  return outcome.kind === 'refused' ? outcome.refusal : null
}
