/**
 * One followed document on one connection. It sends every row once, in order, and none that does not continue what it sent before:
 * where a row is missing (another server wrote it) or the epoch changed, it reads again and answers `following` anew.
 */
import type { DocumentRow } from '../storage/document-log.ts'
import type { FollowedRow } from './hub.ts'
import type { CatchUp } from './server-documents.ts'

export interface FollowPorts {
  /** Null when there is no such document. */
  catchUp(epoch: string | null, n: number): Promise<CatchUp | null>
  /** What comes next: nothing, rows, or the whole document. */
  following(answer: Pick<CatchUp, 'head' | 'with'>): void
  row(row: DocumentRow): void
  /** Rows that came while it was reading. */
  late(rows: readonly FollowedRow[]): void
  /** Resolves when the connection can take more. */
  flushed(): Promise<void>
  /** The document is not there any more. */
  gone(): void
  fail(error: unknown): void
}

export interface FollowChannel {
  /** False when there is no such document. */
  start(epoch: string | null, n: number): Promise<boolean>
  /** True when the row is to be sent now; false when it was, or will be. */
  offer(row: FollowedRow): boolean
  stop(): void
}

/** Rows kept while reading; beyond it they are let go and read again. */
const MISSED_MAX = 200

export function makeFollowChannel(ports: FollowPorts): FollowChannel {
  let sent: CatchUp['head'] | null = null
  /** Rows that came while reading; null when not reading. */
  let missed: FollowedRow[] | null = null
  let reads = 0
  let isStopped = false

  async function read(epoch: string | null, n: number): Promise<boolean> {
    const own = ++reads
    missed = []
    await ports.flushed()
    const found = await ports.catchUp(epoch, n)
    if (isStopped || own !== reads) return true // a later reading answers
    if (found === null) return false
    ports.following(found)
    for (const row of found.rows) ports.row(row)
    const since: readonly FollowedRow[] = missed
    missed = null
    sent = found.head
    const late = since.filter(offer)
    if (late.length > 0) ports.late(late)
    return true
  }

  function readAgain(from: CatchUp['head']): void {
    read(from.epoch, from.n).then((isThere) => {
      if (!isThere) ports.gone()
    }, ports.fail)
  }

  function offer(row: FollowedRow): boolean {
    if (isStopped) return false
    if (missed !== null) {
      missed.push(row)
      if (missed.length > MISSED_MAX) missed.shift()
      return false
    }
    if (sent === null) return false
    const isSameEpoch = row.epoch === sent.epoch
    if (isSameEpoch && row.n <= sent.n) return false
    if (isSameEpoch && row.n === sent.n + 1) {
      sent = { epoch: row.epoch, n: row.n }
      return true
    }
    readAgain(sent)
    return false
  }

  return {
    start: read,
    offer,
    stop: () => {
      isStopped = true
    },
  }
}
