/** The fields that wishes of several nouns share, as schemas of the door. */
import * as v from 'valibot'
import { type IdNoun, isId } from '../../values/ids.ts'
import { isInstant } from '../../values/instant.ts'
import { isInterval } from '../../values/interval.ts'
import { limits } from '../../values/limits.ts'
import { isLocalDate } from '../../values/local-date.ts'
import { isMailAddress } from '../../values/mail-address.ts'
import { isCurrency } from '../../values/money.ts'
import { payWiths } from '../lots/lot.ts'

export function id<N extends IdNoun>(noun: N) {
  return v.custom<string>((input) => isId(noun, input))
}

export const email = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(limits.emailLengthMax),
  v.check(isMailAddress),
)

export const instant = v.custom<number>(isInstant)
export const date = v.custom<string>(isLocalDate)
export const wallTime = v.strictObject({
  date: v.custom<string>(isLocalDate),
  minute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440)),
  pass: v.exactOptional(v.picklist(['first', 'second'])),
})
export const interval = v.pipe(
  v.strictObject({ startsAt: instant, endsAt: instant }),
  v.check((found) => isInterval(found)),
)
export const amount = v.strictObject({
  amountMinor: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000_000)),
  currency: v.custom<string>(isCurrency),
})
export const choice = v.strictObject({
  resourceId: id('resource'),
  unit: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  interval,
  wall: v.strictObject({ start: wallTime, end: wallTime }),
})
export const people = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.peopleMax))
export const weekday = v.picklist([1, 2, 3, 4, 5, 6, 7])
export const weekdays = v.pipe(
  v.array(weekday),
  v.minLength(1),
  v.maxLength(7),
  v.check((days) => new Set(days).size === days.length),
)
/** Wall time of a date that may end days after it starts, but no longer than a booking may be. */
export const span = v.pipe(
  v.strictObject({
    from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439)),
    until: v.pipe(
      v.number(),
      v.integer(),
      v.minValue(1),
      v.maxValue(1440 + limits.bookingMinutesMax),
    ),
  }),
  v.check(({ from, until }) => from < until),
)
/** Apps from before there were passes leave it out. */
export const payWith = v.optional(v.picklist(payWiths), 'personal')
/** Of what somebody saw when they said so; null where there was nothing. */
export const fingerprint = v.nullable(v.pipe(v.string(), v.maxLength(32)))
export const aboutBooking = v.strictObject({ bookingId: id('booking') })

const resolution = v.variant('kind', [
  v.strictObject({ kind: v.literal('cancel') }),
  v.strictObject({ kind: v.literal('keep') }),
  v.strictObject({ kind: v.literal('move'), choice }),
])
/** What becomes of each booking that is in the way of a change. */
export const resolutions = v.pipe(
  v.record(id('booking'), resolution),
  v.check((found) => Object.keys(found).length <= 500),
)
