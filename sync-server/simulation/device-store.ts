/**
 * What a device keeps, with the crash behaviour of its two databases: `intents` waits for the disk with every write, so a crash loses
 * nothing of it; `documents` does not, so a crash loses the last writes, always the newest first.
 */
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import type { Held } from '../../domain/wire/follower.ts'
import type { Random } from './random.ts'

export interface IntentRow {
  readonly intent: AnyIntent
  readonly state: 'saved' | 'received' | 'settled' | 'expired'
  /** On the device's own clock; 0 sends at once. */
  readonly sendAfter: number
  readonly settled: SettledIntent | null
  readonly settledAt: number | null
}

export interface DocumentRow {
  readonly held: Held
  readonly bytes: Uint8Array
}

/** The documents of one group: all of them or none. Null drops the copy. */
export type DocumentWrites = ReadonlyMap<string, DocumentRow | null>

export interface DeviceStore {
  readonly intents: ReadonlyMap<IntentId, IntentRow>
  readonly documents: ReadonlyMap<string, DocumentRow>
  readonly generation: string | null
  /** In one transaction with the row. */
  nextSeq(): number
  putIntent(row: IntentRow): void
  deleteIntent(id: IntentId): void
  writeDocuments(writes: DocumentWrites): void
  setGeneration(generation: string): void
  /** Power is gone: some of the newest document writes with it. */
  crash(random: Random): void
}

/** So many writes wait for the disk at most. */
const UNFLUSHED_MAX = 8

export function makeDeviceStore(): DeviceStore {
  const intents = new Map<IntentId, IntentRow>()
  let documents = new Map<string, DocumentRow>()
  let flushed = new Map<string, DocumentRow>()
  let unflushed: DocumentWrites[] = []
  let seq = 0
  let generation: string | null = null
  return {
    intents,
    get documents() {
      return documents
    },
    get generation() {
      return generation
    },
    nextSeq: () => {
      seq += 1
      return seq
    },
    putIntent: (row) => {
      intents.set(row.intent.id, row)
    },
    deleteIntent: (id) => {
      intents.delete(id)
    },
    writeDocuments: (writes) => {
      write(documents, writes)
      unflushed.push(writes)
      const oldest = unflushed.length > UNFLUSHED_MAX ? unflushed.shift() : undefined
      if (oldest !== undefined) write(flushed, oldest)
    },
    setGeneration: (next) => {
      generation = next
    },
    crash: (random) => {
      const kept = random.below(unflushed.length + 1)
      for (const writes of unflushed.slice(0, kept)) write(flushed, writes)
      unflushed = []
      documents = new Map(flushed)
      flushed = new Map(flushed)
    },
  }
}

function write(documents: Map<string, DocumentRow>, writes: DocumentWrites): void {
  for (const [name, row] of writes) {
    if (row === null) documents.delete(name)
    else documents.set(name, row)
  }
}
