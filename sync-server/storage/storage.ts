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
  /** `one`: whatever is committed is committed by this server. Of `several` others may write too, and are listened to and looked after. */
  readonly servers: 'one' | 'several'
  readonly read: Reader
  /** For a library that brings its own statements (sign-in): each waits its turn behind our transactions. */
  readonly write: Kysely<Database>
  /** Word to and from other servers over the same database. */
  readonly notices: Notices
  /** All or nothing; on SQLite one at a time. Throws `StorageFull` or `StorageFailed` when nothing can be written. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** True when the error says that the engine could not write, or went away: nothing that was asked of it is to blame. */
  isEngineFailure(error: unknown): boolean
  /** False once a flush has failed: reads go on, nothing is written until a restart. */
  isWritable(): boolean
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
  /** True when there is no space left: nothing was written, and more may be once there is. */
  isFull(error: unknown): boolean
  /** True when the error means that nothing can be trusted to be written. */
  isFatal(error: unknown): boolean
  close(): Promise<void>
}

/** A flush failed, so what the disk holds is not known any more: nothing is written until a restart looks at it anew. */
export class StorageFailed extends Error {
  override name = 'StorageFailed'
}

/** Too many writes wait already: the server is too slow for its load, and says so. */
export class StorageBusy extends Error {
  override name = 'StorageBusy'
}

/** No space is left. Nothing was written, and the next attempt may succeed. */
export class StorageFull extends Error {
  override name = 'StorageFull'
}

/** Deadlocks and lost connections are tried this often, then the caller hears of them. */
const ATTEMPTS_MAX = 5
/** The first pause between attempts; each further one is twice as long, and none exactly, so that rivals do not meet again. */
const PAUSE_MS = 20
/** Transactions waiting for their turn, each a few kilobytes; beyond it `StorageBusy`. */
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
    if (waiting.length >= WAITING_MAX) throw new StorageBusy('Too many writes wait.')
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
        if (door.isFull(error)) throw new StorageFull('Storage is full.', { cause: error })
        if (door.isFatal(error)) {
          failure = error
          throw new StorageFailed('Storage has failed.', { cause: error })
        }
        if (!door.isTransient(error) || tries >= ATTEMPTS_MAX) throw error
        await pause(tries)
      }
    }
  }

  return {
    engine: door.engine,
    servers: door.engine === 'sqlite' ? 'one' : 'several',
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
    isEngineFailure: (error) =>
      door.isFull(error) || door.isFatal(error) || door.isTransient(error),
    isWritable: () => failure === null,
    close: () => door.close(),
  }
}

function pause(tries: number): Promise<void> {
  const ms = PAUSE_MS * 2 ** tries * (0.5 + Math.random())
  return new Promise((resolve) => setTimeout(resolve, ms))
}
