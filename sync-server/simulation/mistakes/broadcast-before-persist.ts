/** Rows go out when they are staged. A transaction that aborts, or a crash before the commit, leaves replicas with what never was. */
import type { StagedRow } from '../../sync/server-documents.ts'
import type { Mistake } from './mistake.ts'

export const broadcastBeforePersist: Mistake = {
  title: 'broadcast before persist',
  foundBy: [
    'nothing is called booked before it is settled',
    'every replica converges to the projection of SQL',
    // What was told and never was is told otherwise later.
    'every wish has exactly one outcome',
  ],
  seenAt: 3,
  documents: (real) => {
    const listeners = new Set<(rows: readonly StagedRow[], at: number) => void>()
    const publish = (rows: readonly StagedRow[], at: number) => {
      if (rows.length > 0) for (const listener of listeners) listener(rows, at)
    }
    return {
      ...real,
      stage: async (tx, documents, at, basis) => {
        const rows = await real.stage(tx, documents, at, basis)
        publish(rows, at)
        return rows
      },
      amend: async (tx, documents, at, basis) => {
        const amended = await real.amend(tx, documents, at, basis)
        publish(amended.rows, at)
        return amended
      },
      onGroup: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    }
  },
}
