/** What a wish about guests may say. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { email, fingerprint, id } from './fields.ts'

const guest = v.strictObject({
  id: id('guest'),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.guestNameLengthMax)),
  email: v.exactOptional(email),
})
export const guests = v.pipe(
  v.array(guest),
  v.maxLength(limits.guestsMax),
  v.check((all) => new Set(all.map((one) => one.id)).size === all.length),
)

export const guestBodies = {
  'booking.guests': v.strictObject({
    bookingId: id('booking'),
    add: guests,
    remove: v.pipe(v.array(id('guest')), v.maxLength(limits.guestsMax)),
  }),
  'guest.check-in': v.strictObject({
    bookingId: id('booking'),
    guestId: id('guest'),
    agreedTo: fingerprint,
  }),
} as const
