/** Runs one suite on every engine, each time on a database of its own. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, inject } from 'vitest'
import { openPostgres } from './postgres.ts'
import { openSqlite, SQLITE_FILE } from './sqlite.ts'
import { type EngineDoor, openStorage, type Storage } from './storage.ts'

export interface TestDatabase {
  /** The settings with which a portal opens it. */
  readonly settings: Readonly<Record<string, string>>
  /** Opens the same database again, as another server would. */
  open(): Promise<Storage>
  /** Closes what was opened and removes the database. */
  remove(): Promise<void>
}

/** What databases begin with. It is written once a process and engine, and copied from then on: writing costs far more. */
export interface Template {
  /** Names the content: what has the same key is not written again. */
  readonly key: string
  fill(storage: Storage): Promise<void>
}

/** Makes a database: an empty one, in which whoever opens it first runs the migrations, or a copy of a template. */
export type MakeDatabase = (template?: Template) => Promise<TestDatabase>

/** Declares the suite once an engine. Without a PostgreSQL its half is not declared, and the run's set-up says so. */
export function onEachEngine(title: string, suite: (makeDatabase: MakeDatabase) => void): void {
  describe(`${title} on SQLite`, () => suite(makeSqlite))
  onPostgres(title, suite)
}

/** Declares a suite about what only PostgreSQL has: several servers over one database. */
export function onPostgres(title: string, suite: (makeDatabase: MakeDatabase) => void): void {
  const url = inject('databaseUrl')
  if (url === null) return
  describe(`${title} on PostgreSQL`, () => suite((template) => makePostgres(url, template)))
}

/** Puts a copy of the template into a folder, as the database of a portal there. */
export async function copyTemplate(template: Template, folder: string): Promise<void> {
  writeFileSync(join(folder, SQLITE_FILE), await contentOf(template))
}

export async function makeSqlite(template?: Template): Promise<TestDatabase> {
  const folder = newFolder()
  if (template !== undefined) await copyTemplate(template, folder)
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

/** Files of templates by their keys. They are kept in memory, so that a process that is killed leaves nothing behind. */
const contents = new Map<string, Promise<Buffer>>()

function contentOf(template: Template): Promise<Buffer> {
  return getOrMake(contents, template.key, async () => {
    const folder = newFolder()
    try {
      await fillAndClose(openSqlite(folder), template)
      const path = join(folder, SQLITE_FILE)
      // Whoever closes last moves the log into the file; a copy without what is still in the log would lack it.
      if (existsSync(`${path}-wal`)) throw new Error(`${template.key} is not wholly in its file`)
      return readFileSync(path)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'portal-test-'))
}

let count = 0

async function makePostgres(url: string, template?: Template): Promise<TestDatabase> {
  // Page by page through its log, as is usual, PostgreSQL takes thrice the time of copying the files.
  const copied =
    template === undefined ? '' : ` template ${await databaseOf(url, template)} strategy file_copy`
  count += 1
  const name = `portal_test_${process.pid}_${count}`
  await execute(url, `create database ${name}${copied}`)
  const own = addressOf(url, name)
  const opened: Storage[] = []
  return {
    settings: { DATABASE_URL: own },
    open: async () => {
      const storage = await openStorage(openPostgres(own))
      opened.push(storage)
      return storage
    },
    remove: async () => {
      for (const storage of opened) await storage.close()
      await execute(url, `drop database ${name} with (force)`)
    },
  }
}

/** Databases of templates by their server and keys. The run's teardown drops what has its prefix. */
const databases = new Map<string, Promise<string>>()

function databaseOf(url: string, template: Template): Promise<string> {
  return getOrMake(databases, `${url} ${template.key}`, async () => {
    count += 1
    const name = `${inject('templatePrefix')}${process.pid}_${count}`
    await execute(url, `create database ${name}`)
    // PostgreSQL copies only what nobody is connected to; it waits by itself until the closed connections are gone.
    await fillAndClose(openPostgres(addressOf(url, name)), template)
    return name
  })
}

async function fillAndClose(door: EngineDoor, template: Template): Promise<void> {
  const storage = await openStorage(door)
  try {
    await template.fill(storage)
  } finally {
    await storage.close()
  }
}

/** The promise is kept, so that whoever asks meanwhile waits for the same one. */
function getOrMake<T>(
  kept: Map<string, Promise<T>>,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const made = kept.get(key) ?? make()
  kept.set(key, made)
  return made
}

function addressOf(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
