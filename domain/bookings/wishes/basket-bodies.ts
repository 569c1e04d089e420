/** What a wish for several places at once may say. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { amount, choice, id, payWith } from './fields.ts'
import { guests } from './guest-bodies.ts'

const extra = v.strictObject({
  extraId: id('extra'),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.extraCountMax)),
})
const item = v.strictObject({
  choice,
  people: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.peopleMax)),
  guests,
  extras: v.pipe(
    v.array(extra),
    v.maxLength(limits.extrasPerBookingMax),
    v.check((all) => new Set(all.map(({ extraId }) => extraId)).size === all.length),
  ),
  payWith,
  quote: amount,
})

export const basketBodies = {
  'basket.request': v.strictObject({
    siteId: id('site'),
    items: v.pipe(v.array(item), v.minLength(1), v.maxLength(limits.basketItemsMax)),
    note: v.pipe(v.string(), v.maxLength(limits.noteLengthMax)),
    quote: amount,
    ceiling: v.nullable(amount),
  }),
  'basket.cancel': v.strictObject({
    basketId: id('basket'),
    bookingIds: v.pipe(
      v.array(id('booking')),
      v.minLength(1),
      v.maxLength(limits.basketItemsMax),
      v.check((all) => new Set(all).size === all.length),
    ),
  }),
} as const
