import { count } from './amounts.ts'

/** The home screen. */
export const today = {
  needsYou: 'Needs you',
  next: 'Next',
  free: 'Free now',
  allBookings: (number: number) => `All ${count(number, 'booking')}`,
} as const
