import type { Outcome } from './outcome.ts'

/** The outcome of a wish that is granted and books nothing. */
export const granted = {
  kind: 'confirmed',
  bookingId: null,
  choice: 0,
  price: null,
} as const satisfies Outcome
