/**
 * The rows that screens read. The tab that syncs derives them from documents and own wishes, a tab that writes a wish adds its row;
 * all others only query. They are plain data: reading one needs neither Yjs nor a parser.
 */
import type { BookingSeal } from '../../domain/billing/papers/booking-seal.ts'
import type { SigningKey } from '../../domain/billing/papers/paper.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
import type { ApprovalRequest } from '../../domain/bookings/approval/request-sections.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { BookingViewRow } from '../../domain/bookings/booking-view-row.ts'
import type { Arrival } from '../../domain/bookings/desk-sections.ts'
import type { Wallet } from '../../domain/bookings/lots/lot.ts'
import type { OccupiedState } from '../../domain/bookings/occupancy/occupancy.ts'
import type { Presence } from '../../domain/bookings/presence/presence.ts'
import type { Series } from '../../domain/bookings/series/series.ts'
import type { Wait } from '../../domain/bookings/waitlist/wait.ts'
import type { Waiting } from '../../domain/bookings/waitlist/waiting-list.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { IntentId, ResourceId, SiteId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { Json } from '../../domain/values/sections.ts'

/** One database a member. */
export function databaseName(memberId: string): string {
  return `portal-${memberId}`
}

/** Raised with every upgrade in `database`, so that nothing else reads rows of another shape. */
export const databaseVersion = 2

/** Table `intents`, key `id`: the truth about this device's own wishes. */
export interface IntentRow {
  readonly id: IntentId
  readonly seq: number
  readonly intent: AnyIntent
  readonly state: 'saved' | 'received' | 'settled' | 'expired'
  /** It may have left this device: too late to take it back here. Set before it is sent. */
  readonly wasSent: boolean
  /** Epoch ms on this device's clock before which it is not sent: the undo window. 0 sends at once. */
  readonly sendAfter: number
  readonly settled: SettledIntent | null
  /** The space's time when its outcome was stored here or when it expired. */
  readonly settledAt: number | null
}

/** Table `bookings`, key `id`, indexed by `startsAt`. */
export type BookingRow = BookingViewRow

/** Table `facts`, key `key` = 'me': what the space says of the member's bookings, from which `bookings` is derived. */
export interface FactsRow {
  readonly key: 'me'
  readonly bookings: readonly Booking[]
  readonly series: readonly Series[]
  readonly waits: readonly Wait[]
  readonly settled: readonly SettledIntent[]
  readonly favourites: readonly ResourceId[]
  /** What the space has billed them, the newest first. */
  readonly bills: readonly BillStory[]
}

/** Table `documents`, key `name`: the bytes of a document, which only the syncing tab reads. */
export interface DocumentRow {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Table `heads`, key `name`: where a document stands in its log, and how old that is. Apart from the bytes, so that an hour in which
 * nothing changed costs no more than this.
 */
export interface HeadRow {
  readonly name: string
  /** Null once the space was restored from a backup: the copy is shown, and asked for as a whole. */
  readonly epoch: string | null
  readonly n: number
  /** The space's time at which this was the whole truth. */
  readonly asOf: number
}

/** What a read adds to a row that came from a document. */
interface Aged {
  readonly asOf: number
}

/** Table `catalogues`, key `siteId`. */
export interface StoredCatalogue {
  readonly siteId: SiteId
  readonly catalogue: Catalogue
}
export type CatalogueRow = StoredCatalogue & Aged

/** Table `occupancy`, key `[siteId, date]`: one row per site and day. Minutes since that day began, half-open. */
export interface StoredOccupancy {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly spans: readonly OccupancySpan[]
}
export type OccupancyRow = StoredOccupancy & Aged

export type OccupancySpan = readonly [
  resourceId: ResourceId,
  unit: number,
  startMinute: number,
  endMinute: number,
  state: OccupiedState,
]

/** Table `me`, key `key` = 'me': one row while signed in. */
export interface MeRow {
  readonly key: 'me'
  readonly member: Member
  /** Places they have marked, with what this device wishes about them; the oldest mark first. */
  readonly favourites: readonly ResourceId[]
  /** What they may book with besides money, as the space told it. */
  readonly wallet: ToldWallet
}

export type ToldWallet = Pick<Wallet, 'lots' | 'team'>

/** Table `desk`, key `[siteId, date]`: arrivals with names, for staff only. */
export interface StoredDesk {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly arrivals: readonly Arrival[]
}
export type DeskRow = StoredDesk & Aged

/** Table `presence`, key `[siteId, date]`: who is where, of those who let others see it. Each entry says until when it holds. */
export interface StoredPresence {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly people: readonly Presence[]
}

/** Table `requests`, key `siteId`: who waits for the team's answer, and who for a place, for staff only. */
export interface StoredRequests {
  readonly siteId: SiteId
  readonly requests: readonly ApprovalRequest[]
  readonly waiting: readonly Waiting[]
}

/**
 * Table `records`, key `[document, section, key]`: what a document says that has no table of its own, as it came. Whoever shows it parses it,
 * so that nothing of it weighs on the first paint or on the tab that syncs.
 */
export interface RecordRow {
  readonly document: string
  readonly section: string
  readonly key: string
  readonly value: Json
}

/** Table `plans`, key `<floor>/<version>`: a published version never changes. */
export interface PlanRow {
  readonly key: string
  readonly plan: unknown
}

/** Table `papers`, key `sha256`: a PDF of a bill, a credit note or a receipt. Its bytes were checked against the key before they were kept. */
export interface PaperRow {
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Table `seals`, key `bookingId`: the space's signature of a booking as it stood, with the key it was made with. */
export interface SealRow extends BookingSeal {
  readonly key: SigningKey
}

/** Table `status`, key `key` = 'sync': what the status pill shows in every tab. */
export interface SyncStatusRow {
  readonly key: 'sync'
  readonly state: 'connecting' | 'online' | 'offline' | 'signed-out' | 'update-needed'
  /** The space's time of the last contact, epoch ms; null before the first. */
  readonly heardAt: number | null
  readonly generation: string | null
  /** The device's storage could not keep the last change; said, never hidden. */
  readonly storage: StorageState
}
export type StorageState = 'ok' | 'full' | 'unavailable'

/** Table `settings`, key `key`: the last `seq` given to a wish, and the generation of the space that heard the outbox. */
export interface SettingRow {
  readonly key: 'seq' | 'outbox-generation'
  readonly value: number | string
}

/** Table `drafts`, key `name`: a document that several people write, as it stands in this browser. */
export interface DraftRow {
  readonly name: string
  readonly epoch: string
  readonly bytes: Uint8Array
  /** What the room that writes it wants to remember beside it: what the space had not confirmed. */
  readonly memo: unknown
  /** The tab that wrote it last; none where a version before this one did. */
  readonly writer?: string
}

/**
 * Table `unsent`, key `key`: what somebody has begun and not sent, which only this device has: the words of a request, and its pictures
 * until the space has drawn them.
 */
export interface UnsentRow {
  readonly key: string
  /** What the room that keeps it wants to know of it. */
  readonly value: unknown
  readonly bytes: ArrayBuffer | null
}
