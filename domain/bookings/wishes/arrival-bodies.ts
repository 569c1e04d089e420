/** What a wish about coming to a booking may say. */
import { aboutBooking } from './fields.ts'

export const arrivalBodies = {
  'booking.check-in': aboutBooking,
} as const
