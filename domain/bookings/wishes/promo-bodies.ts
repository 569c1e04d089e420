/** What a wish about promo codes may say. */
import * as v from 'valibot'
import { chargeKinds } from '../../sites/billing-settings.ts'
import { resourceKinds } from '../../sites/resource.ts'
import { limits } from '../../values/limits.ts'
import { date, id } from './fields.ts'

const count = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(most))
const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most))
const list = <Of extends v.GenericSchema>(of: Of) =>
  v.pipe(v.array(of), v.maxLength(limits.promoNamesMax))

const off = v.pipe(
  v.array(v.picklist(chargeKinds)),
  v.minLength(1),
  v.maxLength(chargeKinds.length),
)
const bills = v.nullable(count(limits.promoBillsMax))

const gift = v.variant('kind', [
  v.strictObject({ kind: v.literal('percent'), basisPoints: count(10_000), off, bills }),
  v.strictObject({ kind: v.literal('fixed'), amountMinor: count(limits.rateMinorMax), off, bills }),
  v.strictObject({
    kind: v.literal('time'),
    minutes: count(limits.lotAmountMax),
    kinds: v.pipe(list(v.picklist(Object.values(resourceKinds))), v.minLength(1)),
    validDays: v.nullable(count(limits.advanceDaysMax)),
  }),
])

export const promoBodies = {
  'promo.save': v.strictObject({
    siteId: id('site'),
    promo: v.strictObject({
      id: id('intent'),
      code: text(limits.promoCodeLengthMax),
      name: text(limits.settingNameLengthMax),
      gift,
      tierIds: list(id('tier')),
      teamIds: list(id('team')),
      domains: list(text(limits.settingNameLengthMax)),
      isFirstTime: v.boolean(),
      from: v.nullable(date),
      until: v.nullable(date),
      usesMax: v.nullable(count(limits.promoUsesMax)),
      isPaused: v.boolean(),
    }),
  }),
  'promo.redeem': v.strictObject({ siteId: id('site'), code: text(limits.promoCodeLengthMax) }),
} as const
