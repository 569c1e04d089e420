/**
 * The first principal to write to a document under a Yjs client id keeps that id: an update forged under another's id would make
 * that client's own offline edits "already known", and they would be lost in silence.
 */
import type { Tx } from '../storage/storage.ts'

/** Claims the ids for the owner. False when one of them is somebody else's; the transaction should then be given up. */
export async function claimClients(
  tx: Tx,
  document: string,
  clientIds: readonly number[],
  owner: string,
): Promise<boolean> {
  if (clientIds.length === 0) return true
  const claims = clientIds.map((client_id) => ({ document, client_id, owner }))
  await tx
    .insertInto('client_claim')
    .values(claims)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const known = await tx
    .selectFrom('client_claim')
    .select('owner')
    .where('document', '=', document)
    .where('client_id', 'in', [...clientIds])
    .execute()
  return known.every((claim) => claim.owner === owner)
}

export async function forgetClaims(tx: Tx, document: string): Promise<void> {
  await tx.deleteFrom('client_claim').where('document', '=', document).execute()
}
