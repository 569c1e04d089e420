/** Databases of their own for a bench, on either engine; everything goes when the run ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../../scripts/postgres-server.ts'
import { openPostgres } from '../../sync-server/storage/postgres.ts'
import { openSqlite } from '../../sync-server/storage/sqlite.ts'
import { openStorage, type Storage } from '../../sync-server/storage/storage.ts'

/** Where one database lies: a folder with a SQLite file, or the address of a PostgreSQL database. */
export type Place =
  | { readonly engine: 'sqlite'; readonly folder: string }
  | { readonly engine: 'postgres'; readonly url: string }

export type Engine = Place['engine']
export const engineNames: Readonly<Record<Engine, string>> = {
  sqlite: 'SQLite',
  postgres: 'PostgreSQL',
}

export interface Databases {
  /** SQLite, and PostgreSQL where there is one. */
  readonly engines: readonly Engine[]
  create(engine: Engine): Promise<Place>
  remove(): Promise<void>
}

export async function makeDatabases(): Promise<Databases> {
  const server = await startPostgres('as-shipped')
  if (server === null)
    console.error('There is no PostgreSQL on this machine: its half is left out.')
  const folders: string[] = []
  const names: string[] = []
  return {
    engines: server === null ? ['sqlite'] : ['sqlite', 'postgres'],
    create: async (engine) => {
      if (engine === 'sqlite') {
        const folder = mkdtempSync(join(tmpdir(), 'portal-bench-'))
        folders.push(folder)
        return { engine, folder }
      }
      if (server === null) throw new Error('There is no PostgreSQL on this machine.')
      const name = `portal_bench_${process.pid}_${names.length + 1}`
      names.push(name)
      await execute(server.url, `create database ${name}`)
      const own = new URL(server.url)
      own.pathname = `/${name}`
      return { engine, url: own.href }
    },
    remove: async () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
      for (const name of names) {
        if (server !== null) await execute(server.url, `drop database ${name} with (force)`)
      }
      await server?.stop()
    },
  }
}

export function openPlace(place: Place): Promise<Storage> {
  return openStorage(place.engine === 'sqlite' ? openSqlite(place.folder) : openPostgres(place.url))
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
