import type { Environment } from '../environment.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { EngineDoor } from './storage.ts'

/** The engine that the environment names: the embedded one where it names none. */
export function openEngine({
  databaseUrl,
  dataFolder,
}: Pick<Environment, 'databaseUrl' | 'dataFolder'>): EngineDoor {
  return databaseUrl === null ? openSqlite(dataFolder) : openPostgres(databaseUrl)
}
