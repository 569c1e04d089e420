/**
 * One followed document on one connection. It sends every row once, in order, and none that does not continue what it sent before:
 * where a row is missing (another server wrote it) or the epoch changed, it reads again and answers `following` anew.
 */
import type { Down } from '../../domain/wire/down.ts'
import { writeRowBody } from '../../domain/wire/frame.ts'
import type { FollowedRow } from './hub.ts'
import type { CatchUp } from './server-documents.ts'

export interface FollowPorts {
  catchUp(epoch: string | null, n: number): Promise<CatchUp | null>
  /** The connection knows this head now. */
  caughtUp(head: CatchUp['head']): void
  text(message: Down): void
  frame(body: Uint8Array): void
  /** Rows that came while it was reading, ready to be sent as a group. */
  group(bodies: readonly Uint8Array[]): void
  flushed(): Promise<void>
  fail(error: unknown): void
}

export interface FollowChannel {
  /** False when there is no such document. */
  start(epoch: string | null, n: number): Promise<boolean>
  /** The body to send now, or null: known already, or kept until it has caught up. */
  offer(row: FollowedRow): Uint8Array | null
  stop(): void
}

/** Rows kept while reading; beyond it they are let go and read again. */
const MISSED_MAX = 200

export function makeFollowChannel(channel: number, ports: FollowPorts): FollowChannel {
  let sent: CatchUp['head'] | null = null
  /** Rows that came while reading; null when not reading. */
  let missed: FollowedRow[] | null = null
  let isStopped = false

  async function read(epoch: string | null, n: number): Promise<boolean> {
    missed = []
    await ports.flushed()
    const found = await ports.catchUp(epoch, n)
    if (isStopped) return true
    if (found === null) return false
    const { head, rows } = found
    ports.text({ type: 'following', channel, epoch: head.epoch, n: head.n, with: found.with })
    for (const row of rows) ports.frame(writeRowBody({ n: row.n, update: row.bytes }))
    ports.caughtUp(head)
    const since: readonly FollowedRow[] = missed
    missed = null
    sent = head
    const bodies = since.map(offer).filter((body) => body !== null)
    if (bodies.length > 0) ports.group(bodies)
    return true
  }

  function readAgain(): void {
    const from = sent
    read(from?.epoch ?? null, from?.n ?? 0).catch(ports.fail)
  }

  function offer(row: FollowedRow): Uint8Array | null {
    if (isStopped) return null
    if (missed !== null) {
      missed.push(row)
      if (missed.length > MISSED_MAX) missed.shift()
      return null
    }
    if (sent === null || (row.epoch === sent.epoch && row.n <= sent.n)) return null
    if (row.epoch === sent.epoch && row.n === sent.n + 1) {
      sent = { epoch: row.epoch, n: row.n }
      return row.body
    }
    readAgain()
    return null
  }

  return {
    start: read,
    offer,
    stop: () => {
      isStopped = true
    },
  }
}
