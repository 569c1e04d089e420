/**
 * `npm run after-restore`: to be run once on data that was restored from a backup, while no server uses it. Devices then send again what
 * the backup does not know, and take every document anew.
 */
import { type Environment, makeUlid, readEnvironment } from './environment.ts'
import { beginGeneration } from './storage/begin-generation.ts'
import { openKeptData } from './storage/open-data.ts'

/** Throws a sentence when a server holds the data folder, or there is no data. */
export async function afterRestore(environment: Environment): Promise<void> {
  await using opened = new AsyncDisposableStack()
  await beginGeneration(await openKeptData(environment, opened), makeUlid())
}

async function main(): Promise<void> {
  const environment = readEnvironment(process.env)
  if (!environment.ok) {
    console.error(environment.problem)
    process.exitCode = 2
    return
  }
  try {
    await afterRestore(environment.value)
    console.log('Done. Start the portal: devices tell it what the backup did not know.')
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}

if (process.argv[1]?.endsWith('after-restore.ts')) await main()
