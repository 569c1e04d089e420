/**
 * A server that believes its own memory of a document: it changes what it wrote last, without looking whether another server has written
 * since. Alone over its database it is right; beside another the difference is taken from what is not there any more.
 */
import type { Written } from '../../sync/written.ts'
import type { Mistake } from './mistake.ts'
import { simpleDocuments } from './simple-documents.ts'

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
    return simpleDocuments(
      real,
      makeEpoch,
      async ({ name, epoch }, read) => {
        const known = remembered.get(name)
        const written = known !== undefined && known.epoch === epoch ? known.written : await read()
        remembered.set(name, { epoch, written })
        return written
      },
      (names) => {
        for (const name of names) remembered.delete(name)
      },
    )
  },
}
