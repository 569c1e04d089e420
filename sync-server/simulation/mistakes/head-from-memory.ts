/**
 * A server that believes its own memory of a document: it changes what it wrote last, without looking whether another server has written
 * since. Alone over its database it is right; beside another the difference is taken from what is not there any more.
 */
import * as Y from 'yjs'
import { appendRow, readHead, readRows, startEpoch } from '../../storage/document-log.ts'
import { writeSections } from '../../sync/section-writer.ts'
import type { StagedRow } from '../../sync/server-documents.ts'
import { openWritten, type Written } from '../../sync/written.ts'
import type { Mistake } from './mistake.ts'

interface Remembered {
  readonly epoch: string
  readonly written: Written
}

export const headFromMemory: Mistake = {
  title: 'a head from memory',
  foundBy: [
    'every replica converges to the projection of SQL',
    'every wish has exactly one outcome',
  ],
  seenAt: 14,
  takesServers: 'several',
  documents: (real, _storage, makeEpoch) => {
    const remembered = new Map<string, Remembered>()
    const clientId = new Y.Doc().clientID
    return {
      ...real,
      stage: async (tx, documents, at) => {
        const rows: StagedRow[] = []
        for (const [name, sections] of documents) {
          const head = (await readHead(tx, name)) ?? (await startEpoch(tx, name, makeEpoch()))
          const known = remembered.get(name)
          const onDisk = async () => (await readRows(tx, head, 0)).map(({ bytes }) => bytes)
          const written =
            known?.epoch === head.epoch ? known.written : openWritten(await onDisk(), clientId)
          remembered.set(name, { epoch: head.epoch, written })
          const whole = head.n === 0 ? Y.encodeStateAsUpdate(new Y.Doc()) : null
          const bytes = writeSections(written, sections) ?? whole
          if (bytes === null) continue
          const { epoch, n } = await appendRow(tx, head, bytes, at)
          rows.push({ name, epoch, n, bytes })
        }
        return rows
      },
      amend: async (_tx, documents) => ({ rows: [], rest: [...documents.keys()] }),
      aborted: (names) => {
        for (const name of names) remembered.delete(name)
      },
    }
  },
}
