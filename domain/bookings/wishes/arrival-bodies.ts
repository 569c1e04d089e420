/** What a wish about coming to a booking, or about a request for one, may say. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { aboutBooking, id } from './fields.ts'

export const arrivalBodies = {
  'booking.check-in': aboutBooking,
  'booking.approve': aboutBooking,
  'booking.decline': v.strictObject({
    bookingId: id('booking'),
    reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.noteLengthMax)),
  }),
} as const
