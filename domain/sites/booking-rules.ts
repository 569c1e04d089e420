import type { CancellationPolicy } from './cancellation-policy.ts'
import type { Granularity } from './granularity.ts'

/**
 * What may be booked, as an operator sets it on a resource and, in part, on a tier. Where both speak, the strictest wins (D-08).
 */
export interface BookingRules {
  /** The units it is booked in, each once; at least one. The next three say how it is booked by the hour. */
  readonly granularities: readonly Granularity[]
  readonly minMinutes: number
  readonly maxMinutes: number
  /** A booking's length is a multiple of this, and it starts on a multiple of it after local midnight. */
  readonly incrementMinutes: number
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  /** How long before its start a booking must be made, in elapsed minutes. */
  readonly noticeMinutes: number
  /** All of them must hold. */
  readonly advanceLimits: readonly AdvanceLimit[]
  /** What comes back when a booking is cancelled; a tier's own policy takes its place. */
  readonly cancellation: CancellationPolicy
  /** When a booking is claimed by its member, and given back where nobody does (D-35). Null: nobody checks in. */
  readonly checkIn: CheckInRules | null
}

/** In elapsed minutes before and after the start of a booking; and what becomes of a series that nobody comes to. */
export interface CheckInRules {
  readonly opensMinutesBefore: number
  readonly releaseMinutesAfter: number
  /** So many dates of a series missed in a row, and the rest of it is given back; the member is warned at the one before. Null: never. */
  readonly missesToSuspend: number | null
}

/** What an operator is offered first. */
export const usualCheckIn: CheckInRules = {
  opensMinutesBefore: 15,
  releaseMinutesAfter: 15,
  missesToSuspend: 3,
}

/** The two senses of "n days ahead" (D-07): n times 24 elapsed hours, or until the end of the n-th local day from today. */
export type AdvanceLimit =
  | { readonly kind: 'elapsed-days'; readonly days: number }
  | { readonly kind: 'calendar-days'; readonly days: number }
