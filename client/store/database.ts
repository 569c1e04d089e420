/**
 * The device's own copy, in one database a member, so that somebody else's data is never opened. In it stand the wishes, which are the
 * truth about this device, beside what the space sent, which could be fetched again.
 *
 * It is opened twice. `database()` writes what the space sends. `durableDatabase()` writes wishes: its transactions end when the disk
 * has them, because "Saved on this device" is said of it. One database, so that an outcome, its wish and the rows that show both
 * change in one transaction.
 */
import Dexie, { type Table } from 'dexie'
import { readIdentity } from './identity.ts'
import {
  type BookingRow,
  type DocumentRow,
  type DraftRow,
  databaseName,
  databaseVersion,
  type FactsRow,
  type HeadRow,
  type IntentRow,
  type MeRow,
  type PaperRow,
  type PlanRow,
  type RecordRow,
  type SealRow,
  type SettingRow,
  type StoredCatalogue,
  type StoredDesk,
  type StoredOccupancy,
  type StoredPresence,
  type StoredRequests,
  type SyncStatusRow,
  type UnsentRow,
} from './rows.ts'

import { sayMore } from './upgrade-rows.ts'

export class PortalDatabase extends Dexie {
  declare intents: Table<IntentRow, string>
  declare settings: Table<SettingRow, string>
  declare bookings: Table<BookingRow, string>
  declare facts: Table<FactsRow, string>
  declare me: Table<MeRow, string>
  declare heads: Table<HeadRow, string>
  declare documents: Table<DocumentRow, string>
  declare catalogues: Table<StoredCatalogue, string>
  declare occupancy: Table<StoredOccupancy, [string, string]>
  declare desk: Table<StoredDesk, [string, string]>
  declare presence: Table<StoredPresence, [string, string]>
  declare requests: Table<StoredRequests, string>
  declare plans: Table<PlanRow, string>
  declare records: Table<RecordRow, [string, string, string]>
  declare unsent: Table<UnsentRow, string>
  declare drafts: Table<DraftRow, string>
  declare papers: Table<PaperRow, string>
  declare seals: Table<SealRow, string>
  declare status: Table<SyncStatusRow, string>

  constructor(memberId: string, durability: 'strict' | 'relaxed') {
    super(databaseName(memberId), { chromeTransactionDurability: durability })
    this.version(1).stores({
      intents: 'id, seq, state',
      settings: 'key',
      bookings: 'id, startsAt',
      facts: 'key',
      me: 'key',
      heads: 'name',
      documents: 'name',
      catalogues: 'siteId',
      occupancy: '[siteId+date]',
      desk: '[siteId+date]',
      plans: 'key',
      status: 'key',
    })
    this.version(databaseVersion)
      .stores({
        requests: 'siteId',
        drafts: 'name',
        unsent: 'key',
        presence: '[siteId+date]',
        papers: 'sha256',
        seals: 'bookingId',
        records: '[document+section+key], [document+section], document',
      })
      .upgrade(sayMore)
  }
}

interface Opened {
  readonly memberId: string
  readonly relaxed: PortalDatabase
  readonly strict: PortalDatabase
}

let current: Opened | null = null

function opened(): Opened {
  const identity = readIdentity()
  if (identity === null) throw new Error('Broken invariant: nobody is signed in on this device')
  if (current?.memberId === identity.memberId && !hasFailed(current)) return current
  closeDatabase()
  const { memberId } = identity
  current = {
    memberId,
    relaxed: new PortalDatabase(memberId, 'relaxed'),
    strict: new PortalDatabase(memberId, 'strict'),
  }
  return current
}

/** Dexie never tries again by itself once opening has failed, which a browser that closes a database may cause for a moment. */
function hasFailed({ relaxed, strict }: Opened): boolean {
  return relaxed.hasFailed() || strict.hasFailed()
}

/** What screens read. Throws when nobody is signed in: screens behind the sign-in may rely on it. */
export function database(): PortalDatabase {
  return opened().relaxed
}

/** For wishes: what is written here is on the disk when the transaction ends. */
export function durableDatabase(): PortalDatabase {
  return opened().strict
}

/** Lets go of the database, so that it can be deleted or somebody else's opened. */
export function closeDatabase(): void {
  current?.relaxed.close()
  current?.strict.close()
  current = null
}
