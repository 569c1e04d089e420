/**
 * Documents that people edit at several servers over one database. Whoever writes a row says so, and the others read it; every five seconds
 * the heads of what is resident are looked at in any case, so that a lost notice costs seconds and nothing else.
 */
import { readHeads } from '../storage/document-log.ts'
import type { Storage } from '../storage/storage.ts'
import { type Clock, every } from './clock.ts'
import { type RowPlace, readNotice } from './commit-notice.ts'
import type { EditedDocuments } from './edited-documents.ts'
import { chunks } from './kept.ts'

export interface EditedElsewherePorts {
  readonly storage: Storage
  readonly edited: EditedDocuments
  readonly serverId: string
  readonly clock: Clock
  log(line: string): void
}

const LOOK_EVERY_MS = 5_000
/** Names in one query. */
const ASKED_MAX = 200

/** Starts to listen; the answer ends it. */
export function hearEdits(ports: EditedElsewherePorts): () => void {
  const { storage, edited, serverId, clock, log } = ports
  // An embedded database has one server: nobody else writes.
  if (storage.servers === 'one') return () => undefined

  async function hear(rows: readonly RowPlace[]): Promise<void> {
    try {
      await edited.hearOf(rows)
    } catch (error) {
      log(`Rows of other servers could not be read and will be looked for: ${String(error)}`)
    }
  }

  async function look(): Promise<void> {
    try {
      for (const names of chunks(edited.names(), ASKED_MAX)) {
        await hear(await readHeads(storage.read, names))
      }
    } catch (error) {
      log(`Edited documents could not be looked at: ${String(error)}`)
    }
  }

  const stopLooking = every(clock, LOOK_EVERY_MS, look)
  const stopHearing = storage.notices.listen((text) => {
    const notice = readNotice(text)
    if (notice !== null && notice.from !== serverId) void hear(notice.rows)
  })
  return () => {
    stopHearing()
    stopLooking()
  }
}
