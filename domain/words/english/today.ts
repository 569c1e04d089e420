import { count } from './amounts.ts'

/** The home screen, as far as it is painted first. */
export const today = {
  needsYou: 'Needs you',
  next: 'Next',
  allBookings: (number: number) => `All ${count(number, 'booking')}`,
} as const
