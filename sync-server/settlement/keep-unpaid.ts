/**
 * Whoever a payer pays for carries what of it is unpaid after a card was declined: bookings are decided with it, here and on their devices.
 * Written again whenever a card is declined, or something is paid or taken back of a bill.
 */
import type { DocumentName } from '../../domain/access/document-name.ts'
import { payerOf } from '../../domain/memberships/holder.ts'
import { toId } from '../../domain/values/ids.ts'
import { unpaidOf } from '../storage/load-paying.ts'
import type { Tx } from '../storage/storage.ts'

/** Gives the documents of those for whom it changed. */
export async function keepUnpaid(tx: Tx, payerId: string): Promise<readonly DocumentName[]> {
  const unpaid = await unpaidOf(tx, [payerId])
  const said = JSON.stringify(unpaid.map(({ siteId, since }) => ({ siteId, since })))
  const isTeam = payerOf(payerId).kind === 'team'
  const rows = await tx
    .selectFrom('member')
    .select('id')
    .where(isTeam ? 'team_id' : 'id', '=', payerId)
    .where('unpaid', '<>', said)
    .execute()
  for (const { id } of rows) {
    await tx.updateTable('member').set({ unpaid: said }).where('id', '=', id).execute()
  }
  return rows.map(({ id }) => ({ kind: 'member', memberId: toId('member', id) }))
}
