/** What is wrong with the passes of a location, each at its field. */
import { limits } from '../values/limits.ts'
import type { PassOffer, PassSettings } from './pass-offer.ts'
import {
  nameProblems,
  numberProblems,
  problemIf,
  type SettingProblem,
  under,
} from './setting-problem.ts'

export function passProblems(passes: PassSettings): readonly SettingProblem[] {
  const { offers, dayEndsAtMinute, halfDayMinutes, graceDays } = passes
  return [
    ...problemIf(offers.length > limits.passOffersMax, 'offers', 'too-many'),
    ...offers.flatMap((offer, index) =>
      under(`offers.${index}`, offerProblems(offer, index, offers)),
    ),
    ...numberProblems(dayEndsAtMinute, 'dayEndsAtMinute', 0, 720),
    ...numberProblems(halfDayMinutes, 'halfDayMinutes', 1, 1440),
    ...numberProblems(graceDays, 'graceDays', 0, limits.passDaysMax),
  ]
}

function offerProblems(
  { id, name, kinds, amount, priceMinor, validDays }: PassOffer,
  index: number,
  offers: readonly PassOffer[],
): readonly SettingProblem[] {
  const earlier = offers.slice(0, index)
  return [
    ...nameProblems(name, 'name', limits.settingNameLengthMax),
    ...problemIf(
      earlier.some((other) => other.name === name),
      'name',
      'name-taken',
    ),
    ...problemIf(
      earlier.some((other) => other.id === id),
      'name',
      'same-twice',
    ),
    ...problemIf(kinds.length === 0, 'kinds', 'no-kinds'),
    ...numberProblems(amount, 'amount', 1, limits.lotAmountMax),
    ...numberProblems(priceMinor, 'priceMinor', 0, limits.rateMinorMax),
    ...(validDays === null ? [] : numberProblems(validDays, 'validDays', 1, limits.passDaysMax)),
  ]
}
