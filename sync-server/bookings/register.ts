/** The one door of the bookings room: what it settles, shows and does later. */
import { lapseHold } from '../../domain/bookings/change-booking.ts'
import type { JobHandler } from '../jobs/job-runner.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { makeLoadCatalogue } from '../storage/load-catalogue.ts'
import type { LoadDistances } from '../storage/load-plans.ts'
import { bookingProjections } from './projections.ts'
import { changeKinds } from './settle-change.ts'
import { settleRequest } from './settle-request.ts'

export function registerBookings(loadDistances: LoadDistances) {
  return {
    kinds: [settleRequest(makeLoadCatalogue(), loadDistances), ...changeKinds],
    projections: bookingProjections,
    jobs: (settlement: Settlement): ReadonlyMap<string, JobHandler> =>
      new Map([['booking.lapse', (body: unknown) => lapse(settlement, body)]]),
  }
}

/** A hold that ran out gives its place back; confirmed or extended meanwhile, it stays. */
async function lapse(settlement: Settlement, body: unknown): Promise<void> {
  const { bookingId } = body as { bookingId: string } // written by the settlement's facts
  await settlement.act(async (tx, now) => {
    const booking = await findBooking(tx, bookingId)
    const lapsed = booking === null ? null : lapseHold(booking, now)
    return lapsed === null ? [] : [{ kind: 'booking', booking: lapsed, before: booking }]
  })
}
