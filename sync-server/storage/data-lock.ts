/**
 * One server per data folder. The lock is a SQLite file held in an exclusive transaction: the operating system lets go of it
 * when the process ends, however it ends, so a crash leaves nothing to clean up.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'

/** Takes the lock or throws: a sentence that names the folder and who holds it, or what the system says of the folder. Returns its release. */
export function takeDataLock(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const handle = new SqliteDatabase(join(folder, 'server.lock'), { timeout: 0 })
  const owner = join(folder, 'server.pid')
  try {
    handle.pragma('locking_mode = EXCLUSIVE')
    handle.exec('begin exclusive')
  } catch (error) {
    handle.close()
    if (!(error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_BUSY')) throw error
    throw new Error(
      `Another server${readOwner(owner)} is using the data folder ${folder}. Stop it first, or set PORTAL_DATA to another folder.`,
    )
  }
  writeFileSync(owner, String(process.pid))
  return () => {
    handle.exec('rollback')
    handle.close()
  }
}

function readOwner(path: string): string {
  try {
    return ` (process ${readFileSync(path, 'utf8').trim()})`
  } catch {
    return ''
  }
}
