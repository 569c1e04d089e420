/** What a wish about a booking may say. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { aboutBooking, amount, choice, id, payWith, people } from './fields.ts'
import { guests } from './guest-bodies.ts'

const reason = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(limits.overrideReasonLengthMax),
)

export const bookingBodies = {
  'booking.request': v.strictObject({
    siteId: id('site'),
    choice,
    fallbacks: v.pipe(v.array(choice), v.maxLength(limits.fallbacksMax)),
    takeNearest: v.boolean(),
    people,
    note: v.pipe(v.string(), v.maxLength(limits.noteLengthMax)),
    quote: amount,
    ceiling: v.nullable(amount),
    // Apps from before there were guests leave them out.
    guests: v.optional(guests, []),
    // Apps from before one could act for others leave both out.
    forMemberId: v.optional(v.nullable(id('member')), null),
    override: v.optional(v.nullable(v.strictObject({ reason })), null),
    payWith,
  }),
  'booking.cancel': v.strictObject({
    bookingId: id('booking'),
    waive: v.exactOptional(v.literal(true)),
  }),
  'booking.confirm': aboutBooking,
  'booking.extend-hold': aboutBooking,
} as const
