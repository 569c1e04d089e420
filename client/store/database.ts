/**
 * The device's own copy, in two databases a member, so that somebody else's data is never opened.
 *
 * `outbox` holds the wishes, the truth about this device: every write there waits for the disk, because "Saved on this device" is said
 * of it. `portal` holds what the space sent: raw documents and the rows made of them, which could be fetched again.
 */
import Dexie, { type Table } from 'dexie'
import type {
  BookingRow,
  CatalogueRow,
  DeskRow,
  IntentRow,
  MeRow,
  OccupancyRow,
  SyncStatusRow,
} from './rows.ts'

/** A document as the log gave it: the whole state at row n of an epoch. */
export interface DocumentRow {
  readonly name: string
  readonly epoch: string
  readonly n: number
  readonly bytes: Uint8Array
}

export interface PlanRow {
  /** `<floor>/<version>`: a published version never changes. */
  readonly key: string
  readonly plan: unknown
}

export interface SettingRow {
  readonly key: string
  readonly value: unknown
}

/** Wishes, and the last number given to one. */
export class OutboxDatabase extends Dexie {
  declare intents: Table<IntentRow, string>
  declare settings: Table<SettingRow, string>

  constructor(memberId: string) {
    super(`outbox-${memberId}`, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ intents: 'id, seq, state', settings: 'key' })
  }
}

export class PortalDatabase extends Dexie {
  declare documents: Table<DocumentRow, string>
  declare bookings: Table<BookingRow, string>
  declare catalogues: Table<CatalogueRow, string>
  declare occupancy: Table<OccupancyRow, [string, string]>
  declare me: Table<MeRow, string>
  declare status: Table<SyncStatusRow, string>
  declare desk: Table<DeskRow, [string, string]>
  declare plans: Table<PlanRow, string>

  constructor(memberId: string) {
    super(`portal-${memberId}`, { chromeTransactionDurability: 'relaxed' })
    this.version(1).stores({
      documents: 'name',
      bookings: 'id, startsAt',
      catalogues: 'siteId',
      occupancy: '[siteId+date]',
      me: 'key',
      status: 'key',
      desk: '[siteId+date]',
      plans: 'key',
    })
  }
}

/** Who is signed in on this device: read before anything else, so it lives where reading is immediate. */
export interface DeviceIdentity {
  readonly memberId: string
  readonly deviceId: string
}

const IDENTITY_KEY = 'portal.identity'

export function readIdentity(): DeviceIdentity | null {
  const text = localStorage.getItem(IDENTITY_KEY)
  return text === null ? null : (JSON.parse(text) as DeviceIdentity) // written below alone
}

export function writeIdentity(identity: DeviceIdentity): void {
  localStorage.setItem(IDENTITY_KEY, JSON.stringify(identity))
}

interface Opened {
  readonly portal: PortalDatabase
  readonly outbox: OutboxDatabase
}

let current: Opened | null = null

function opened(): Opened {
  const identity = readIdentity()
  if (identity === null) throw new Error('Broken invariant: nobody is signed in on this device')
  current ??= {
    portal: new PortalDatabase(identity.memberId),
    outbox: new OutboxDatabase(identity.memberId),
  }
  return current
}

/** What the space sent. Throws when nobody is signed in: screens behind the sign-in may rely on it. */
export function database(): PortalDatabase {
  return opened().portal
}

/** This device's own wishes. */
export function outboxDatabase(): OutboxDatabase {
  return opened().outbox
}

/** Closes and deletes everything this device keeps. */
export async function eraseDevice(): Promise<void> {
  current?.portal.close()
  current?.outbox.close()
  current = null
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
  for (const name of await caches.keys()) if (name.startsWith('user-')) await caches.delete(name)
  localStorage.clear()
  sessionStorage.clear()
}
