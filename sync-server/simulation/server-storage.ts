/**
 * What the servers of a world keep their data in. One server has a folder of its own, opened and closed with each of its lives. Several
 * stand over one database that outlives them, as over PostgreSQL: each transaction is alone there, what a server had not committed when it
 * died is rolled back, and word of what it committed goes to the others late, or never.
 */
import { beginGeneration } from '../storage/begin-generation.ts'
import { openSqlite } from '../storage/sqlite.ts'
import { openStorage, type Storage, type Tx } from '../storage/storage.ts'
import type { Disk } from './disk.ts'
import type { News } from './news.ts'

/** One life of a server. */
export interface Life {
  isAlive(): boolean
}

export interface ServerStorage {
  /** For one life; its `close` is the end of that life. */
  open(life: Life): Promise<Storage>
  /** Between two transactions, whenever its turn comes, as a backup under load is taken. */
  backUp(opened: Storage | null): void
  /** Puts the last backup in its place, as a new generation, while no server is alive. False when there is none. */
  restore(generation: string): Promise<boolean>
  close(): Promise<void>
}

export function makeOwnStorage(disk: Disk): ServerStorage {
  return {
    open: () => openStorage(openSqlite(disk.folder)),
    backUp: (opened) => {
      if (opened === null) disk.backUp()
      else void opened.transaction(async () => disk.backUp()).catch(ignore)
    },
    restore: async (generation) => {
      if (!disk.restore()) return false
      const storage = await openStorage(openSqlite(disk.folder))
      await beginGeneration(storage, generation)
      await storage.close()
      return true
    },
    close: async () => undefined,
  }
}

export async function makeSharedStorage(disk: Disk, news: News): Promise<ServerStorage> {
  let shared = await openStorage(openSqlite(disk.folder))
  return {
    open: async (life) => storageOf(shared, news, life),
    backUp: () => void shared.transaction(async () => disk.backUp()).catch(ignore),
    restore: async (generation) => {
      // A backup that is not there leaves everything as it is, also for those who read meanwhile.
      await shared.close()
      const isRestored = disk.restore()
      shared = await openStorage(openSqlite(disk.folder))
      if (isRestored) await beginGeneration(shared, generation)
      return isRestored
    },
    close: () => shared.close(),
  }
}

/** The database as one server sees it, until its life ends. */
function storageOf(shared: Storage, news: News, { isAlive }: Life): Storage {
  const { notices, leave } = news.join()
  const said = new WeakMap<Tx, readonly string[]>()
  let die: () => void = ignore
  const death = new Promise<never>((_resolve, reject) => {
    die = () => reject(new Error('The server has ended.'))
  })
  death.catch(ignore) // heard by the transactions that are open

  async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    let texts: readonly string[] = []
    try {
      const result = await shared.transaction(async (tx) => {
        if (!isAlive()) throw new Error('The server has ended.')
        const made = await Promise.race([work(tx), death])
        texts = said.get(tx) ?? []
        return made
      })
      // The database tells of it, whatever becomes of the server.
      for (const text of texts) news.tell(text)
      return result
    } catch (error) {
      if (!isAlive()) await never()
      throw error
    }
  }

  return {
    ...shared,
    servers: 'several',
    transaction,
    notices: {
      ...notices,
      send: async (tx, more) => {
        said.set(tx, [...(said.get(tx) ?? []), ...more])
      },
    },
    close: async () => {
      leave()
      die()
    },
  }
}

/** What a process that has ended was waiting for. */
function never(): Promise<never> {
  return new Promise(() => undefined)
}

/** A process that went away meanwhile takes its backup with it. */
function ignore(): void {}
