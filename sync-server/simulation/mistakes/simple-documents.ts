/** The simplest server documents one would write: each is opened somehow, and changed inside the transaction. */
import * as Y from 'yjs'
import {
  appendRow,
  type DocumentHead,
  readHead,
  readRows,
  startEpoch,
} from '../../storage/document-log.ts'
import { writeSections } from '../../sync/section-writer.ts'
import type { ServerDocuments, StagedRow } from '../../sync/server-documents.ts'
import { openWritten, type Written } from '../../sync/written.ts'

/** `open` says which state the next difference is taken from, given the head on disk and the way to read what is there. */
export function simpleDocuments(
  real: ServerDocuments,
  makeEpoch: () => string,
  open: (head: DocumentHead, read: () => Promise<Written>) => Promise<Written>,
  aborted: ServerDocuments['aborted'],
): ServerDocuments {
  const clientId = new Y.Doc().clientID
  return {
    ...real,
    stage: async (tx, documents, at) => {
      const rows: StagedRow[] = []
      for (const [name, sections] of documents) {
        const head = (await readHead(tx, name)) ?? (await startEpoch(tx, name, makeEpoch()))
        const written = await open(head, async () => {
          const kept = await readRows(tx, head, 0)
          return openWritten(
            kept.map(({ bytes }) => bytes),
            clientId,
          )
        })
        const whole = head.n === 0 ? Y.encodeStateAsUpdate(new Y.Doc()) : null
        const bytes = writeSections(written, sections) ?? whole
        if (bytes === null) continue
        const { epoch, n } = await appendRow(tx, head, bytes, at)
        rows.push({ name, epoch, n, bytes })
      }
      return rows
    },
    amend: async (_tx, documents) => ({ rows: [], rest: [...documents.keys()] }),
    aborted,
  }
}
