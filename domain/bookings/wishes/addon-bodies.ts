/** What a wish about something by the month may say. */
import * as v from 'valibot'
import { amount, id } from './fields.ts'

export const addonBodies = {
  'addon.take': v.strictObject({ siteId: id('site'), extraId: id('extra'), quote: amount }),
  'addon.end': v.strictObject({ siteId: id('site'), addonId: id('addon') }),
} as const
