/**
 * Facts as documents show them, entry by entry.
 *
 *   a document = what operators set up + the entries of every booking, outcome and bill it shows
 *   a commit   = takes out the entries of each booking as it was, puts in those of it as it is
 *
 * The whole projection stays the definition; where a document holds the projection that this basis gives, and a commit changed nothing in
 * it but what has entries, these are changed and nothing is read. Whatever else a commit changes is projected whole.
 */
import { type DocumentName, formatDocumentName } from '../../domain/access/document-name.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
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
  /** The members are those who read of it: who pays it, or who manages the team that does. */
  | { readonly kind: 'bill'; readonly memberIds: readonly MemberId[]; readonly story: BillStory }

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
  /** Those of them in which more changed than the steps say: they are projected whole. */
  readonly whole: ReadonlySet<string>
}

export const untouched: Touched = { names: new Set(), steps: [], whole: new Set() }

/** Entries cannot say what changed in these documents. */
export function touchedWhole(documents: readonly DocumentName[]): Touched {
  const names = new Set(documents.map(formatDocumentName))
  return { names, steps: [], whole: names }
}

export function joinTouched(all: readonly Touched[]): Touched {
  return {
    names: new Set(all.flatMap(({ names }) => [...names])),
    steps: all.flatMap(({ steps }) => steps),
    whole: new Set(all.flatMap(({ whole }) => [...whole])),
  }
}
