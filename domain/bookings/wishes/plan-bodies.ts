/** What a wish about a floor plan may say. */
import * as v from 'valibot'
import { id, resolutions } from './fields.ts'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const planBodies = {
  'plan.publish': v.strictObject({
    siteId: id('site'),
    floorId: id('floor'),
    epoch: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
    n: count,
    basedOn: count,
    resolutions,
  }),
} as const
