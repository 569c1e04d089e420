/** What is wrong with how a location bills, each at its field. */
import type { TierId } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { isLocalDate } from '../values/local-date.ts'
import type { BillingSettings, MembershipFee, TaxRate } from './billing-settings.ts'
import { countryOfTaxId } from './country-of-tax-id.ts'
import type { DunningSettings } from './dunning-settings.ts'
import { nameProblems, numberProblems, problemIf, type SettingProblem } from './setting-problem.ts'

/** Of those who bill: the rest may stay unsaid until somebody says since when. */
export function billingProblems(
  billing: BillingSettings,
  tierIds: readonly TierId[],
): readonly SettingProblem[] {
  const { startsOn, billingDay, dueDays, company, taxRates, fees, numberPrefix } = billing
  const isOn = startsOn !== null
  return [
    ...problemIf(isOn && !isLocalDate(startsOn), 'startsOn', 'no-date'),
    ...numberProblems(billingDay, 'billingDay', 1, 31),
    ...numberProblems(dueDays, 'dueDays', 0, limits.dueDaysMax),
    ...problemIf(numberPrefix.length > limits.numberPrefixLengthMax, 'numberPrefix', 'too-long'),
    ...(isOn ? nameProblems(company.name, 'company.name', limits.settingNameLengthMax) : []),
    ...(isOn
      ? nameProblems(company.address, 'company.address', limits.companyAddressLengthMax)
      : []),
    ...problemIf(company.taxId.length > limits.taxIdLengthMax, 'company.taxId', 'too-long'),
    ...(isOn ? nameProblems(billing.taxName, 'taxName', limits.settingNameLengthMax) : []),
    ...problemIf(taxRates.length > limits.taxRatesMax, 'taxRates', 'too-many'),
    ...taxRates.flatMap((rate, index) => rateProblems(rate, index, taxRates)),
    ...reverseProblems(billing),
    ...dunningProblems(billing.dunning),
    ...problemIf(fees.length > limits.membershipFeesMax, 'fees', 'too-many'),
    ...fees.flatMap((fee, index) => feeProblems(fee, index, fees, tierIds)),
  ]
}

/** Its note is the law's, and both sides' numbers stand on such a bill. */
function reverseProblems({ reverseCharge, company }: BillingSettings): readonly SettingProblem[] {
  if (reverseCharge.kinds.length === 0) return []
  return [
    ...nameProblems(reverseCharge.note, 'reverseCharge.note', limits.taxNoteLengthMax),
    ...problemIf(countryOfTaxId(company.taxId) === null, 'company.taxId', 'no-country'),
  ]
}

function feeProblems(
  { tierId, priceMinor, noticeDays, depositMinor, pause }: MembershipFee,
  index: number,
  fees: readonly MembershipFee[],
  tierIds: readonly TierId[],
): readonly SettingProblem[] {
  const at = (field: string) => `fees.${index}.${field}`
  const isTwice = fees.slice(0, index).some((other) => other.tierId === tierId)
  return [
    ...problemIf(!tierIds.includes(tierId), at('tierId'), 'unknown-tier'),
    ...problemIf(isTwice, at('tierId'), 'same-twice'),
    ...numberProblems(priceMinor, at('priceMinor'), 0, limits.rateMinorMax),
    ...numberProblems(depositMinor ?? 0, at('depositMinor'), 0, limits.rateMinorMax),
    ...numberProblems(noticeDays, at('noticeDays'), 0, limits.noticeDaysMax),
    ...(pause === null
      ? []
      : [
          ...numberProblems(pause.daysMax, at('pause.daysMax'), 1, limits.pauseDaysMax),
          ...numberProblems(pause.priceMinor, at('pause.priceMinor'), 0, limits.rateMinorMax),
        ]),
  ]
}

function dunningProblems({
  retryDays,
  overdueDays,
  blockedDays,
}: DunningSettings): readonly SettingProblem[] {
  return [
    ...problemIf(retryDays.length > limits.retryDaysMax, 'dunning.retryDays', 'too-many'),
    ...retryDays.flatMap((day, index) => [
      ...numberProblems(day, 'dunning.retryDays', 1, limits.dunningDaysMax),
      ...problemIf(day <= (retryDays[index - 1] ?? 0), 'dunning.retryDays', 'steps-out-of-order'),
    ]),
    ...numberProblems(overdueDays, 'dunning.overdueDays', 1, limits.dunningDaysMax),
    ...numberProblems(blockedDays, 'dunning.blockedDays', 1, limits.dunningDaysMax),
    ...problemIf(blockedDays < overdueDays, 'dunning.blockedDays', 'steps-out-of-order'),
  ]
}

/** Once a location bills, a rhythm that became another would bill the same days again, or never. */
export function rhythmProblems(
  before: BillingSettings,
  after: BillingSettings,
): readonly SettingProblem[] {
  if (before.startsOn === null) return []
  return after.fees.flatMap(({ tierId, per }, index) => {
    const known = before.fees.find((fee) => fee.tierId === tierId)
    const isOther = known !== undefined && known.priceMinor > 0 && known.per !== per
    return problemIf(isOther, `fees.${index}.per`, 'rhythm-fixed')
  })
}

function rateProblems(
  { kind, from, basisPoints }: TaxRate,
  index: number,
  rates: readonly TaxRate[],
): readonly SettingProblem[] {
  const isTwice = rates.slice(0, index).some((one) => one.kind === kind && one.from === from)
  return [
    ...problemIf(!isLocalDate(from), `taxRates.${index}.from`, 'no-date'),
    ...problemIf(isTwice, `taxRates.${index}.from`, 'same-twice'),
    ...numberProblems(basisPoints, `taxRates.${index}.basisPoints`, 0, 10_000),
  ]
}
