/**
 * The one door to SQL. SQLite is the embedded default (WAL, synchronous=FULL: what is committed survives the loss of power);
 * PostgreSQL serves several servers over one database. The same schema, the same code, the same tests on both.
 *
 * Guarantee: `transaction` commits all or nothing, and what it resolved is durable. After a failed flush nothing is written any more:
 * a disk that lied once is not asked again.
 */
import type { Kysely, Transaction } from 'kysely'
import type { Database } from './database.ts'
import { runMigrations } from './migrations.ts'
import type { Notices } from './notices.ts'

export type Engine = 'sqlite' | 'postgres'
export type Tx = Transaction<Database>
/** Reads accept both: inside a transaction they see its own writes. */
export type Reader = Kysely<Database>

export interface Storage {
  readonly engine: Engine
  readonly read: Reader
  /** For a library that brings its own statements (sign-in): each waits its turn behind our transactions. */
  readonly write: Kysely<Database>
  /** Word to and from other servers over the same database. */
  readonly notices: Notices
  /** All or nothing; on SQLite one at a time. Throws `StorageFailed` when the disk or database is gone. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** What an engine's adapter gives; everything else is the same for both. */
export interface EngineDoor {
  readonly engine: Engine
  readonly read: Reader
  readonly write: Kysely<Database>
  readonly notices: Notices
  /** Transactions the engine runs side by side. */
  readonly transactionsAtOnce: number
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** True when the error means that the same work may succeed if tried again. */
  isTransient(error: unknown): boolean
  /** True when the error means that nothing can be trusted to be written. */
  isFatal(error: unknown): boolean
  close(): Promise<void>
}

/** Nothing more is written: the disk is full or broken, or the database is gone for good. */
export class StorageFailed extends Error {
  override name = 'StorageFailed'
}

/** Deadlocks and lost connections are tried this often, then the caller hears of them. */
const ATTEMPTS_MAX = 5
/** Transactions waiting for their turn; beyond it the server is too slow for its load and says so. */
const WAITING_MAX = 10_000

export async function openStorage(door: EngineDoor): Promise<Storage> {
  try {
    await runMigrations(door.read as unknown as Kysely<unknown>, door.engine)
  } catch (error) {
    await door.close()
    throw error
  }
  let failure: unknown = null
  let running = 0
  const waiting: (() => void)[] = []

  async function takeTurn(): Promise<void> {
    if (running < door.transactionsAtOnce) {
      running += 1
      return
    }
    if (waiting.length >= WAITING_MAX) throw new StorageFailed('Too many writes are waiting.')
    await new Promise<void>((resolve) => waiting.push(resolve))
  }

  function passTurn(): void {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }

  async function attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      if (failure !== null) throw new StorageFailed('Storage has failed.', { cause: failure })
      try {
        return await door.transaction(work)
      } catch (error) {
        if (door.isFatal(error)) failure = error
        else if (door.isTransient(error) && tries < ATTEMPTS_MAX) continue
        throw error
      }
    }
  }

  return {
    engine: door.engine,
    read: door.read,
    write: door.write,
    notices: door.notices,
    transaction: async (work) => {
      await takeTurn()
      try {
        return await attempt(work)
      } finally {
        passTurn()
      }
    },
    close: () => door.close(),
  }
}
