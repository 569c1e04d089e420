import type { FloorId, ResourceId, SiteId } from '../values/ids.ts'
import type { Absence } from './absence.ts'
import type { BookingRules } from './booking-rules.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { Photo } from './photo.ts'

export const resourceKinds = {
  'hot-desk': 'hot-desk',
  'dedicated-desk': 'dedicated-desk',
  'meeting-room': 'meeting-room',
  'phone-booth': 'phone-booth',
  'private-office': 'private-office',
  'event-hall': 'event-hall',
  equipment: 'equipment',
} as const
export type ResourceKind = (typeof resourceKinds)[keyof typeof resourceKinds]

/**
 * How a resource is shared. A pool has units 1…n, each of which is exclusive; an assigned resource is held by contract and is
 * not inventory. Who holds it is not said here, because every member reads the catalogue: a holder finds it in the own document.
 */
export type ResourceMode =
  | { readonly kind: 'exclusive' }
  | { readonly kind: 'pool'; readonly units: number }
  | { readonly kind: 'assigned' }

/** Anything bookable. Where it is drawn is a placement of the floor plan. */
export interface Resource {
  readonly id: ResourceId
  readonly siteId: SiteId
  readonly floorId: FloorId
  readonly kind: ResourceKind
  readonly name: string
  /** The zone of the floor it is listed under: "Quayside". */
  readonly zoneName: string
  readonly mode: ResourceMode
  /** People it takes, host included. For a pool: people per unit. */
  readonly capacity: number
  readonly amenities: readonly string[]
  readonly rules: BookingRules
  /** Hours of its own; null follows the site. */
  readonly hours: OpeningHours | null
  /** A booking is first held this long and must be confirmed by the member; null confirms at once. */
  readonly holdMinutes: number | null
  /** Staff approve each booking first, and are given this long, at most until its start (D-15); null asks nobody. */
  readonly approvalMinutes: number | null
  /** The place it is a part of: who books that takes this one too, and the other way round (D-13). */
  readonly partOf: ResourceId | null
  /** False takes it off what is offered; it stays where it is drawn, and bookings made before stand. */
  readonly isBookable: boolean
  /** When its holder lets others have it, in order and never overlapping; empty for what nobody holds. */
  readonly absences: readonly Absence[]
  readonly photos: readonly Photo[]
}

/** The units of a resource that can be claimed: 1…n. */
export function unitCount(resource: Resource): number {
  return resource.mode.kind === 'pool' ? resource.mode.units : 1
}

/** False for what is carried to where it is used, and therefore stands on no floor plan. */
export function hasPlace({ kind }: Pick<Resource, 'kind'>): boolean {
  return kind !== 'equipment'
}
