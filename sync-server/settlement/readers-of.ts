import type { DocumentName } from '../../domain/access/document-name.ts'
import type { Holder } from '../../domain/memberships/holder.ts'
import { toId } from '../../domain/values/ids.ts'
import { inParts } from '../storage/in-parts.ts'
import type { Tx } from '../storage/storage.ts'

/** Whose documents tell of a payer's money: their own, and of a team that of whoever manages it. */
export async function readersOf(
  tx: Tx,
  payers: readonly Holder[],
): Promise<readonly DocumentName[]> {
  const names = payers.flatMap((payer): readonly DocumentName[] =>
    payer.kind === 'member' ? [{ kind: 'member', memberId: payer.memberId }] : [],
  )
  const teams = payers.flatMap((payer) => (payer.kind === 'team' ? [payer.teamId] : []))
  for (const part of inParts(teams)) {
    const rows = await tx.selectFrom('team').select('manager_id').where('id', 'in', part).execute()
    for (const { manager_id } of rows) {
      names.push({ kind: 'member', memberId: toId('member', manager_id) })
    }
  }
  return names
}
