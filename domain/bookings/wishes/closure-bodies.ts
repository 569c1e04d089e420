/** What a wish about a closure may say. */
import * as v from 'valibot'
import { choice, id, wallTime } from './fields.ts'

const resolution = v.variant('kind', [
  v.strictObject({ kind: v.literal('cancel') }),
  v.strictObject({ kind: v.literal('keep') }),
  v.strictObject({ kind: v.literal('move'), choice }),
])

export const closureBodies = {
  'closure.add': v.strictObject({
    siteId: id('site'),
    closureId: id('closure'),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
    resourceIds: v.nullable(v.pipe(v.array(id('resource')), v.minLength(1), v.maxLength(500))),
    from: wallTime,
    until: wallTime,
    resolutions: v.pipe(
      v.record(id('booking'), resolution),
      v.check((found) => Object.keys(found).length <= 500),
    ),
  }),
  'closure.remove': v.strictObject({ siteId: id('site'), closureId: id('closure') }),
} as const
