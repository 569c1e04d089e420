/** Once before the server's tests: a PostgreSQL for their half, or a sentence that there is none. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where to create databases for tests; null when there is no PostgreSQL here. */
    databaseUrl: string | null
    /** What the names of databases begin with that tests of this run copy, and of no others. */
    templatePrefix: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres('for-tests')
  if (server === null) {
    console.warn(
      'There is no PostgreSQL on this machine: its half of the server tests did NOT run.',
    )
  }
  const prefix = `portal_template_${randomBytes(4).toString('hex')}_`
  project.provide('databaseUrl', server?.url ?? null)
  project.provide('templatePrefix', prefix)
  return async () => {
    if (server === null) return
    try {
      await dropTemplates(server.url, prefix)
    } finally {
      await server.stop()
    }
  }
}

/** The server may be somebody's own, on which nothing of a run stays. */
async function dropTemplates(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of found.rows) await client.query(`drop database ${datname} with (force)`)
  await client.end()
}
