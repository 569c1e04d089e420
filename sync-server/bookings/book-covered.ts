/** What codes and credits pay all of is booked at once: nothing is left to wait for. */

import { draftBookedBill } from '../../domain/billing/booked-bill.ts'
import { creditTowards, lessCredit } from '../../domain/billing/booked-credit.ts'
import type { FundStory } from '../../domain/billing/fund.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { paidAs } from '../../domain/bookings/prepaid/pay-together.ts'
import { isToPay } from '../../domain/bookings/prepaid/payment-hold.ts'
import { isChargeable } from '../../domain/prices/minimum.ts'
import type { Redemption } from '../../domain/sites/promo.ts'
import { must } from '../../domain/values/assert.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { Consequence, Fact } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { openCredits } from '../storage/load-funds.ts'
import { booked, type Change, drafted, paidOf, standing } from './booked-facts.ts'

/** One at a time: a credit that paid for one is spent, and the ledger of a batch knows bookings alone. */
export const bookCovered: Consequence = async (ledger, { fresh, all }, now) => {
  if (all.some(({ kind }) => kind === 'booked-bill')) return []
  // The tables do not say yet what this very settlement gives.
  const given: Given = {
    credits: all.flatMap((fact) => (fact.kind === 'fund' ? { fund: fact.fund, moves: [] } : [])),
    promos: all.flatMap((fact) => (fact.kind === 'redemption' ? fact.redemption : [])),
  }
  for (const fact of fresh) {
    for (const first of await waitingIn(ledger, fact, now)) {
      const facts = await cover(ledger, first, given, now)
      if (facts !== null) return facts
    }
  }
  return []
}

interface Given {
  readonly credits: readonly FundStory[]
  readonly promos: readonly Redemption[]
}

/** A code left less than a card is charged. */
function onNextBill({ booking, before }: Change): Fact {
  // What it adds to a booking that is paid already leaves that one of those that are.
  const isNew = before?.state === 'held' && booking.state === 'confirmed'
  const later = isNew ? ({ isPrepaid: false, paidWith: null } as const) : {}
  return { kind: 'booking', booking: { ...booking, ...later }, before }
}

/** What begins to wait for its money; and all that waits, where its payer was given a credit or has redeemed a code. */
async function waitingIn(ledger: Ledger, fact: Fact, now: Instant): Promise<readonly Booking[]> {
  const isFirst = (booking: Booking) => isToPay(booking) && paidAs(booking) === booking.id
  if (fact.kind === 'booking') return isFirst(fact.booking) ? [fact.booking] : []
  const memberId = givenTo(fact)
  return memberId === null ? [] : (await ledger.bookingsOf(memberId, now)).filter(isFirst)
}

function givenTo(fact: Fact): MemberId | null {
  if (fact.kind === 'redemption') return fact.redemption.memberId
  return fact.kind === 'fund' && fact.fund.payer.kind === 'member' ? fact.fund.payer.memberId : null
}

/** Null where something is left to be paid. */
async function cover(ledger: Ledger, first: Booking, given: Given, now: Instant) {
  const { siteId, memberId } = first
  const ofHere = given.credits.filter(({ fund }) => fund.siteId === siteId)
  const credits = [...(await openCredits(ledger.tx, siteId, [memberId])), ...ofHere]
  const catalogue = must(await ledger.catalogue(siteId), 'locations are never removed')
  const on = toWallTime(catalogue.zone, now).date
  const promos = given.promos.filter((one) => one.siteId === siteId && one.memberId === memberId)
  const paid = { ...(await paidOf(ledger, first, on)), given: promos }
  const { total, payer } = draftBookedBill(await drafted(ledger, paid))
  const changes = await standing(ledger, paid, now)
  // Its money will not come: what it would have changed is gone, and it goes with it.
  if (changes === null) return null
  if (total.amountMinor > 0 && !isChargeable(total)) return changes.map(onNextBill)
  const uses = creditTowards(total, { credits, payer, on })
  if (lessCredit(total, uses).amountMinor > 0) return null
  return booked(ledger, paid, changes, null, () => uses)
}
