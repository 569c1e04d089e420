/** What a wish about money of payers may say. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { isCurrency } from '../../values/money.ts'
import { date, id } from './fields.ts'

/** Some: nothing is neither given nor returned. */
const some = v.strictObject({
  amountMinor: v.pipe(
    v.number(),
    v.safeInteger(),
    v.minValue(1),
    v.maxValue(limits.paymentMinorMax),
  ),
  currency: v.custom<string>(isCurrency),
})
const payer = v.variant('kind', [
  v.strictObject({ kind: v.literal('member'), memberId: id('member') }),
  v.strictObject({ kind: v.literal('team'), teamId: id('team') }),
])
const siteId = id('site')
/** A deposit that was paid by card goes by the id of its attempt. */
const fundId = v.union([id('intent'), id('deposit')])
const method = v.picklist(['bank', 'cash'])
const reason = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(limits.creditReasonLengthMax),
)
const reference = v.pipe(v.string(), v.trim(), v.maxLength(limits.paymentReferenceLengthMax))

export const fundBodies = {
  'credit.grant': v.strictObject({
    ...{ siteId, payer, amount: some, reason, validUntil: v.nullable(date) },
  }),
  'credit.keep': v.strictObject({ siteId, billId: id('bill') }),
  'credit.withdraw': v.strictObject({ siteId, fundId, reason }),
  'deposit.take': v.strictObject({
    ...{ siteId, payer, amount: some, method, on: date, reason },
    askId: v.exactOptional(id('deposit')),
  }),
  'deposit.withdraw': v.strictObject({ siteId, askId: id('deposit'), reason }),
  'deposit.return': v.strictObject({
    ...{ siteId, fundId, amount: some, on: date, reference },
    method: v.picklist(['bank', 'cash', 'card']),
  }),
  'deposit.deduct': v.strictObject({
    ...{ siteId, fundId, billId: v.nullable(id('bill')), amount: some },
  }),
  'deposit.keep': v.strictObject({ siteId, fundId, amount: some, reason }),
} as const
