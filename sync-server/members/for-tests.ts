/** A portal whose every table and file is looked at, to see what is left of somebody. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { periodOf } from '../../domain/billing/billing-period.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { sampleNow, startTestPortal, type TestPortal } from '../for-tests.ts'
import type { MakeDatabase } from '../storage/for-tests.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { loadDrafts } from '../storage/load-drafts.ts'
import type { Storage } from '../storage/storage.ts'

/** Whatever the law has kept. */
export const kept = ['bill', 'bill_line', 'credit_note', 'payment', 'paper']

/** A portal over an engine, beside which its tables are looked at. */
export interface Watched {
  readonly server: TestPortal
  readonly folder: string
  readonly storage: Storage
  /** Every table in which the text stands in any row, bytes included. */
  tablesWith(text: string): Promise<readonly string[]>
}

/** Gives the text of every file that the portal leaves behind, by its name. */
export async function inPortal(
  makeDatabase: MakeDatabase,
  work: (watched: Watched) => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const database = await makeDatabase(sampleNow())
  try {
    const storage = await database.open()
    const server = await startTestPortal(database.settings)
    const folder = database.settings['PORTAL_DATA'] ?? server.folder
    const tablesWith = (text: string) => tablesOf(storage, text)
    try {
      await work({ server, folder, storage, tablesWith })
      await server.portal.close()
      await storage.close()
      return filesIn(folder)
    } finally {
      await server.remove()
    }
  } finally {
    await database.remove()
  }
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = files.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]))
}

export function filesWith(files: ReadonlyMap<string, string>, text: string): readonly string[] {
  return [...files].flatMap(([name, content]) => (says(content, text) ? [name] : []))
}

async function tablesOf({ read }: Storage, text: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const { name } of await read.introspection.getTables()) {
    const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(read)
    if (rows.some((row) => Object.values(row).some((value) => says(value, text)))) found.push(name)
  }
  return found
}

function says(value: unknown, text: string): boolean {
  const said = Buffer.isBuffer(value) ? value.toString('latin1') : String(value)
  return said.toLowerCase().includes(text.toLowerCase())
}

/** What their memberships would be billed for a month that nobody has paid for. */
export async function feesOfNextYear({ read }: Storage, memberId: string) {
  const catalogue = must(await loadCatalogue(read, 'sit_harbour-loft'), 'the sample has it')
  const { date } = toWallTime(catalogue.zone, toInstant(Date.now()))
  const period = periodOf(catalogue.site.billing.billingDay, addDays(date, 365))
  const payer = { kind: 'member', memberId: toId('member', memberId) } as const
  const [draft] = await loadDrafts(read, catalogue, [payer], period)
  return (draft?.lines ?? []).filter(({ kind, on }) => kind === 'membership' && on >= period.from)
}
