/** What a wish to have a booking otherwise may say. */
import * as v from 'valibot'
import { aboutBooking, amount, choice, id } from './fields.ts'

export const changeBodies = {
  'booking.change': v.strictObject({
    bookingId: id('booking'),
    choice,
    quote: amount,
    ceiling: v.nullable(amount),
  }),
  'booking.end': aboutBooking,
  'booking.sit': v.strictObject({ bookingId: id('booking'), choice }),
} as const
