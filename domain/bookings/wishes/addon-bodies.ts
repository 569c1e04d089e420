/** What a wish about something by the month may say. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { amount, id } from './fields.ts'

export const addonBodies = {
  'addon.take': v.strictObject({ siteId: id('site'), extraId: id('extra'), quote: amount }),
  'addon.end': v.strictObject({ siteId: id('site'), addonId: id('addon') }),
  'addon.end-for': v.strictObject({
    siteId: id('site'),
    memberId: id('member'),
    addonId: id('addon'),
    when: v.picklist(['period', 'now']),
    reason: v.pipe(
      v.string(),
      v.trim(),
      v.minLength(1),
      v.maxLength(limits.membershipReasonLengthMax),
    ),
  }),
} as const
