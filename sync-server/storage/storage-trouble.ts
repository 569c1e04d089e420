/** Why the data of a portal cannot be opened, as a sentence for whoever started it: a driver's own words say neither where nor what to do. */
import { join } from 'node:path'
import { SQLITE_FILE } from './sqlite.ts'

/** What of the environment says where the data are. */
export interface DataPlace {
  readonly dataFolder: string
  /** Null where the embedded database is used. */
  readonly databaseUrl: string | null
}

const damaged = /^SQLITE_(CORRUPT|NOTADB)/
const full = /^(ENOSPC|EDQUOT|SQLITE_FULL)$/
const unwritable = /^(E[A-Z]+|SQLITE_(CANTOPEN|READONLY|PERM|IOERR).*)$/

/** What a driver or the system threw, in words; what the portal says itself, or did not foresee, is given back as it is. */
export function storageTrouble(error: unknown, { dataFolder, databaseUrl }: DataPlace): unknown {
  const code = codeOf(error)
  const cause = { cause: error }
  if (code === null) return error
  if (full.test(code)) {
    return new Error(`The disk of the data folder ${dataFolder} is full. Free some space.`, cause)
  }
  if (damaged.test(code)) {
    return new Error(
      `${join(dataFolder, SQLITE_FILE)} is damaged, or no portal's database (${wordsOf(error)}). Restore a backup, or set PORTAL_DATA to another folder.`,
      cause,
    )
  }
  if (isOfFolder(error, code)) {
    return new Error(
      `The data folder ${dataFolder} cannot be used (${wordsOf(error)}). Let this user write there, or set PORTAL_DATA to another folder.`,
      cause,
    )
  }
  if (databaseUrl === null) return error
  return new Error(
    `The database of DATABASE_URL, at ${hostOf(databaseUrl)}, cannot be used: ${wordsOf(error)}. Is it running, and are name, password and database right?`,
    cause,
  )
}

/** A refused connection has a code of the system, too, but no path. */
function isOfFolder(error: unknown, code: string): boolean {
  if (code.startsWith('SQLITE_')) return unwritable.test(code)
  return unwritable.test(code) && typeof (error as { path?: unknown }).path === 'string'
}

function codeOf(error: unknown): string | null {
  const code = error instanceof Error ? (error as { code?: unknown }).code : null
  return typeof code === 'string' ? code : null
}

/** A name with several addresses fails once for each, in an error that says nothing itself. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return wordsOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}

function hostOf(databaseUrl: string): string {
  return new URL(databaseUrl).host || 'this machine'
}
