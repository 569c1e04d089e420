/** What a question is decided on, and what of it is its member's to name. */

import type { TicketAbout } from '../../domain/bookings/wishes/support-requests.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { findResource } from '../../domain/sites/catalogue.ts'
import type { Desk } from '../../domain/support/open-ticket.ts'
import { findBill } from '../storage/load-bills.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { countOpenTickets, outagesOfSite, supportSettings } from '../storage/load-support.ts'
import type { Tx } from '../storage/storage.ts'

export async function deskOf(tx: Tx, catalogue: Catalogue, memberId: string): Promise<Desk> {
  return {
    catalogue,
    settings: await supportSettings(tx, catalogue.site.id),
    outages: await outagesOfSite(tx, catalogue.site.id),
    openCount: await countOpenTickets(tx, memberId),
  }
}

/** A place that is gone, somebody else's booking and somebody else's bill are left out; the words stand by themselves. */
export async function ownAbout(
  tx: Tx,
  catalogue: Catalogue,
  owner: { readonly memberId: string; readonly teamId: string | null },
  { resourceId, bookingId, billId }: TicketAbout,
): Promise<TicketAbout> {
  const booking = bookingId === null ? null : await findBooking(tx, bookingId)
  const bill = billId === null ? null : ((await findBill(tx, billId))?.bill ?? null)
  const payer = bill === null ? null : payerId(bill.payer)
  const isPayer = payer !== null && (payer === owner.memberId || payer === owner.teamId)
  return {
    resourceId:
      resourceId !== null && findResource(catalogue, resourceId) !== null ? resourceId : null,
    bookingId: booking?.memberId === owner.memberId ? booking.id : null,
    billId: bill !== null && isPayer ? bill.id : null,
  }
}
