/** What a wish about bills may say. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { isCurrency } from '../../values/money.ts'
import { addonBodies } from './addon-bodies.ts'
import { billToBodies } from './bill-to-bodies.ts'
import { amount, date, id } from './fields.ts'
import { fundBodies } from './fund-bodies.ts'
import { promoBodies } from './promo-bodies.ts'

/** Below zero what is paid back. */
const paid = v.strictObject({
  amountMinor: v.pipe(
    v.number(),
    v.safeInteger(),
    v.minValue(-limits.paymentMinorMax),
    v.maxValue(limits.paymentMinorMax),
  ),
  currency: v.custom<string>(isCurrency),
})
const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))

export const billingBodies = {
  ...addonBodies,
  ...billToBodies,
  ...fundBodies,
  ...promoBodies,
  'bills.issue': v.strictObject({ siteId: id('site'), from: date }),
  'signing.renew': v.strictObject({ siteId: id('site') }),
  'bill.pay': v.strictObject({
    siteId: id('site'),
    billId: id('bill'),
    amount: paid,
    method: v.picklist(['bank', 'cash']),
    on: date,
    reference: text(limits.paymentReferenceLengthMax),
  }),
  'bill.credit': v.strictObject({
    siteId: id('site'),
    billId: id('bill'),
    amount,
    reason: v.pipe(text(limits.creditReasonLengthMax), v.minLength(1)),
  }),
} as const
