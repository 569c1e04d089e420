/** A series as a member wishes it: the rule, and the list of its dates exactly as it was shown and accepted. */
import type { BookingId, ResourceId, SeriesId, SiteId } from '../../values/ids.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import type { PayWith } from '../lots/lot.ts'
import type { Recurrence } from '../series/recurrence.ts'
import type { Choice } from './intent.ts'
import type { TimeSpan } from './times-of-day.ts'

export interface SeriesRequest {
  readonly siteId: SiteId
  readonly resourceId: ResourceId
  readonly recurrence: Recurrence
  /** Wall time of every occurrence, in minutes after the midnight of its date; past 1440 it ends on a later day. */
  readonly span: TimeSpan
  readonly people: number
  readonly note: string
  readonly payWith: PayWith
  /** Every date of the recurrence once, in order. */
  readonly occurrences: readonly ListedOccurrence[]
  readonly mode: SeriesMode
}

/** Which dates of a series are meant. */
export type SeriesScope =
  | { readonly kind: 'this'; readonly occurrence: number }
  | { readonly kind: 'following'; readonly occurrence: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'between'; readonly from: LocalDate; readonly until: LocalDate }

/** The bookings as they were shown for that scope: what was not shown is not cancelled. */
export interface SeriesCancel {
  readonly seriesId: SeriesId
  readonly scope: SeriesScope
  readonly bookingIds: readonly BookingId[]
}

/** What becomes otherwise; null stays as it is. A date keeps what was changed for it alone. */
export interface SeriesEdit {
  readonly span: TimeSpan | null
  readonly resourceId: ResourceId | null
}

export interface SeriesChangeRequest {
  readonly seriesId: SeriesId
  readonly scope: SeriesScope
  readonly edit: SeriesEdit
  /** The dates that change, as they were shown. All of them or none. */
  readonly bookings: readonly ChangedBooking[]
}

export interface ChangedBooking {
  readonly bookingId: BookingId
  readonly choice: Choice
  /** All that the member was shown they would owe for it. */
  readonly quote: Money
}

/** Dates that come back, as they were shown. All of them or none. */
export interface SeriesRestore {
  readonly seriesId: SeriesId
  readonly occurrences: readonly WishedOccurrence[]
}

/** All that is listed or nothing, or as many of them as can be had. Chosen before the wish is saved. */
export const seriesModes = ['exactly', 'what-can-be-had'] as const
export type SeriesMode = (typeof seriesModes)[number]

/** One date: left out, booked at a place and time for no more than the price that was shown, or waited for there. */
export type ListedOccurrence = { readonly kind: 'skip'; readonly number: number } | WishedOccurrence

export type WishedOccurrence = BookOccurrence | WaitOccurrence

export interface BookOccurrence {
  readonly kind: 'book'
  readonly number: number
  readonly choice: Choice
  readonly quote: Money
}

/** Somebody else has it: it is offered when it becomes free, and belongs to the series once it is accepted (B-11). */
export interface WaitOccurrence {
  readonly kind: 'wait'
  readonly number: number
  readonly choice: Choice
}
