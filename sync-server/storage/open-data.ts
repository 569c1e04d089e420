/**
 * The data of a portal, for this process alone: the folder's lock, the engine that the environment names, the schema of this version. What is
 * wrong with any of them is thrown as a sentence for the terminal.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { takeDataLock } from './data-lock.ts'
import { openEngine } from './open-engine.ts'
import { openPostgresReader } from './postgres.ts'
import { SQLITE_FILE } from './sqlite.ts'
import { openStorage, type Storage } from './storage.ts'
import { type DataPlace, storageTrouble } from './storage-trouble.ts'

/** Closed, and let go of, when `opened` is. */
export async function openData(place: DataPlace, opened: AsyncDisposableStack): Promise<Storage> {
  try {
    opened.defer(takeDataLock(place.dataFolder))
    return opened.adopt(await openStorage(openEngine(place)), (storage) => storage.close())
  } catch (error) {
    throw storageTrouble(error, place)
  }
}

/** For commands on what a portal left: a mistyped folder is refused, where a portal would begin anew in it. */
export async function openKeptData(
  place: DataPlace,
  opened: AsyncDisposableStack,
): Promise<Storage> {
  await requireData(place)
  return openData(place, opened)
}

/** Throws a sentence where no portal has written yet. */
export async function requireData(place: DataPlace): Promise<void> {
  const { dataFolder, databaseUrl } = place
  if (databaseUrl === null) {
    if (existsSync(join(dataFolder, SQLITE_FILE))) return
    throw new Error(
      `There is no portal's data in ${dataFolder}. Set PORTAL_DATA, or DATABASE_URL, as for the portal itself.`,
    )
  }
  if (await hasSchema(place, databaseUrl)) return
  throw new Error('The database of DATABASE_URL holds no data of a portal.')
}

async function hasSchema(place: DataPlace, databaseUrl: string): Promise<boolean> {
  const database = openPostgresReader(databaseUrl)
  try {
    const { rows } = await sql<{
      found: string | null
    }>`select to_regclass('migration')::text as found`.execute(database)
    return rows[0]?.found != null
  } catch (error) {
    throw storageTrouble(error, place)
  } finally {
    await database.destroy()
  }
}
