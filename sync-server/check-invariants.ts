/**
 * `npm run check:invariants`: looks at the configured storage, beside a server that may be running, and prints each invariant with what breaks
 * it. Writes nothing, takes no lock; everything is read in one snapshot. Ends with 1 when anything is broken.
 */
import { isDeepStrictEqual } from 'node:util'
import { toInstant } from '../domain/values/instant.ts'
import type { Sections } from '../domain/values/sections.ts'
import { composeRooms } from './compose-rooms.ts'
import { type Environment, readEnvironment } from './environment.ts'
import { inTransaction } from './storage/in-transaction.ts'
import { type InvariantCheck, invariants } from './storage/invariants.ts'
import { requireData } from './storage/open-data.ts'
import { openPostgresReader } from './storage/postgres.ts'
import { openSqliteReader } from './storage/sqlite.ts'
import type { Reader, Tx } from './storage/storage.ts'
import { storageTrouble } from './storage/storage-trouble.ts'
import { sectionsOfRows } from './sync/sections-of-rows.ts'

/** Ids printed of one invariant; what is broken more often has one cause. */
const SHOWN_MAX = 20

/** Prints a line for each invariant and gives how many are broken. */
export async function checkInvariants(
  environment: Environment,
  say: (line: string) => void,
): Promise<number> {
  await requireData(environment)
  const database = openReader(environment)
  try {
    return await inTransaction(database, async (tx) => {
      let broken = 0
      for (const { title, violations } of [...invariants, documentsEqualSql(tx)]) {
        const found = await violations(tx)
        say(`${found.length === 0 ? 'ok    ' : 'BROKEN'}  ${title}`)
        for (const id of found.slice(0, SHOWN_MAX)) say(`          ${id}`)
        if (found.length > SHOWN_MAX) say(`          and ${found.length - SHOWN_MAX} more`)
        if (found.length > 0) broken += 1
      }
      return broken
    })
  } finally {
    await database.destroy()
  }
}

function openReader({ databaseUrl, dataFolder }: Environment): Reader {
  return databaseUrl === null ? openSqliteReader(dataFolder) : openPostgresReader(databaseUrl)
}

/** A document shows what SQL says, as of the moment of its last row. */
function documentsEqualSql(tx: Tx): InvariantCheck {
  const { projections } = composeRooms()
  return {
    title: 'every document that the space writes equals what SQL says',
    violations: async () => {
      const heads = await tx.selectFrom('document_head').selectAll().where('n', '>', 0).execute()
      const different: string[] = []
      for (const { id, name } of heads) {
        const rows = await tx
          .selectFrom('document_row')
          .select(['bytes', 'at'])
          .where('document', '=', id)
          .orderBy('n')
          .execute()
        const last = rows.at(-1)
        if (name.startsWith('outbox/') || last === undefined) continue
        const shown = sectionsOfRows(rows.map((row) => row.bytes))
        const wanted = await projections.project(tx, name, toInstant(last.at))
        if (!isDeepStrictEqual(plain(shown), plain(wanted))) different.push(name)
      }
      return different
    },
  }
}

/** As a document has it: no section without entries, no field without a value. */
function plain(sections: Sections | null): unknown {
  const full = Object.entries(sections ?? {}).filter(([, rows]) => Object.keys(rows).length > 0)
  return JSON.parse(JSON.stringify(Object.fromEntries(full)))
}

async function main(): Promise<void> {
  const environment = readEnvironment(process.env)
  if (!environment.ok) {
    console.error(environment.problem)
    process.exitCode = 2
    return
  }
  try {
    const broken = await checkInvariants(environment.value, (line) => console.log(line))
    process.exitCode = broken === 0 ? 0 : 1
  } catch (error) {
    const trouble = storageTrouble(error, environment.value)
    console.error(trouble instanceof Error ? trouble.message : String(trouble))
    process.exitCode = 2
  }
}

if (process.argv[1]?.endsWith('check-invariants.ts')) await main()
