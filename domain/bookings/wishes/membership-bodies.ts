/** What a wish about a membership may say. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { isCurrency } from '../../values/money.ts'
import { date, id } from './fields.ts'

/** Below zero what comes back. */
const quote = v.strictObject({
  amountMinor: v.pipe(
    v.number(),
    v.safeInteger(),
    v.minValue(-limits.paymentMinorMax),
    v.maxValue(limits.paymentMinorMax),
  ),
  currency: v.custom<string>(isCurrency),
})
const reason = v.pipe(v.string(), v.trim(), v.maxLength(limits.membershipReasonLengthMax))

const about = {
  siteId: id('site'),
  membershipId: id('membership'),
  forMemberId: v.nullable(id('member')),
  reason,
  quote,
  shown: v.exactOptional(quote),
  resolutions: v.pipe(
    v.record(id('booking'), v.picklist(['keep', 'cancel'])),
    v.check((found) => Object.keys(found).length <= limits.liveBookingsPerMemberMax),
  ),
}

export const membershipBodies = {
  'membership.change': v.strictObject({
    ...about,
    tierId: id('tier'),
    when: v.picklist(['now', 'next']),
  }),
  'membership.pause': v.strictObject({ ...about, from: date, until: date }),
  'membership.resume': v.strictObject(about),
  'membership.end': v.strictObject({ ...about, on: date }),
  'membership.take-back': v.strictObject({ ...about, changeId: id('intent') }),
  'membership.start': v.strictObject({
    siteId: id('site'),
    memberId: id('member'),
    tierId: id('tier'),
    from: date,
    reason: v.pipe(reason, v.minLength(1)),
  }),
} as const
