/** PostgreSQL 15 or newer by pg. The pool's size bounds how many transactions run side by side. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { inTransaction } from './in-transaction.ts'
import { makePostgresNotices } from './postgres-notices.ts'
import { keepStatements, STATEMENT_OUTDATED } from './postgres-statements.ts'
import type { EngineDoor } from './storage.ts'

const POOL_MAX = 12
/** int8 as numbers: our integers are epoch ms, counters and minor units, all far below 2^53. */
const INT8_OID = 20
pg.types.setTypeParser(INT8_OID, Number)

/** Serialisation failure, deadlock, too many connections, shutdown, connection failures. */
const transient = [
  ...['40001', '40P01', '53300', '57P01', '57P02', '57P03', '08006', '08003', '08001'],
  STATEMENT_OUTDATED,
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
]
/** Some lost connections have no code, only these words of the driver. */
const lostConnection = /Connection terminated|Client has encountered a connection error/
const DISK_FULL = '53100'

export function openPostgres(databaseUrl: string): EngineDoor {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: POOL_MAX,
    statement_timeout: 15_000,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', () => {
    // An idle connection was lost: the pool opens another one when it is needed.
  })
  pool.on('connect', (client) => {
    client.on('error', () => {
      // A connection in use was lost: the statement that needs it next fails and is tried again. Unheard, it would end the process.
    })
  })
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: keepStatements(pool) }) })
  const notices = makePostgresNotices(databaseUrl)
  return {
    engine: 'postgres',
    read: db,
    write: db,
    notices,
    transactionsAtOnce: POOL_MAX - 4,
    transaction: (work) => inTransaction(db, work, 'read committed'),
    isTransient: (error) => transient.includes(codeOf(error)) || lostConnection.test(String(error)),
    isFull: (error) => codeOf(error) === DISK_FULL,
    isFatal: () => false,
    close: async () => {
      await notices.close()
      await db.destroy()
    },
  }
}

/** The same database for looking only, beside servers that write it: the engine itself refuses every write. */
export function openPostgresReader(databaseUrl: string): Kysely<Database> {
  const options =
    '-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read'
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, options })
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code)
}
