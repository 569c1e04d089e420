/** Synced documents as a log of rows: name, epoch, n. Row n exists only after n-1; a new epoch starts again at row 1. */
import type { Reader, Tx } from './storage.ts'

export interface DocumentHead {
  readonly name: string
  readonly epoch: string
  /** The last row; 0 while the epoch is empty. */
  readonly n: number
  /** Bytes of all rows of the epoch. */
  readonly bytes: number
}

export interface DocumentRow {
  readonly n: number
  readonly bytes: Uint8Array
}

export async function readHead(reader: Reader, name: string): Promise<DocumentHead | null> {
  const head = await reader
    .selectFrom('document_head')
    .selectAll()
    .where('name', '=', name)
    .executeTakeFirst()
  return head ?? null
}

/** Rows after `after`, in order. */
export async function readRows(
  reader: Reader,
  head: Pick<DocumentHead, 'name' | 'epoch'>,
  after: number,
): Promise<readonly DocumentRow[]> {
  return reader
    .selectFrom('document_row')
    .select(['n', 'bytes'])
    .where('name', '=', head.name)
    .where('epoch', '=', head.epoch)
    .where('n', '>', after)
    .orderBy('n')
    .execute()
}

/** The heads of those documents that exist. */
export async function readHeads(
  reader: Reader,
  names: readonly string[],
): Promise<readonly DocumentHead[]> {
  if (names.length === 0) return []
  return reader.selectFrom('document_head').selectAll().where('name', 'in', names).execute()
}

/** Single rows of any documents, in order; those that are not there any more are left out. */
export async function readRowsAt(
  reader: Reader,
  places: readonly Pick<DocumentHead, 'name' | 'epoch' | 'n'>[],
): Promise<readonly (DocumentRow & Pick<DocumentHead, 'name' | 'epoch'>)[]> {
  if (places.length === 0) return []
  return reader
    .selectFrom('document_row')
    .select(['name', 'epoch', 'n', 'bytes'])
    .where((where) =>
      where.or(
        places.map(({ name, epoch, n }) =>
          where.and([where('name', '=', name), where('epoch', '=', epoch), where('n', '=', n)]),
        ),
      ),
    )
    .orderBy('name')
    .orderBy('n')
    .execute()
}

/** Appends one row to the current epoch and gives its new head. */
export async function appendRow(
  tx: Tx,
  head: DocumentHead,
  bytes: Uint8Array,
  at: number,
): Promise<DocumentHead> {
  const next = { ...head, n: head.n + 1, bytes: head.bytes + bytes.byteLength }
  await tx
    .insertInto('document_row')
    .values({ name: head.name, epoch: head.epoch, n: next.n, bytes: Buffer.from(bytes), at })
    .execute()
  const moved = await tx
    .updateTable('document_head')
    .set({ n: next.n, bytes: next.bytes })
    .where('name', '=', head.name)
    .where('epoch', '=', head.epoch)
    .where('n', '=', head.n)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) {
    throw new Error(`Broken invariant: ${head.name} has one writer at a time`)
  }
  return next
}

/** Starts an epoch: the old rows go, followers will be offered the new one as a snapshot. */
export async function startEpoch(tx: Tx, name: string, epoch: string): Promise<DocumentHead> {
  await tx.deleteFrom('document_row').where('name', '=', name).execute()
  await tx
    .insertInto('document_head')
    .values({ name, epoch, n: 0, bytes: 0 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ epoch, n: 0, bytes: 0 }))
    .execute()
  return { name, epoch, n: 0, bytes: 0 }
}
