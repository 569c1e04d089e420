/** What a wish about waiting may say. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { amount, choice, date, id, people, span, weekdays } from './fields.ts'

const waitId = id('wait')
const resourceIds = v.pipe(
  v.array(id('resource')),
  v.minLength(1),
  v.maxLength(limits.orderPlacesMax),
  v.check((all) => new Set(all).size === all.length),
)
const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439))
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.orderBookingsMax))
const reason = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.waitReasonLengthMax))

export const waitBodies = {
  'wait.join': v.strictObject({ siteId: id('site'), choice, people, ceiling: v.nullable(amount) }),
  'order.place': v.strictObject({
    siteId: id('site'),
    resourceIds,
    weekdays,
    from: date,
    until: date,
    span,
    stopsAt: v.nullable(minute),
    count,
    people,
    ceiling: amount,
  }),
  'wait.leave': v.strictObject({ waitId }),
  'wait.remove': v.strictObject({ waitId, reason }),
} as const
