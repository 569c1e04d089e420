/**
 * What comes back when a booking is cancelled, as an operator sets it. A booking keeps the policy as it stood when it was made
 * (D-23, D-30); what follows from one is decided in `bookings/cancellation`.
 */
export interface CancellationPolicy {
  /** Most hours first. The first step whose hours are still ahead decides; after the last one nothing comes back. */
  readonly steps: readonly CancellationStep[]
  /** For so long after it was booked all comes back whatever the step, once a booking (B-18). */
  readonly graceMinutes: number
  /** Up to then a move is free even where cancelling is not; null: moves are free while cancelling is (D-31). */
  readonly freeMoveHoursBefore: number | null
  readonly noShowRefundPercent: number
}

/** Cancelled at least so many elapsed hours before the start, this share of the price comes back. */
export interface CancellationStep {
  readonly hoursBefore: number
  readonly refundPercent: number
}

/** What a space starts with: free until the start, and nothing for who does not come. */
export const freeUntilStart: CancellationPolicy = {
  steps: [{ hoursBefore: 0, refundPercent: 100 }],
  graceMinutes: 5,
  freeMoveHoursBefore: null,
  noShowRefundPercent: 0,
}
