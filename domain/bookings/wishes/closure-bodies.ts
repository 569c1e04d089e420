/** What a wish about a closure may say. */
import * as v from 'valibot'
import { id, resolutions, wallTime } from './fields.ts'

export const closureBodies = {
  'closure.add': v.strictObject({
    siteId: id('site'),
    closureId: id('closure'),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
    resourceIds: v.nullable(v.pipe(v.array(id('resource')), v.minLength(1), v.maxLength(500))),
    from: wallTime,
    until: wallTime,
    resolutions,
  }),
  'closure.remove': v.strictObject({ siteId: id('site'), closureId: id('closure') }),
} as const
