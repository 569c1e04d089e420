/** Our minor units and the processor's are the same but for few currencies. */
import { type Currency, type Money, money } from '../../../domain/values/money.ts'

/** Counted in hundredths there, for history's sake, and in whole ones everywhere else. */
const countedInHundredths: readonly Currency[] = ['ISK', 'UGX']
/** Three decimals, of which the last must be 0. */
const inTens: readonly Currency[] = ['BHD', 'JOD', 'KWD', 'OMR', 'TND']

/** Null for an amount that cannot be charged to the last digit. */
export function toProcessor({ amountMinor, currency }: Money): number | null {
  if (inTens.includes(currency) && amountMinor % 10 !== 0) return null
  return countedInHundredths.includes(currency) ? amountMinor * 100 : amountMinor
}

export function fromProcessor(amount: number, code: string): Money {
  const currency = code.toUpperCase()
  return money(countedInHundredths.includes(currency) ? amount / 100 : amount, currency)
}
