/** SQLite by better-sqlite3: one connection writes, one reads, so that a read never waits behind a transaction. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import {
  Kysely,
  type SqliteDatabase as KyselyDatabase,
  SqliteDialect,
  type SqliteStatement,
} from 'kysely'
import type { Database } from './database.ts'
import { inTransaction } from './in-transaction.ts'
import { noNotices } from './notices.ts'
import type { EngineDoor } from './storage.ts'

/** The database in its folder. */
export const SQLITE_FILE = 'portal.sqlite'

/** `log` hears the text of every statement. */
export function openSqlite(folder: string, log?: (text: string) => void): EngineDoor {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, SQLITE_FILE)
  const writer = new SqliteDatabase(path)
  const reader = new SqliteDatabase(path)
  const write = connect(writer, log)
  const read = connect(reader, log)
  return {
    engine: 'sqlite',
    read,
    write,
    notices: noNotices,
    transactionsAtOnce: 1,
    transaction: (work) => inTransaction(write, work),
    isTransient: () => false,
    isFull: (error) => codeOf(error).startsWith('SQLITE_FULL'),
    isFatal: (error) => /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(codeOf(error)),
    close: async () => {
      await read.destroy()
      await write.destroy()
      // Kysely closes only what it has used, and a log that somebody still has open stays beside the database.
      reader.close()
      writer.close()
    },
  }
}

/** The same database for looking only, beside a server that writes it. Throws when there is none. */
export function openSqliteReader(folder: string): Kysely<Database> {
  const path = join(folder, SQLITE_FILE)
  const handle = new SqliteDatabase(path, { readonly: true, fileMustExist: true })
  handle.pragma('busy_timeout = 5000')
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: handle }) })
}

function connect(handle: SqliteDatabase.Database, log?: (text: string) => void): Kysely<Database> {
  handle.pragma('journal_mode = WAL')
  handle.pragma('synchronous = FULL')
  handle.pragma('foreign_keys = ON')
  handle.pragma('busy_timeout = 5000')
  // What is deleted is overwritten: somebody who asked to be forgotten is in no page of the file that is free now.
  handle.pragma('secure_delete = ON')
  return new Kysely<Database>({
    dialect: new SqliteDialect({ database: keepStatements(handle) }),
    log: log === undefined ? [] : ({ query }) => log(query.sql),
  })
}

/** Statements kept a connection; a few hundred different ones exist. */
const STATEMENTS_MAX = 500

/** Kysely asks for every statement anew, and preparing one costs more than running most of ours. The oldest go first. */
function keepStatements(handle: SqliteDatabase.Database): KyselyDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => handle.close(),
    prepare: (text) => {
      const known = kept.get(text)
      if (known !== undefined) return known
      const statement = handle.prepare(text)
      kept.set(text, statement)
      for (const oldest of kept.keys()) {
        if (kept.size <= STATEMENTS_MAX) break
        kept.delete(oldest)
      }
      return statement
    },
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code)
}
