/**
 * Facts as documents show them, entry by entry.
 *
 *   a document = what operators set up + the entries of every booking and outcome it shows
 *   a commit   = takes out the entries of each booking as it was, puts in those of it as it is
 *
 * The whole projection stays the definition; where a commit changed bookings and outcomes alone, and a document holds the projection
 * that this basis gives, its entries are changed and nothing is read. Whatever else a commit changes is projected whole.
 */
import type { Booking } from '../../domain/bookings/booking.ts'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Entry } from '../../domain/values/sections.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'

export type Shown =
  | { readonly kind: 'booking'; readonly booking: Booking }
  | {
      readonly kind: 'outcome'
      readonly memberId: MemberId
      readonly settled: SettledIntent
      readonly carrier: 'outbox' | 'http'
    }

/** What entries are made of besides the fact itself. None of it changes within a basis but the time of the day. */
export interface View {
  readonly now: Instant
  readonly zones: ReadonlyMap<string, ZoneTable>
  readonly memberNames: ReadonlyMap<string, string>
}

export interface ShownEntry extends Entry {
  /** Name of the document. */
  readonly document: string
}

export interface ShownChange {
  readonly before: Shown | null
  readonly after: Shown
}

/** What one transaction changed, as far as documents show it. */
export interface Touched {
  /** Names of all documents that show any of it. */
  readonly names: ReadonlySet<string>
  /** Changes that were written together, in the order in which they were. */
  readonly steps: readonly (readonly ShownChange[])[]
  /** Something else than bookings and outcomes changed too. */
  readonly isMore: boolean
}

export const untouched: Touched = { names: new Set(), steps: [], isMore: false }

export function joinTouched(all: readonly Touched[]): Touched {
  return {
    names: new Set(all.flatMap(({ names }) => [...names])),
    steps: all.flatMap(({ steps }) => steps),
    isMore: all.some(({ isMore }) => isMore),
  }
}
