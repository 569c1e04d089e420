/** What credits pay all of is booked at once: nothing is left to wait for. */

import { draftBookedBill } from '../../domain/billing/booked-bill.ts'
import { creditTowards, lessCredit } from '../../domain/billing/booked-credit.ts'
import type { FundStory } from '../../domain/billing/fund.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { paidAs } from '../../domain/bookings/prepaid/pay-together.ts'
import { isToPay } from '../../domain/bookings/prepaid/payment-hold.ts'
import { must } from '../../domain/values/assert.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { Consequence, Fact } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { openCredits } from '../storage/load-funds.ts'
import { booked, confirmed, drafted, paidOf } from './booked-facts.ts'

/** One at a time: a credit that paid for one is spent, and the ledger of a batch knows bookings alone. */
export const bookCovered: Consequence = async (ledger, { fresh, all }, now) => {
  if (all.some(({ kind }) => kind === 'booked-bill')) return []
  // The tables do not say yet what this very settlement gives.
  const given = all.flatMap((fact) => (fact.kind === 'fund' ? { fund: fact.fund, moves: [] } : []))
  for (const fact of fresh) {
    for (const first of await waitingIn(ledger, fact, now)) {
      const facts = await cover(ledger, first, given, now)
      if (facts !== null) return facts
    }
  }
  return []
}

/** What begins to wait for its money; and all that waits, where its payer was given a credit. */
async function waitingIn(ledger: Ledger, fact: Fact, now: Instant): Promise<readonly Booking[]> {
  const isFirst = (booking: Booking) => isToPay(booking) && paidAs(booking) === booking.id
  if (fact.kind === 'booking') return isFirst(fact.booking) ? [fact.booking] : []
  if (fact.kind !== 'fund' || fact.fund.payer.kind !== 'member') return []
  return (await ledger.bookingsOf(fact.fund.payer.memberId, now)).filter(isFirst)
}

/** Null where something is left to be paid. */
async function cover(ledger: Ledger, first: Booking, given: readonly FundStory[], now: Instant) {
  const { siteId, memberId } = first
  const ofHere = given.filter(({ fund }) => fund.siteId === siteId)
  const credits = [...(await openCredits(ledger.tx, siteId, [memberId])), ...ofHere]
  if (credits.length === 0) return null
  const catalogue = must(await ledger.catalogue(siteId), 'locations are never removed')
  const on = toWallTime(catalogue.zone, now).date
  const paid = await paidOf(ledger, first, on)
  const { total, payer } = draftBookedBill(await drafted(ledger, paid))
  const uses = creditTowards(total, { credits, payer, on })
  if (lessCredit(total, uses).amountMinor > 0) return null
  return booked(ledger, paid, paid.bookings.map(confirmed), null, () => uses)
}
