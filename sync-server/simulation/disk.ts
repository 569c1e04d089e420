/**
 * The data folder of one simulated server: the real SQLite files, copied from one that was prepared once. It lies in memory where the
 * machine has such a place, so that the engine's flushes are real and cost nothing. What is committed survives a crash; losing power
 * is the matter of the tests that kill real processes.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCatalogue } from '../sites/write-catalogue.ts'
import { openSqlite } from '../storage/sqlite.ts'
import { openStorage, type Tx } from '../storage/storage.ts'
import { evening } from './evening.ts'
import { catalogue, everybody } from './site.ts'

export interface Disk {
  readonly folder: string
  /** Keeps the folder as it is now. To be called while no transaction is open. */
  backUp(): void
  /** Puts the last backup in place of the folder. False when there is none. */
  restore(): boolean
  remove(): void
}

const files = ['portal.sqlite', 'portal.sqlite-wal'] as const
let prepared: Promise<string> | null = null

export async function makeDisk(): Promise<Disk> {
  prepared ??= prepare()
  const from = await prepared
  const folder = makeFolder()
  const backup = join(folder, 'backup')
  copyFiles(from, folder)
  return {
    folder,
    backUp: () => {
      mkdirSync(backup, { recursive: true })
      copyFiles(folder, backup)
    },
    restore: () => {
      if (!existsSync(backup)) return false
      rmSync(join(folder, 'portal.sqlite-shm'), { force: true })
      copyFiles(backup, folder)
      return true
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function makeFolder(): string {
  const memory = '/dev/shm'
  return mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'portal-simulation-'))
}

function copyFiles(from: string, to: string): void {
  for (const file of files) {
    rmSync(join(to, file), { force: true })
    if (existsSync(join(from, file))) copyFileSync(join(from, file), join(to, file))
  }
}

async function prepare(): Promise<string> {
  const folder = makeFolder()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const storage = await openStorage(openSqlite(folder))
  await storage.transaction(async (tx) => {
    await writeCatalogue(tx, catalogue, 0, [])
    await writeEverybody(tx)
    await writeEvening(tx)
  })
  await storage.close()
  return folder
}

async function writeEverybody(tx: Tx): Promise<void> {
  for (const { id, email, name, role, tierId, siteIds, news } of everybody) {
    const rest = { tier_id: tierId, team_id: null, account_id: null, news: JSON.stringify(news) }
    const row = { id, email, name, role, ...rest }
    await tx.insertInto('member').values(row).execute()
    // In the directory, or nobody could write to them.
    const card = { memberId: id, name }
    const profile = { member_id: id, body: '{}', published: JSON.stringify(card) }
    await tx.insertInto('profile').values(profile).execute()
    for (const [position, site_id] of siteIds.entries()) {
      await tx.insertInto('member_site').values({ member_id: id, site_id, position }).execute()
    }
  }
}

async function writeEvening(tx: Tx): Promise<void> {
  const { id, siteId: site_id, startsAt: starts_at, endsAt: ends_at } = evening
  const body = JSON.stringify(evening)
  await tx.insertInto('event').values({ id, site_id, starts_at, ends_at, body }).execute()
}
