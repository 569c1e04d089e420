/** Passes, and what bookings use of them, as rows. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Lot } from '../../domain/bookings/lots/lot.ts'
import { usesOf } from '../../domain/bookings/lots/use-of.ts'
import { toId } from '../../domain/values/ids.ts'
import { inParts } from '../storage/in-parts.ts'
import type { Tx } from '../storage/storage.ts'
import type { BookingChange } from './write-bookings.ts'

/** What they use now in place of what they used; bookings without passes cost nothing here. */
export async function writeUses(tx: Tx, changes: readonly BookingChange[]): Promise<void> {
  const using = changes.filter(({ before }) => before !== null && before.covered.length > 0)
  for (const part of inParts(using)) {
    const ids = part.map(({ booking }) => booking.id)
    await tx.deleteFrom('lot_use').where('booking_id', 'in', ids).execute()
  }
  const rows = changes.flatMap(({ booking }) => useRows(booking))
  for (const part of inParts(rows)) await tx.insertInto('lot_use').values(part).execute()
}

export function useRows(booking: Booking) {
  const { id, memberId, interval } = booking
  return usesOf(booking).map((use) => ({
    booking_id: id,
    lot_id: use.lot.id,
    member_id: memberId,
    source: use.lot.source,
    starts_at: interval.startsAt,
    ends_at: interval.endsAt,
    body: JSON.stringify(use),
  }))
}

/** A new pass, or one of which something was taken back. Gives the documents that tell it. */
export async function writeLot(tx: Tx, lot: Lot): Promise<readonly DocumentName[]> {
  const row = lotRow(lot)
  await tx
    .insertInto('lot')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        expires_at: ref('excluded.expires_at'),
        body: ref('excluded.body'),
      })),
    )
    .execute()
  return readersOf(tx, [lot.holder])
}

export function lotRow(lot: Lot) {
  const { id, siteId: site_id, holder, expiresAt: expires_at } = lot
  return {
    ...{ id, site_id, expires_at, body: JSON.stringify(lot) },
    member_id: holder.kind === 'member' ? holder.memberId : null,
    team_id: holder.kind === 'team' ? holder.teamId : null,
  }
}

/** Whose documents tell of a pass: its member's, or those of everybody in its team. */
async function readersOf(
  tx: Tx,
  holders: readonly Lot['holder'][],
): Promise<readonly DocumentName[]> {
  const members = holders.flatMap((one) => (one.kind === 'member' ? [one.memberId] : []))
  const teams = [...new Set(holders.flatMap((one) => (one.kind === 'team' ? [one.teamId] : [])))]
  for (const part of inParts(teams)) {
    const rows = await tx.selectFrom('member').select('id').where('team_id', 'in', part).execute()
    members.push(...rows.map(({ id }) => toId('member', id)))
  }
  return [...new Set(members)].map((memberId) => ({ kind: 'member', memberId }))
}

/** Documents of everybody in the teams whose passes are used otherwise than before: what one used, the others have no more. */
export async function documentsOfTeams(
  tx: Tx,
  changes: readonly BookingChange[],
): Promise<readonly DocumentName[]> {
  const holders = changes.flatMap(({ booking, before }) =>
    [...booking.covered, ...(before?.covered ?? [])].map(({ lot }) => lot.holder),
  )
  return readersOf(
    tx,
    holders.filter(({ kind }) => kind === 'team'),
  )
}
