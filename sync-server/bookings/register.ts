/** The one door of the bookings room: what it settles, shows and does later. */
import { missBooking } from '../../domain/bookings/arrival/check-in.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { lapseHold } from '../../domain/bookings/change-booking.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { JobHandler } from '../jobs/job-runner.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { findBooking } from '../storage/load-bookings.ts'
import type { LoadDistances } from '../storage/load-plans.ts'
import { bookCovered } from './book-covered.ts'
import { followMoves } from './follow-moves.ts'
import { followPayments } from './follow-payments.ts'
import { FORGET_GUESTS, forgetGuests, keepForgettingGuests } from './forget-guests.ts'
import { followOffers, giveFreed } from './give-freed.ts'
import { holdTogether } from './hold-together.ts'
import { makeLoadFacts } from './load-facts.ts'
import { bookingProjections } from './projections.ts'
import { answerKinds } from './settle-answer.ts'
import { settleBaskets } from './settle-basket.ts'
import { changeKinds } from './settle-change.ts'
import { settleCheckIn } from './settle-check-in.ts'
import { settleConfirm } from './settle-confirm.ts'
import { settleFavourite } from './settle-favourite.ts'
import { guestKinds } from './settle-guests.ts'
import { settleMoves } from './settle-moves.ts'
import { settlePresence } from './settle-presence.ts'
import { settleRequest } from './settle-request.ts'
import { settleRules } from './settle-rules.ts'
import { settleSeriesRequests } from './settle-series.ts'
import { settleSeriesChanges } from './settle-series-change.ts'
import { waitKinds } from './settle-waits.ts'
import { weekKinds } from './settle-week.ts'
import { suspendMissed } from './suspend-series.ts'

export function registerBookings(loadDistances: LoadDistances) {
  const loadFacts = makeLoadFacts(loadDistances)
  return {
    kinds: [
      settleRequest(loadFacts),
      ...settleSeriesRequests(loadDistances),
      ...settleBaskets(loadDistances),
      ...changeKinds,
      ...settleMoves(loadDistances),
      ...settleSeriesChanges(loadDistances),
      settleCheckIn,
      ...guestKinds,
      settleRules,
      settleFavourite,
      settlePresence,
      settleConfirm(loadFacts),
      ...weekKinds(loadFacts),
      ...answerKinds(loadFacts),
      ...waitKinds(loadFacts),
    ],
    consequences: [
      followPayments(loadFacts),
      holdTogether,
      bookCovered,
      followOffers,
      followMoves,
      suspendMissed,
      giveFreed(loadFacts),
    ],
    projections: bookingProjections,
    keepLooking: keepForgettingGuests,
    jobs: (settlement: Settlement): ReadonlyMap<string, JobHandler> =>
      new Map([
        ['booking.lapse', (body: unknown) => change(settlement, body, lapseHold)],
        ['presence.over', (body: unknown) => tellAnew(settlement, body)],
        [FORGET_GUESTS, () => forgetGuests(settlement)],
        ['booking.no-show', (body: unknown) => change(settlement, body, missBooking)],
      ]),
  }
}

/** What time does to a booking. Whatever it has become since the job was written, the rule alone says if it still applies. */
async function change(
  settlement: Settlement,
  body: unknown,
  rule: (booking: Booking, now: Instant) => Booking | null,
): Promise<void> {
  const { bookingId } = body as { bookingId: string } // written by the settlement's facts
  await settlement.act(async (tx, now) => {
    const before = await findBooking(tx, bookingId)
    const booking = before === null ? null : rule(before, now)
    return booking === null ? [] : [{ kind: 'booking', booking, before }]
  })
}

/** Somebody's time in a record is over. */
async function tellAnew(settlement: Settlement, body: unknown): Promise<void> {
  const { document } = body as { document: string } // written by the settlement's facts
  await settlement.ensureDocument(document)
}
