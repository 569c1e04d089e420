/**
 * The simplest server documents one would write: a resident a document, changed inside the transaction and kept when it aborts.
 * The next difference is then taken from a state that is not on disk, and the log misses a change for ever.
 */
import * as Y from 'yjs'
import { appendRow, readHead, readRows, startEpoch } from '../../storage/document-log.ts'
import { writeSections } from '../../sync/section-writer.ts'
import type { StagedRow } from '../../sync/server-documents.ts'
import { openWritten, type Written } from '../../sync/written.ts'
import type { Mistake } from './mistake.ts'

export const keptAfterAbort: Mistake = {
  title: 'kept resident after abort',
  foundBy: [
    'every replica converges to the projection of SQL',
    'every wish has exactly one outcome',
  ],
  seenAt: 3,
  documents: (real, _storage, makeEpoch) => {
    const residents = new Map<string, Written>()
    const clientId = new Y.Doc().clientID
    return {
      ...real,
      stage: async (tx, documents, at) => {
        const rows: StagedRow[] = []
        for (const [name, sections] of documents) {
          const head = (await readHead(tx, name)) ?? (await startEpoch(tx, name, makeEpoch()))
          const rowsOfEpoch = await readRows(tx, head, 0)
          const written =
            residents.get(name) ??
            openWritten(
              rowsOfEpoch.map(({ bytes }) => bytes),
              clientId,
            )
          residents.set(name, written)
          const isNew = head.n === 0
          const whole = isNew ? Y.encodeStateAsUpdate(new Y.Doc()) : null
          const bytes = writeSections(written, sections) ?? whole
          if (bytes === null) continue
          const { epoch, n } = await appendRow(tx, head, bytes, at)
          rows.push({ name, epoch, n, bytes })
        }
        return rows
      },
      amend: async (_tx, documents) => ({ rows: [], rest: [...documents.keys()] }),
      aborted: () => undefined,
    }
  },
}
