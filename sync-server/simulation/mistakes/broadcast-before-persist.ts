/** Rows go out when they are staged. A transaction that aborts, or a crash before the commit, leaves replicas with what never was. */
import type { StagedRow } from '../../sync/server-documents.ts'
import type { Mistake } from './mistake.ts'

export const broadcastBeforePersist: Mistake = {
  title: 'broadcast before persist',
  documents: (real) => {
    const listeners = new Set<(rows: readonly StagedRow[], at: number) => void>()
    return {
      ...real,
      stage: async (tx, name, sections, at) => {
        const row = await real.stage(tx, name, sections, at)
        if (row !== null) for (const listener of listeners) listener([row], at)
        return row
      },
      onGroup: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    }
  },
}
