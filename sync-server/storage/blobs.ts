/** Bytes under their own hash, by location. They never change; what no place names any more goes after a while. */
import type { Reader, Tx } from './storage.ts'

export interface Blob {
  readonly sha256: string
  readonly site_id: string
  readonly type: string
  readonly bytes: Buffer
  readonly kept_at: number
}

export async function findBlob(
  reader: Reader,
  siteId: string,
  sha256: string,
): Promise<Pick<Blob, 'type' | 'bytes'> | undefined> {
  return reader
    .selectFrom('blob')
    .select(['type', 'bytes'])
    .where('site_id', '=', siteId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
}

export async function countBlobs(reader: Reader, siteId: string): Promise<number> {
  const row = await reader
    .selectFrom('blob')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('site_id', '=', siteId)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** The same bytes again are the same blob, as if it had just been kept. */
export async function keepBlobs(tx: Tx, blobs: readonly Blob[]): Promise<void> {
  for (const blob of blobs) {
    await tx
      .insertInto('blob')
      .values(blob)
      .onConflict((conflict) =>
        conflict.columns(['site_id', 'sha256']).doUpdateSet({ kept_at: blob.kept_at }),
      )
      .execute()
  }
}

/** Removes what was kept before an instant and is not named. */
export async function dropBlobs(
  tx: Tx,
  siteId: string,
  named: ReadonlySet<string>,
  keptBefore: number,
): Promise<void> {
  const old = await tx
    .selectFrom('blob')
    .select('sha256')
    .where('site_id', '=', siteId)
    .where('kept_at', '<', keptBefore)
    .execute()
  for (const { sha256 } of old.filter((one) => !named.has(one.sha256))) {
    await dropBlob(tx, siteId, sha256)
  }
}

export async function dropBlob(tx: Tx, siteId: string, sha256: string): Promise<void> {
  await tx.deleteFrom('blob').where('site_id', '=', siteId).where('sha256', '=', sha256).execute()
}
