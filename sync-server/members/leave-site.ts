/**
 * Somebody does not belong to a location any more: what they have booked ahead there is cancelled and offered to who waits, what they held is
 * nobody's, and they are in none of its lists. What they did stays, and so do their bills.
 */
import { isLive } from '../../domain/bookings/booking.ts'
import { cancelled } from '../../domain/bookings/change-booking.ts'
import { endWait, isOpen } from '../../domain/bookings/waitlist/wait.ts'
import type { MemberId, SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Fact } from '../settlement/kind.ts'
import { endAddons } from '../settlement/write-addons.ts'
import { endAsks } from '../settlement/write-deposits.ts'
import { bookingsOfMembers } from '../storage/load-bookings.ts'
import { waitsOfMembers } from '../storage/load-waits.ts'
import type { Tx } from '../storage/storage.ts'

/** Free of charge: it is the space that takes them back. */
const bySpace = { because: 'space', percent: 100 } as const

export async function leaveSite(
  tx: Tx,
  memberId: MemberId,
  siteId: SiteId,
  now: Instant,
): Promise<readonly Fact[]> {
  const facts: Fact[] = []
  const bookings = (await bookingsOfMembers(tx, [memberId], now)).get(memberId) ?? []
  for (const before of bookings) {
    const isAhead =
      before.siteId === siteId && isLive(before.state) && before.interval.startsAt > now
    if (!isAhead) continue
    facts.push({ kind: 'booking', booking: cancelled(before, 'space', bySpace, now, now), before })
  }
  const waits = (await waitsOfMembers(tx, [memberId], now)).get(memberId) ?? []
  for (const wait of waits.filter((one) => one.siteId === siteId && isOpen(one, now))) {
    const bookingId = wait.state === 'offered' ? wait.offer.bookingId : null
    facts.push({ kind: 'wait', wait: endWait(wait, { because: 'left', bookingId }, now) })
  }
  await tx
    .deleteFrom('member_site')
    .where('member_id', '=', memberId)
    .where('site_id', '=', siteId)
    .execute()
  await tx
    .updateTable('resource')
    .set({ assigned_member: null })
    .where('assigned_member', '=', memberId)
    .where('site_id', '=', siteId)
    .execute()
  await endAddons(tx, memberId, siteId, now)
  await endAsks(tx, memberId, siteId, now)
  for (const table of ['invitation', 'member_note'] as const) {
    await tx
      .deleteFrom(table)
      .where('member_id', '=', memberId)
      .where('site_id', '=', siteId)
      .execute()
  }
  facts.push({ kind: 'member', memberId, left: [siteId] })
  return facts
}
