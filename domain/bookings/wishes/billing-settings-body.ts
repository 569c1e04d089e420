/** What a wish about how a location bills may say. */
import * as v from 'valibot'
import {
  type BillingSettings,
  type Company,
  chargeKinds,
  feeRhythms,
  type MembershipFee,
  type PauseTerms,
  type ReverseCharge,
  type TaxRate,
} from '../../sites/billing-settings.ts'
import { blocks, type DunningSettings } from '../../sites/dunning-settings.ts'
import { limits } from '../../values/limits.ts'
import { date, id } from './fields.ts'

type FieldsOf<Of> = { readonly [Field in keyof Of]-?: v.GenericSchema }

const whole = v.pipe(v.number(), v.safeInteger())
/** Longer than it may be, so that what is too long is answered in words. */
const text = (most: number) => v.pipe(v.string(), v.maxLength(4 * most))

export const billing = v.strictObject({
  startsOn: v.nullable(date),
  billingDay: whole,
  dueDays: whole,
  numberPrefix: text(limits.numberPrefixLengthMax),
  company: v.strictObject({
    name: text(limits.settingNameLengthMax),
    address: text(limits.companyAddressLengthMax),
    taxId: text(limits.taxIdLengthMax),
  } satisfies FieldsOf<Company>),
  taxName: text(limits.settingNameLengthMax),
  isTaxIncluded: v.boolean(),
  taxRates: v.pipe(
    v.array(
      v.strictObject({
        kind: v.nullable(v.picklist(chargeKinds)),
        from: date,
        basisPoints: whole,
      } satisfies FieldsOf<TaxRate>),
    ),
    v.maxLength(2 * limits.taxRatesMax),
  ),
  reverseCharge: v.strictObject({
    kinds: v.pipe(v.array(v.picklist(chargeKinds)), v.maxLength(chargeKinds.length)),
    note: text(limits.taxNoteLengthMax),
  } satisfies FieldsOf<ReverseCharge>),
  fees: v.pipe(
    v.array(
      v.strictObject({
        tierId: id('tier'),
        priceMinor: whole,
        per: v.picklist(feeRhythms),
        isOffered: v.boolean(),
        isByDays: v.boolean(),
        noticeDays: whole,
        depositMinor: v.exactOptional(whole),
        pause: v.nullable(
          v.strictObject({
            daysMax: whole,
            priceMinor: whole,
            keepsPasses: v.boolean(),
            sparesAddons: v.exactOptional(v.boolean()),
          } satisfies FieldsOf<PauseTerms>),
        ),
      } satisfies FieldsOf<MembershipFee>),
    ),
    v.maxLength(2 * limits.membershipFeesMax),
  ),
  dunning: v.strictObject({
    retryDays: v.pipe(v.array(whole), v.maxLength(2 * limits.retryDaysMax)),
    overdueDays: whole,
    blockedDays: whole,
    blocks: v.strictObject({
      failed: v.picklist(blocks),
      overdue: v.picklist(blocks),
      blocked: v.picklist(blocks),
    } satisfies FieldsOf<DunningSettings['blocks']>),
  } satisfies FieldsOf<DunningSettings>),
} satisfies FieldsOf<BillingSettings>)
