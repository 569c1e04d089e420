/** Whole documents as encoded bytes, kept so that five hundred cold clients cost one encoding, and a later one only the rows since. */
import * as Y from 'yjs'
import { type DocumentHead, type DocumentRow, readRows } from '../storage/document-log.ts'
import type { Reader } from '../storage/storage.ts'
import { dropOldest, isContiguous, touch } from './kept.ts'

export interface Snapshots {
  /** The document at that head, or null when its rows are no longer those of that epoch. */
  at(reader: Reader, head: DocumentHead): Promise<Uint8Array | null>
}

interface Snapshot {
  readonly epoch: string
  readonly n: number
  readonly bytes: Promise<Uint8Array | null>
}

/** Some 20 MB at the size of a usual document. */
const SNAPSHOTS_MAX = 200

export function makeSnapshots(): Snapshots {
  const kept = new Map<string, Snapshot>()
  return {
    at: (reader, head) => {
      const known = kept.get(head.name)
      const isSameEpoch = known?.epoch === head.epoch
      if (isSameEpoch && known.n === head.n) {
        touch(kept, head.name, known)
        return known.bytes
      }
      const base = isSameEpoch && known.n < head.n ? known : null
      const snapshot = { epoch: head.epoch, n: head.n, bytes: encode(reader, head, base) }
      // An answer that lags behind must not displace a newer one.
      if (!isSameEpoch || base !== null) touch(kept, head.name, snapshot)
      dropOldest(kept, SNAPSHOTS_MAX)
      const forget = () => {
        if (kept.get(head.name) === snapshot) kept.delete(head.name)
      }
      snapshot.bytes.then((bytes) => {
        if (bytes === null) forget()
      }, forget)
      return snapshot.bytes
    },
  }
}

async function encode(
  reader: Reader,
  head: DocumentHead,
  base: Snapshot | null,
): Promise<Uint8Array | null> {
  const baseBytes = (await base?.bytes.catch(() => null)) ?? null
  const from = base !== null && baseBytes !== null ? base.n : 0
  const rows = upTo(await readRows(reader, head, from), head.n)
  if (!isContiguous(rows, from, head.n)) return null
  const doc = new Y.Doc({ gc: true, guid: '' })
  if (baseBytes !== null) Y.applyUpdate(doc, baseBytes)
  for (const row of rows) Y.applyUpdate(doc, row.bytes)
  const bytes = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return bytes
}

function upTo(rows: readonly DocumentRow[], n: number): readonly DocumentRow[] {
  return rows.filter((row) => row.n <= n)
}
