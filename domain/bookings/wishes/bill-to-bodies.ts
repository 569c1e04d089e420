/** What a wish about who bills are made out to may say. */
import * as v from 'valibot'
import type { BillTo } from '../../memberships/bill-to.ts'
import { limits } from '../../values/limits.ts'
import { id } from './fields.ts'

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))

const payer = v.variant('kind', [
  v.strictObject({ kind: v.literal('member'), memberId: id('member') }),
  v.strictObject({ kind: v.literal('team'), teamId: id('team') }),
])

export const billToBodies = {
  'bill-to.save': v.strictObject({
    payer,
    billTo: v.strictObject({
      name: text(limits.settingNameLengthMax),
      address: text(limits.companyAddressLengthMax),
      taxId: text(limits.taxIdLengthMax),
      orderText: text(limits.paymentReferenceLengthMax),
    } satisfies { readonly [Field in keyof BillTo]: v.GenericSchema }),
  }),
  'tax-id.check': v.strictObject({
    siteId: id('site'),
    payer,
    taxId: v.pipe(text(limits.taxIdLengthMax), v.minLength(1)),
    isGood: v.boolean(),
  }),
} as const
