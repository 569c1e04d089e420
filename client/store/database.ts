/**
 * The device's own copy: raw documents, rows for screens, and the wishes that are the truth about this device. One database a member,
 * so that somebody else's data is never opened; which one is current stands in local storage beside nothing else.
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

export class PortalDatabase extends Dexie {
  declare documents: Table<DocumentRow, string>
  declare intents: Table<IntentRow, string>
  declare bookings: Table<BookingRow, string>
  declare catalogues: Table<CatalogueRow, string>
  declare occupancy: Table<OccupancyRow, [string, string]>
  declare me: Table<MeRow, string>
  declare status: Table<SyncStatusRow, string>
  declare desk: Table<DeskRow, [string, string]>
  declare plans: Table<PlanRow, string>
  declare settings: Table<SettingRow, string>

  constructor(memberId: string) {
    // Strict: "Saved on this device" is said only of what is on the disk.
    super(`portal-${memberId}`, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      documents: 'name',
      intents: 'id, seq, state',
      bookings: 'id, startsAt',
      catalogues: 'siteId',
      occupancy: '[siteId+date]',
      me: 'key',
      status: 'key',
      desk: '[siteId+date]',
      plans: 'key',
      settings: 'key',
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

let current: PortalDatabase | null = null

/** The signed-in member's database. Throws when nobody is signed in: screens behind the sign-in may rely on it. */
export function database(): PortalDatabase {
  const identity = readIdentity()
  if (identity === null) throw new Error('Broken invariant: nobody is signed in on this device')
  current ??= new PortalDatabase(identity.memberId)
  return current
}

/** Closes and deletes everything this device keeps. */
export async function eraseDevice(): Promise<void> {
  current?.close()
  current = null
  for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name)
  for (const name of await caches.keys()) if (name.startsWith('user-')) await caches.delete(name)
  localStorage.clear()
  sessionStorage.clear()
}
