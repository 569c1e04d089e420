/** Bookings and waits of the sample, each booking with the settled wish it came from, so that every invariant holds from the first minute. */
import { type Booking, isLive } from '../../domain/bookings/booking.ts'
import type { Wait } from '../../domain/bookings/waitlist/wait.ts'
import { granted } from '../../domain/bookings/wishes/granted.ts'
import type { IntentKind } from '../../domain/bookings/wishes/intent.ts'
import type { Outcome, SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import type { IntentId, MemberId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { enqueue } from '../jobs/job.ts'
import { jobsOf } from '../settlement/write-bookings.ts'
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
  await enqueue(tx, bookings.flatMap(jobsOf))
}

/** What they are given later comes from these wishes. */
export async function writeSampleWaits(tx: Tx, waits: readonly Wait[]): Promise<void> {
  for (const wait of waits) {
    const { intentId, memberId, joinedAt, siteId, people, standing } = wait
    const kind = standing === null ? 'wait.join' : 'order.place'
    const outcome = granted
    const about = { siteId, people, outcome }
    await tx
      .insertInto('intent')
      .values(settledRow(intentId, memberId, kind, joinedAt, about))
      .execute()
    await writeWait(tx, wait)
  }
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
  const { intentId, memberId, settledAt, siteId, people } = booking
  const about = { siteId, people, outcome: outcomeOf(booking) }
  return settledRow(intentId, memberId, 'booking.request', settledAt, about)
}

function settledRow(
  intentId: IntentId,
  memberId: MemberId,
  kind: IntentKind,
  at: Instant,
  about: Pick<SettledIntent, 'siteId' | 'people' | 'outcome'>,
) {
  const device = 'dev_sample'
  const settled = { intentId, kind, device, seq: 1, settledAt: at, wish: null, ...about }
  return {
    id: intentId,
    member_id: memberId,
    device_id: device,
    seq: 1,
    kind,
    record: '{}',
    digest: 'sample',
    carrier: 'http' as const,
    received_at: at,
    settled_at: at,
    settled: JSON.stringify(settled),
  }
}

function outcomeOf(booking: Booking): Outcome {
  const { id: bookingId, price } = booking
  if (booking.state !== 'held') return { kind: 'confirmed', bookingId, choice: 0, price }
  return { kind: 'held', bookingId, choice: 0, price, holdExpiresAt: booking.holdExpiresAt }
}
