/** Writes facts inside the settlement's transaction and says which documents show them. */
import { type DocumentName, formatDocumentName } from '../../domain/access/document-name.ts'
import { type Booking, isLive } from '../../domain/bookings/booking.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { addDays, isoWeekOf } from '../../domain/values/local-date.ts'
import { enqueue } from '../jobs/job.ts'
import { insertClaim, releaseClaim } from '../storage/claims.ts'
import type { Tx } from '../storage/storage.ts'
import type { Fact } from './kind.ts'

/** The engine's guard refused a claim: the facts that were decided on are not those on disk. */
export class ClaimRefused extends Error {
  override name = 'ClaimRefused'
}

/** Names of the documents that the facts touch. Throws `ClaimRefused` when the guard says no. */
export async function writeFacts(
  tx: Tx,
  facts: readonly Fact[],
  actor: string,
  now: Instant,
): Promise<ReadonlySet<string>> {
  const touched = new Set<string>()
  const touch = (name: DocumentName) => touched.add(formatDocumentName(name))
  for (const fact of facts) {
    switch (fact.kind) {
      case 'booking':
        await writeBooking(tx, fact.booking, fact.before, now)
        for (const one of [fact.booking, fact.before]) {
          if (one !== null) for (const name of documentsOf(one)) touch(name)
        }
        break
      case 'closure':
        await tx
          .insertInto('closure')
          .values({
            id: fact.closure.id,
            site_id: fact.siteId,
            body: JSON.stringify(fact.closure),
            removed_at: null,
          })
          .execute()
        touch({ kind: 'catalogue', siteId: fact.siteId })
        break
      case 'closure-removed':
        await tx
          .updateTable('closure')
          .set({ removed_at: now })
          .where('id', '=', fact.closureId)
          .execute()
        touch({ kind: 'catalogue', siteId: fact.siteId })
        break
      case 'audit':
        await tx
          .insertInto('audit')
          .values({
            at: now,
            actor,
            command: fact.command,
            subject: fact.subject,
            detail: fact.detail,
          })
          .execute()
        break
    }
  }
  return touched
}

/** Every document that shows a booking: its member's, its weeks and its days. */
export function documentsOf(booking: Booking): readonly DocumentName[] {
  const { siteId, memberId, wall } = booking
  const names: DocumentName[] = [{ kind: 'member', memberId }]
  for (let date = wall.start.date; date <= wall.end.date; date = addDays(date, 1)) {
    names.push({ kind: 'occupancy', siteId, week: isoWeekOf(date) })
    names.push({ kind: 'desk', siteId, date })
  }
  return names
}

async function writeBooking(
  tx: Tx,
  booking: Booking,
  before: Booking | null,
  now: Instant,
): Promise<void> {
  if (before !== null && !isLive(before.state) && isLive(booking.state)) {
    throw new Error(`Broken invariant: ${booking.id} does not live again`)
  }
  const { resource_id, starts_at, ends_at } = placeOf(booking)
  const row = {
    resource_id,
    starts_at,
    ends_at,
    state: booking.state,
    body: JSON.stringify(booking),
  }
  await tx
    .insertInto('booking')
    .values({
      ...row,
      id: booking.id,
      intent_id: booking.intentId,
      site_id: booking.siteId,
      member_id: booking.memberId,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  await writeClaim(tx, booking, before, now)
  if (booking.state === 'held') {
    await enqueue(tx, {
      key: `booking.lapse:${booking.id}:${booking.holdExpiresAt}`,
      kind: 'booking.lapse',
      runAt: booking.holdExpiresAt,
      body: { bookingId: booking.id },
    })
  }
}

/** Claims are inserted or released, never changed: a move releases the old one and inserts the new in the same savepoint. */
async function writeClaim(
  tx: Tx,
  booking: Booking,
  before: Booking | null,
  now: Instant,
): Promise<void> {
  const had = before !== null && isLive(before.state)
  const has = isLive(booking.state)
  if (had && has && isSamePlace(booking, before)) return
  if (had) await releaseClaim(tx, booking.id, now)
  if (has && !(await insertClaim(tx, placeOf(booking)))) throw new ClaimRefused(booking.id)
}

function placeOf(booking: Booking) {
  return {
    booking_id: booking.id,
    resource_id: booking.resourceId,
    unit: booking.unit,
    starts_at: booking.interval.startsAt,
    ends_at: booking.interval.endsAt,
  }
}

function isSamePlace(a: Booking, b: Booking): boolean {
  return (
    a.resourceId === b.resourceId &&
    a.unit === b.unit &&
    a.interval.startsAt === b.interval.startsAt &&
    a.interval.endsAt === b.interval.endsAt
  )
}
