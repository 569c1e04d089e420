/** Keeps a long log short: its oldest rows become one, under the last of their numbers and in the same epoch. */
import * as Y from 'yjs'
import {
  type DocumentHead,
  firstRow,
  readRows,
  replaceRowsUpTo,
} from '../../storage/document-log.ts'
import type { Tx } from '../../storage/storage.ts'
import { docOf } from '../judge-update.ts'

/** Any of the last so many states of a document can be read. */
export const ROWS_KEPT = 1_000
/** So many at once: joining reads them all. */
const ROWS_JOINED_MIN = 1_000

export async function joinOldRows(tx: Tx, head: DocumentHead): Promise<DocumentHead> {
  if (head.n <= ROWS_KEPT + ROWS_JOINED_MIN) return head
  const until = head.n - ROWS_KEPT
  if (until - (await firstRow(tx, head)) < ROWS_JOINED_MIN) return head
  const rows = (await readRows(tx, head, 0)).filter((row) => row.n <= until)
  const doc = docOf(rows.map((row) => row.bytes))
  const bytes = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return replaceRowsUpTo(tx, head, until, bytes)
}
