/** Runs one suite on every engine, each time on a database of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, inject } from 'vitest'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import { openStorage, type Storage } from './storage.ts'

export interface TestDatabase {
  /** The settings with which a portal opens it. */
  readonly settings: Readonly<Record<string, string>>
  /** Opens the same database again, as another server would. */
  open(): Promise<Storage>
  /** Closes what was opened and removes the database. */
  remove(): Promise<void>
}

/** Declares the suite once an engine. Without a PostgreSQL its half is not declared, and the run's set-up says so. */
export function onEachEngine(
  title: string,
  suite: (makeDatabase: () => Promise<TestDatabase>) => void,
): void {
  describe(`${title} on SQLite`, () => suite(makeSqlite))
  onPostgres(title, suite)
}

/** Declares a suite about what only PostgreSQL has: several servers over one database. */
export function onPostgres(
  title: string,
  suite: (makeDatabase: () => Promise<TestDatabase>) => void,
): void {
  const url = inject('databaseUrl')
  if (url !== null) describe(`${title} on PostgreSQL`, () => suite(() => makePostgres(url)))
}

export async function makeSqlite(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-test-'))
  const opened: Storage[] = []
  return {
    settings: { PORTAL_DATA: folder },
    open: async () => {
      const storage = await openStorage(openSqlite(folder))
      opened.push(storage)
      return storage
    },
    remove: async () => {
      for (const storage of opened) await storage.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let count = 0

async function makePostgres(url: string): Promise<TestDatabase> {
  count += 1
  const name = `portal_test_${process.pid}_${count}`
  await execute(url, `create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const opened: Storage[] = []
  return {
    settings: { DATABASE_URL: own.href },
    open: async () => {
      const storage = await openStorage(openPostgres(own.href))
      opened.push(storage)
      return storage
    },
    remove: async () => {
      for (const storage of opened) await storage.close()
      await execute(url, `drop database ${name} with (force)`)
    },
  }
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
