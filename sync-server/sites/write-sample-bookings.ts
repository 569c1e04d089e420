/** Bookings and waits of the sample, each booking with the settled wish it came from, so that every invariant holds from the first minute. */
import { type Booking, isLive } from '../../domain/bookings/booking.ts'
import type { Wait } from '../../domain/bookings/waitlist/wait.ts'
import type { Outcome } from '../../domain/bookings/wishes/outcome.ts'
import { enqueue } from '../jobs/job.ts'
import { jobOf } from '../settlement/write-bookings.ts'
import { writeWait } from '../settlement/write-wait.ts'
import { claimsOf } from '../storage/claims.ts'
import { inParts } from '../storage/in-parts.ts'
import type { Tx } from '../storage/storage.ts'

export async function writeSampleBookings(tx: Tx, bookings: readonly Booking[]): Promise<void> {
  for (const part of inParts(bookings)) {
    await tx.insertInto('intent').values(part.map(intentOf)).execute()
    await tx.insertInto('booking').values(part.map(rowOf)).execute()
  }
  for (const part of inParts(bookings.filter((booking) => isLive(booking.state)))) {
    const claims = part.flatMap(claimsOf).map((claim) => ({ ...claim, released_at: null }))
    const standing = await tx
      .insertInto('claim')
      .values(claims)
      .onConflict((conflict) => conflict.doNothing())
      .returning('booking_id')
      .execute()
    if (standing.length !== claims.length) {
      throw new Error('Broken invariant: a booking of the sample overlaps another')
    }
  }
  await enqueue(
    tx,
    bookings.flatMap((booking) => jobOf(booking) ?? []),
  )
}

export async function writeSampleWaits(tx: Tx, waits: readonly Wait[]): Promise<void> {
  for (const wait of waits) await writeWait(tx, wait)
}

function rowOf(booking: Booking) {
  return {
    id: booking.id,
    intent_id: booking.intentId,
    site_id: booking.siteId,
    resource_id: booking.resourceId,
    member_id: booking.memberId,
    starts_at: booking.interval.startsAt,
    ends_at: booking.interval.endsAt,
    state: booking.state,
    body: JSON.stringify(booking),
  }
}

function intentOf(booking: Booking) {
  const settled = {
    intentId: booking.intentId,
    kind: 'booking.request',
    device: 'dev_sample',
    seq: 1,
    settledAt: booking.settledAt,
    wish: null,
    siteId: booking.siteId,
    people: booking.people,
    outcome: outcomeOf(booking),
  }
  return {
    id: booking.intentId,
    member_id: booking.memberId,
    device_id: 'dev_sample',
    seq: 1,
    kind: 'booking.request',
    record: '{}',
    digest: 'sample',
    carrier: 'http' as const,
    received_at: booking.settledAt,
    settled_at: booking.settledAt,
    settled: JSON.stringify(settled),
  }
}

function outcomeOf(booking: Booking): Outcome {
  const { id: bookingId, price } = booking
  if (booking.state !== 'held') return { kind: 'confirmed', bookingId, choice: 0, price }
  return { kind: 'held', bookingId, choice: 0, price, holdExpiresAt: booking.holdExpiresAt }
}
