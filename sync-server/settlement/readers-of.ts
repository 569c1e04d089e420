import type { DocumentName } from '../../domain/access/document-name.ts'
import { type Holder, payerId } from '../../domain/memberships/holder.ts'
import { type MemberId, toId } from '../../domain/values/ids.ts'
import { inParts } from '../storage/in-parts.ts'
import type { Tx } from '../storage/storage.ts'

/** Whose documents tell of a payer's money: their own, and of a team that of whoever manages it. */
export async function readersOf(
  tx: Tx,
  payers: readonly Holder[],
): Promise<readonly DocumentName[]> {
  const readers = [...(await readersByPayer(tx, payers)).values()].flat()
  return readers.map((memberId) => ({ kind: 'member', memberId }))
}

/** The same, by the id of the payer. */
export async function readersByPayer(
  tx: Tx,
  payers: readonly Holder[],
): Promise<ReadonlyMap<string, readonly MemberId[]>> {
  const readers = new Map<string, readonly MemberId[]>()
  for (const payer of payers) {
    if (payer.kind === 'member') readers.set(payerId(payer), [payer.memberId])
  }
  const teams = payers.flatMap((payer) => (payer.kind === 'team' ? [payer.teamId] : []))
  for (const part of inParts(teams)) {
    const rows = tx.selectFrom('team').select(['id', 'manager_id']).where('id', 'in', part)
    for (const row of await rows.execute()) readers.set(row.id, [toId('member', row.manager_id)])
  }
  return readers
}
