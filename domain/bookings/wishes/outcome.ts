import type {
  BasketId,
  BookingId,
  DeviceId,
  IntentId,
  SeriesId,
  SiteId,
  WaitId,
} from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Money } from '../../values/money.ts'
import type { BasketItem } from './basket-wish.ts'
import type { AnyIntent, Choice } from './intent.ts'
import type { Refusal } from './refusal.ts'

/**
 * The settled verdict on one intent: exactly one, immutable. `choice` counts the wish itself as 0 and its fall-backs from 1;
 * `nearest` means that the closest free one was taken.
 */
export type Outcome =
  | {
      readonly kind: 'confirmed'
      readonly bookingId: BookingId | null
      readonly choice: number | 'nearest'
      readonly price: Money | null
    }
  | {
      readonly kind: 'held'
      readonly bookingId: BookingId
      readonly choice: number | 'nearest'
      readonly price: Money
      readonly holdExpiresAt: Instant
    }
  | {
      readonly kind: 'refused'
      readonly refusal: Refusal
      /** At most three, best first, each one tap away. */
      readonly alternatives: readonly Alternative[]
    }
  /** At least one occurrence was booked or changed; each has its own answer. */
  | {
      readonly kind: 'series'
      readonly seriesId: SeriesId
      readonly occurrences: readonly OccurrenceOutcome[]
    }
  /** Every item of a basket is booked, or held where its place asks for that. */
  | {
      readonly kind: 'basket'
      readonly basketId: BasketId
      readonly price: Money
      readonly bookings: readonly BasketBooking[]
    }
  /** The price has risen above what was shown and agreed: nothing is booked, the member is asked again. */
  | {
      readonly kind: 'ask-again'
      readonly price: Money
      readonly alternatives: readonly Alternative[]
    }

export interface BasketBooking {
  readonly bookingId: BookingId
  readonly price: Money
  readonly holdExpiresAt: Instant | null
}

/** What became of one occurrence, within the one outcome of its series. */
export type OccurrenceOutcome = { readonly number: number } & (
  | {
      readonly kind: 'booked'
      readonly bookingId: BookingId
      readonly price: Money
      /** Where its place wants confirming: until when it is held. */
      readonly holdExpiresAt: Instant | null
    }
  | { readonly kind: 'skipped' }
  /** Nobody can have it now; it is offered when it becomes free. */
  | { readonly kind: 'waiting'; readonly waitId: WaitId }
  | { readonly kind: 'cancelled'; readonly bookingId: BookingId }
  | {
      readonly kind: 'changed'
      readonly bookingId: BookingId
      readonly price: Money
      /** What waits for the money that it is changed with, and until when. Not of one that is changed. */
      readonly held?: { readonly bookingId: BookingId; readonly holdExpiresAt: Instant }
    }
  /** A change of the series that this date could not take: it stays as it was. */
  | { readonly kind: 'kept'; readonly bookingId: BookingId; readonly refusal: Refusal }
  /** Not to be had, where the member wished for what can be had; with what was wished. */
  | { readonly kind: 'refused'; readonly wish: Choice; readonly refusal: Refusal }
  | { readonly kind: 'dearer'; readonly wish: Choice; readonly price: Money }
)

export interface Alternative {
  readonly choice: Choice
  readonly price: Money
}

/** An outcome as the member's document carries it, keyed by intent id. */
export interface SettledIntent {
  readonly intentId: IntentId
  readonly kind: AnyIntent['kind']
  readonly device: DeviceId
  readonly seq: number
  readonly settledAt: Instant
  /** What was wished, so that every device of the member can tell the story. */
  readonly wish: Choice | null
  readonly siteId: SiteId | null
  readonly people: number
  /** What the member was shown when they wished; null where no price belongs to the wish. */
  readonly quote: Money | null
  readonly outcome: Outcome
  /** All that was wished together, so that it can be wished again with one thing changed. Only of a basket. */
  readonly basket?: readonly BasketItem[]
  /** The booking that it was about, where the wish was to cancel, change or end one. Not in outcomes from before that was told. */
  readonly about?: BookingId
  /** The same of a wish about several dates of a series. */
  readonly aboutSeries?: SeriesId
}
