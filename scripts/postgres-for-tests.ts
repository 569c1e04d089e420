/** Once before the server's tests: a PostgreSQL for their half, or a sentence that there is none. */
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where to create databases for tests; null when there is no PostgreSQL here. */
    databaseUrl: string | null
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres('for-tests')
  if (server === null) {
    console.warn(
      'There is no PostgreSQL on this machine: its half of the server tests did NOT run.',
    )
  }
  project.provide('databaseUrl', server?.url ?? null)
  return async () => server?.stop()
}
