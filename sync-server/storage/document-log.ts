/**
 * Synced documents as a log of rows: name, epoch, n. Row n exists only after n-1; a new epoch starts again at row 1, and the rows before
 * it are gone. Rows are read together with their head in one statement, so that none is taken for one of another epoch.
 */
import { type Insertable, sql } from 'kysely'
import { must } from '../../domain/values/assert.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { inParts } from './in-parts.ts'
import type { Reader, Tx } from './storage.ts'

export interface DocumentHead {
  /** By which rows name it; it means nothing elsewhere. */
  readonly id: number
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
    .selectFrom('document_head as head')
    .innerJoin('document_row as row', 'row.document', 'head.id')
    .select(['row.n', 'row.bytes'])
    .where('head.name', '=', head.name)
    .where('head.epoch', '=', head.epoch)
    .where('row.n', '>', after)
    .orderBy('row.n')
    .execute()
}

/** The heads of those documents that exist. */
export async function readHeads(
  reader: Reader,
  names: readonly string[],
): Promise<readonly DocumentHead[]> {
  if (names.length === 0) return []
  return (await selectHeads(reader, names)).rows
}

const selectHeads = compiledOnce(
  (name: string) => [name],
  (reader, names) => reader.selectFrom('document_head').selectAll().where('name', 'in', names),
)

/** Single rows of any documents, in order; those that are not there any more are left out. */
export async function readRowsAt(
  reader: Reader,
  places: readonly Pick<DocumentHead, 'name' | 'epoch' | 'n'>[],
): Promise<readonly (DocumentRow & Pick<DocumentHead, 'name' | 'epoch'>)[]> {
  if (places.length === 0) return []
  return reader
    .selectFrom('document_head as head')
    .innerJoin('document_row as row', 'row.document', 'head.id')
    .select(['head.name', 'head.epoch', 'row.n', 'row.bytes'])
    .where((where) =>
      where.or(
        places.map(({ name, epoch, n }) =>
          where.and([
            where('head.name', '=', name),
            where('head.epoch', '=', epoch),
            where('row.n', '=', n),
          ]),
        ),
      ),
    )
    .orderBy('head.name')
    .orderBy('row.n')
    .execute()
}

/** Appends one row to the current epoch and gives its new head. */
export async function appendRow(
  tx: Tx,
  head: DocumentHead,
  bytes: Uint8Array,
  at: number,
): Promise<DocumentHead> {
  const [next] = await appendRows(tx, [{ head, bytes }], at)
  return must(next, 'one row makes one head')
}

export interface AppendedRow {
  readonly head: DocumentHead
  readonly bytes: Uint8Array
}

/** Appends a row to each of several documents, in two statements however many they are; gives their new heads in that order. */
export async function appendRows(
  tx: Tx,
  rows: readonly AppendedRow[],
  at: number,
): Promise<readonly DocumentHead[]> {
  const next: DocumentHead[] = []
  for (const part of inParts(rows)) {
    const heads = part.map(({ head, bytes }) => {
      return { ...head, n: head.n + 1, bytes: head.bytes + bytes.byteLength }
    })
    const values = part.map(({ head: { id, n }, bytes }) => {
      return { document: id, n: n + 1, bytes: Buffer.from(bytes), at }
    })
    await insertRows(tx, values)
    await moveHeads(tx, heads)
    next.push(...heads)
  }
  return next
}

const insertRows = compiledOnce(
  ({ document, n, bytes, at }: Insertable<Database['document_row']>) => [document, n, bytes, at],
  (tx, rows) => tx.insertInto('document_row').values(rows),
)

/** Every head must stand one row before: a document has one writer at a time. */
async function moveHeads(tx: Tx, heads: readonly DocumentHead[]): Promise<void> {
  const moved = await updateHeads(tx, heads)
  if (Number(moved.numAffectedRows) !== heads.length) {
    const names = heads.map((head) => head.name).join(', ')
    throw new Error(`Broken invariant: each of ${names} has one writer at a time`)
  }
}

const updateHeads = compiledOnce(
  ({ id, epoch, n, bytes }: DocumentHead) => [id, epoch, n, bytes],
  (_tx, heads) => {
    const rows = heads.map(
      ({ id, epoch, n, bytes }) =>
        sql`(cast(${id} as bigint), ${epoch}, cast(${n} as integer), cast(${bytes} as bigint))`,
    )
    return sql`with moved (id, epoch, n, bytes) as (values ${sql.join(rows)})
      update document_head set n = moved.n, bytes = moved.bytes from moved
      where document_head.id = moved.id and document_head.epoch = moved.epoch and document_head.n = moved.n - 1`
  },
)

/** Starts an epoch: the old rows go, followers will be offered the new one as a snapshot. */
export async function startEpoch(tx: Tx, name: string, epoch: string): Promise<DocumentHead> {
  const head = await tx
    .insertInto('document_head')
    .values({ name, epoch, n: 0, bytes: 0 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ epoch, n: 0, bytes: 0 }))
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('document_row').where('document', '=', head.id).execute()
  return head
}

/** Nothing of it stays: whoever asks for it next is told of a new one. */
export async function forgetDocument(tx: Tx, name: string): Promise<void> {
  const head = await readHead(tx, name)
  if (head === null) return
  await tx.deleteFrom('document_row').where('document', '=', head.id).execute()
  await tx.deleteFrom('document_head').where('id', '=', head.id).execute()
}

/** The number of the oldest row; 0 while there is none. */
export async function firstRow(reader: Reader, head: DocumentHead): Promise<number> {
  const found = await reader
    .selectFrom('document_row')
    .select(({ fn }) => fn.min('n').as('n'))
    .where('document', '=', head.id)
    .executeTakeFirst()
  return Number(found?.n ?? 0)
}

/** Puts one row in place of all up to that number, which it keeps; gives the head, whose epoch and number stay. */
export async function replaceRowsUpTo(
  tx: Tx,
  head: DocumentHead,
  n: number,
  bytes: Uint8Array,
): Promise<DocumentHead> {
  const kept = Buffer.from(bytes)
  await tx.deleteFrom('document_row').where('document', '=', head.id).where('n', '<', n).execute()
  await tx
    .updateTable('document_row')
    .set({ bytes: kept })
    .where('document', '=', head.id)
    .where('n', '=', n)
    .execute()
  const rows = await readRows(tx, head, n - 1)
  const next = { ...head, bytes: rows.reduce((sum, row) => sum + row.bytes.byteLength, 0) }
  await tx
    .updateTable('document_head')
    .set({ bytes: next.bytes })
    .where('id', '=', head.id)
    .execute()
  return next
}
