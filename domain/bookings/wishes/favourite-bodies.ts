/** What a wish about a favourite may say. */
import * as v from 'valibot'
import { id } from './fields.ts'

export const favouriteBodies = {
  'favourite.set': v.strictObject({
    siteId: id('site'),
    resourceId: id('resource'),
    isFavourite: v.boolean(),
  }),
} as const
