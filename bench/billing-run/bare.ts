/** The limit a billing run is held against: rows like those it writes, inserted by the bare driver in as many transactions. No rule, no number. */
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'
import { limits } from '../../domain/values/limits.ts'
import { SQLITE_FILE } from '../../sync-server/storage/sqlite.ts'
import type { Storage } from '../../sync-server/storage/storage.ts'
import type { Place } from '../harness/databases.ts'

type Row = Readonly<Record<string, string | number | null>>

/** One bill and everything that is written with it. */
export interface BillRows {
  readonly bill: readonly Row[]
  readonly bill_line: readonly Row[]
  readonly ledger_entry: readonly Row[]
}
type Table = keyof BillRows

const tables: readonly Table[] = ['bill', 'bill_line', 'ledger_entry']
/** What must differ for the same rows to go in again. */
const distinct: Readonly<Record<Table, readonly string[]>> = {
  bill: ['id', 'payer_id', 'series'],
  bill_line: ['bill_id'],
  ledger_entry: ['cause_id'],
}

/** The rows of the bills of one period. */
export async function readBillRows({ read }: Storage, from: string): Promise<readonly BillRows[]> {
  const bills = await read.selectFrom('bill').selectAll().where('period_from', '=', from).execute()
  const all: BillRows[] = []
  for (const bill of bills) {
    const lines = read.selectFrom('bill_line').selectAll().where('bill_id', '=', bill.id)
    const fees = (await lines.execute()).filter(({ source }) => source.startsWith('fee/'))
    const causes = [bill.id, ...fees.map(({ source }) => source)]
    const entries = read.selectFrom('ledger_entry').selectAll().where('cause_id', 'in', causes)
    all.push({
      bill: [{ ...bill }],
      bill_line: await lines.execute(),
      ledger_entry: (await entries.execute()).map(({ n: _, ...entry }) => entry),
    })
  }
  return all
}

export function countRows(bills: readonly BillRows[]): number {
  return bills.reduce(
    (sum, one) => sum + tables.reduce((rows, table) => rows + one[table].length, 0),
    0,
  )
}

export interface Bare {
  insert(bills: readonly BillRows[]): Promise<void>
  close(): Promise<void>
}

export async function openBare(place: Place): Promise<Bare> {
  return place.engine === 'sqlite' ? openBareSqlite(place.folder) : openBarePostgres(place.url)
}

function openBareSqlite(folder: string): Bare {
  const handle = new SqliteDatabase(join(folder, SQLITE_FILE))
  handle.pragma('journal_mode = WAL')
  handle.pragma('synchronous = FULL')
  const statements = new Map<string, SqliteDatabase.Statement>()
  const insertSome = handle.transaction((inserts: readonly Insert[]) => {
    for (const { text, values } of inserts) {
      const statement = statements.get(text) ?? handle.prepare(text)
      statements.set(text, statement)
      statement.run(values)
    }
  })
  let round = 0
  return {
    insert: async (bills) => {
      round += 1
      for (const inserts of transactionsOf(bills, round, () => '?')) insertSome(inserts)
    },
    close: async () => {
      handle.close()
    },
  }
}

async function openBarePostgres(url: string): Promise<Bare> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  let round = 0
  return {
    insert: async (bills) => {
      round += 1
      for (const inserts of transactionsOf(bills, round, (at) => `$${at + 1}`)) {
        await client.query('begin')
        for (const { table, text, values } of inserts) {
          await client.query({ name: table, text, values: [...values] })
        }
        await client.query('commit')
      }
    },
    close: () => client.end(),
  }
}

interface Insert {
  readonly table: Table
  readonly text: string
  readonly values: readonly (string | number | null)[]
}

/** As many bills a transaction as a step of the run issues. */
function* transactionsOf(
  bills: readonly BillRows[],
  round: number,
  mark: (at: number) => string,
): Generator<readonly Insert[]> {
  for (let from = 0; from < bills.length; from += limits.billsPerStepMax) {
    const part = bills.slice(from, from + limits.billsPerStepMax)
    yield part.flatMap((one) =>
      tables.flatMap((table) => one[table].map((row) => insertOf(table, row, round, mark))),
    )
  }
}

function insertOf(table: Table, row: Row, round: number, mark: (at: number) => string): Insert {
  const columns = Object.keys(row)
  const marks = columns.map((_, at) => mark(at)).join(', ')
  return {
    table,
    text: `insert into ${table} (${columns.join(', ')}) values (${marks})`,
    values: columns.map((column) => {
      const value = row[column] ?? null
      return distinct[table].includes(column) ? `${value}.${round}` : value
    }),
  }
}
