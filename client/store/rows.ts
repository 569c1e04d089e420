/**
 * The rows that screens read. The tab that holds the sync lock derives them from documents and own intents; every other tab only
 * queries them. They are plain data: reading one needs neither Yjs nor a parser.
 */

import type { BookingViewRow } from '../../domain/bookings/booking-view-row.ts'
import type { Arrival } from '../../domain/bookings/desk-sections.ts'
import type { AnyIntent } from '../../domain/bookings/intent.ts'
import type { OccupiedState } from '../../domain/bookings/occupancy.ts'
import type { SettledIntent } from '../../domain/bookings/outcome.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { IntentId, ResourceId, SiteId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'

/** Table `intents`, key `id`: the truth about this device's own wishes. */
export interface IntentRow {
  readonly id: IntentId
  readonly seq: number
  readonly intent: AnyIntent
  readonly state: 'saved' | 'received' | 'settled' | 'expired'
  /** Epoch ms on this device's clock before which it is not sent: the undo window. 0 sends at once. */
  readonly sendAfter: number
  readonly settled: SettledIntent | null
}

/** Table `bookings`, key `id`, indexed by `startsAt`. */
export type BookingRow = BookingViewRow

/** Table `catalogues`, key `siteId`. `asOf` is the server's time of the last contact that covered it. */
export interface CatalogueRow {
  readonly siteId: SiteId
  readonly catalogue: Catalogue
  readonly asOf: number
}

/** Table `occupancy`, key `[siteId, date]`: one row per site and day. Minutes since that day began, half-open. */
export interface OccupancyRow {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly spans: readonly OccupancySpan[]
  readonly asOf: number
}

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
  readonly asOf: number
}

/** Table `status`, key `key` = 'sync': what the status pill shows in every tab. */
export interface SyncStatusRow {
  readonly key: 'sync'
  readonly state: 'connecting' | 'online' | 'offline' | 'signed-out' | 'update-needed'
  /** Server time of the last contact, epoch ms; null before the first. */
  readonly heardAt: number | null
  readonly generation: string | null
  /** The device's storage could not keep the last change; said, never hidden. */
  readonly storage: 'ok' | 'full' | 'unavailable'
}

/** Table `desk`, key `[siteId, date]`: arrivals with names, for staff only. */
export interface DeskRow {
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly arrivals: readonly Arrival[]
  readonly asOf: number
}
