/**
 * Word between servers over one database. A notice may be lost or come late: it is a hint where to look, never the truth.
 */
import type { Tx } from './storage.ts'

export interface Notices {
  /** Heard in this order by the other servers, and by this one, once the transaction has committed. Each at most 7,000 bytes. */
  send(tx: Tx, texts: readonly string[]): Promise<void>
  /** Heard at once, outside any transaction. What cannot be said now is lost; at most 7,000 bytes. */
  say(text: string): Promise<void>
  listen(listener: (text: string) => void): () => void
  close(): Promise<void>
}

/** PostgreSQL refuses 8,000 bytes. */
export const NOTICE_BYTES_MAX = 7_000

/** An embedded database has one server, which needs no telling. */
export const noNotices: Notices = {
  send: async () => undefined,
  say: async () => undefined,
  listen: () => () => undefined,
  close: async () => undefined,
}
