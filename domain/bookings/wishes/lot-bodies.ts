/** What a wish about passes may say. */
import * as v from 'valibot'
import { lotUnits } from '../../sites/pass-offer.ts'
import { resourceKinds } from '../../sites/resource.ts'
import { limits } from '../../values/limits.ts'
import { amount, date, id } from './fields.ts'

const some = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(limits.lotAmountMax))
const reason = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.lotReasonLengthMax))
const kinds = v.pipe(
  v.array(v.picklist(Object.values(resourceKinds))),
  v.minLength(1),
  v.maxLength(Object.keys(resourceKinds).length),
)

export const lotBodies = {
  'pass.request': v.strictObject({
    ...{ siteId: id('site'), passId: id('pass'), quote: amount },
    forTeamId: v.nullable(id('team')),
  }),
  'lot.grant': v.strictObject({
    siteId: id('site'),
    holder: v.variant('kind', [
      v.strictObject({ kind: v.literal('member'), memberId: id('member') }),
      v.strictObject({ kind: v.literal('team'), teamId: id('team') }),
    ]),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.settingNameLengthMax)),
    kinds,
    unit: v.picklist(lotUnits),
    amount: some,
    lastOn: v.nullable(date),
    reason,
  }),
  'lot.take-back': v.strictObject({ siteId: id('site'), lotId: id('lot'), amount: some, reason }),
} as const
