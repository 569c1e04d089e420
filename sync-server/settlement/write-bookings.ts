/**
 * Bookings as they stand at the end of a batch, with their claims and jobs, in as few statements as for one. A booking that changed
 * twice is written once; every change of it is looked at.
 */
import { isDeepStrictEqual } from 'node:util'
import { arrivalTimes } from '../../domain/bookings/arrival/arrival-times.ts'
import { type Booking, isLive } from '../../domain/bookings/booking.ts'
import { paidAs } from '../../domain/bookings/prepaid/pay-together.ts'
import { isToPay } from '../../domain/bookings/prepaid/payment-hold.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { enqueue, type Job } from '../jobs/job.ts'
import { claimsOf, insertClaims, releaseClaims } from '../storage/claims.ts'
import { compiledOnce } from '../storage/compiled-once.ts'
import { inParts } from '../storage/in-parts.ts'
import { textOf } from '../storage/parse-kept.ts'
import type { Tx } from '../storage/storage.ts'
import { bookingJob } from './write-paying.ts'

export interface BookingChange {
  readonly booking: Booking
  /** As it stands in the tables, or as the change before this one left it; null when it is new. */
  readonly before: Booking | null
}

/** The engine's guard refused a claim: the facts that were decided on are not those on disk. */
export class ClaimRefused extends Error {
  override name = 'ClaimRefused'
}

/** Writes them; each booking stands there once. */
export async function writeBookings(
  tx: Tx,
  whole: readonly BookingChange[],
  now: Instant,
): Promise<void> {
  await writeRows(
    tx,
    whole.map(({ booking }) => booking),
  )
  await writeClaims(tx, whole, now)
  await enqueue(
    tx,
    whole.flatMap(({ booking }) => jobsOf(booking)),
  )
}

/** What time will do to the booking as it stands: a hold lapses, and what nobody claims is given back. */
export function jobsOf(booking: Booking): readonly Job[] {
  const { id } = booking
  const body = { bookingId: id }
  // The first of those that are paid together sees to all of them.
  if (booking.state === 'held' && paidAs(booking) !== id) return []
  if (isToPay(booking)) return payingJobs(booking, booking.holdExpiresAt)
  // What was on its way to be paid is not wanted any more.
  if (booking.isPrepaid && booking.state === 'cancelled') return payingJobs(booking, null)
  if (booking.state === 'held') {
    const runAt = booking.holdExpiresAt
    return [{ key: `booking.lapse:${id}:${runAt}`, kind: 'booking.lapse', runAt, body }]
  }
  const runAt = arrivalTimes(booking)?.releaseAt ?? null
  if (booking.state !== 'confirmed' || runAt === null) return []
  return [{ key: `booking.no-show:${id}:${runAt}`, kind: 'booking.no-show', runAt, body }]
}

/** Now, and when its hold runs out, which ends its payment first. */
function payingJobs({ id, revision, settledAt }: Booking, until: Instant | null): readonly Job[] {
  const now = bookingJob(id, settledAt, `change-${revision}`)
  return until === null ? [now] : [now, bookingJob(id, until, `until-${until}`)]
}

/** From what stands in the tables to what will, one a booking. */
export function joined(changes: readonly BookingChange[]): readonly BookingChange[] {
  const whole = new Map<BookingId, BookingChange>()
  for (const { booking, before } of changes) {
    const isRevived = before !== null && !isLive(before.state) && isLive(booking.state)
    // Who was there in time is let back in, where nobody else was given the place (D-36).
    if (isRevived && before.state !== 'no-show') {
      throw new Error(`Broken invariant: ${booking.id} does not live again`)
    }
    const known = whole.get(booking.id)
    whole.set(booking.id, { booking, before: known === undefined ? before : known.before })
  }
  return [...whole.values()]
}

async function writeRows(tx: Tx, bookings: readonly Booking[]): Promise<void> {
  for (const part of inParts(bookings)) {
    await upsertBookings(tx, part.map(rowOf))
  }
}

const upsertBookings = compiledOnce(
  (row: ReturnType<typeof rowOf>) => Object.values(row),
  (tx, rows) =>
    tx
      .insertInto('booking')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          resource_id: ref('excluded.resource_id'),
          starts_at: ref('excluded.starts_at'),
          ends_at: ref('excluded.ends_at'),
          state: ref('excluded.state'),
          body: ref('excluded.body'),
        })),
      ),
)

/** Claims are inserted or released, never changed. All are released first: one may move to what another gives back. */
async function writeClaims(tx: Tx, changes: readonly BookingChange[], now: Instant): Promise<void> {
  const moved = changes.filter(({ booking, before }) => {
    const stays = before !== null && isLive(before.state) && isLive(booking.state)
    return !(stays && isSamePlace(booking, before))
  })
  const released = moved.filter(({ before }) => before !== null && isLive(before.state))
  const claimed = moved.filter(({ booking }) => isLive(booking.state))
  await releaseClaims(
    tx,
    released.map(({ booking }) => booking.id),
    now,
  )
  const stand = await insertClaims(
    tx,
    claimed.flatMap(({ booking }) => claimsOf(booking)),
  )
  if (!stand) throw new ClaimRefused(claimed.map(({ booking }) => booking.id).join(', '))
}

function rowOf(booking: Booking) {
  return {
    id: booking.id,
    intent_id: booking.intentId,
    site_id: booking.siteId,
    member_id: booking.memberId,
    resource_id: booking.resourceId,
    starts_at: booking.interval.startsAt,
    ends_at: booking.interval.endsAt,
    state: booking.state,
    body: textOf(booking),
  }
}

function isSamePlace(a: Booking, b: Booking): boolean {
  return isDeepStrictEqual(claimsOf(a), claimsOf(b))
}
