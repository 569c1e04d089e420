/** What a wish about being found on the plan may say. */
import * as v from 'valibot'

export const presenceBodies = {
  'presence.share': v.strictObject({ isFindable: v.boolean() }),
} as const
