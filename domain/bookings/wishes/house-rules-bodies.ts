/** What a wish about house rules may say. */
import * as v from 'valibot'
import { id } from './fields.ts'

export const houseRulesBodies = {
  'rules.accept': v.strictObject({
    siteId: id('site'),
    version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  }),
} as const
