/**
 * A resident a document, changed inside the transaction and kept when it aborts. The next difference is then taken from a state that is
 * not on disk, and the log misses a change for ever.
 */
import type { Written } from '../../sync/written.ts'
import type { Mistake } from './mistake.ts'
import { simpleDocuments } from './simple-documents.ts'

export const keptAfterAbort: Mistake = {
  title: 'kept resident after abort',
  foundBy: [
    'every replica converges to the projection of SQL',
    'every wish has exactly one outcome',
  ],
  seenAt: 3,
  documents: (real, _storage, makeEpoch) => {
    const residents = new Map<string, Written>()
    return simpleDocuments(
      real,
      makeEpoch,
      async ({ name }, read) => {
        const written = residents.get(name) ?? (await read())
        residents.set(name, written)
        return written
      },
      () => undefined,
    )
  },
}
