/** Integer minor units of one currency. Never a float, never a bare number. */
export interface Money {
  readonly amountMinor: number
  readonly currency: Currency
}

/** ISO 4217 code. */
export type Currency = string

const currencyCode = /^[A-Z]{3}$/

export function isCurrency(text: unknown): text is Currency {
  return typeof text === 'string' && currencyCode.test(text)
}

/** Money of a whole number of minor units. Throws on fractions and unsafe sizes. */
export function money(amountMinor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(amountMinor)) {
    throw new Error(`Broken invariant: ${amountMinor} is not a whole amount of minor units`)
  }
  return { amountMinor, currency }
}

export function zero(currency: Currency): Money {
  return money(0, currency)
}

function sameCurrency(a: Money, b: Money): Currency {
  if (a.currency !== b.currency) {
    throw new Error(`Broken invariant: ${a.currency} and ${b.currency} do not add up`)
  }
  return a.currency
}

export function add(a: Money, b: Money): Money {
  return money(a.amountMinor + b.amountMinor, sameCurrency(a, b))
}

export function subtract(a: Money, b: Money): Money {
  return money(a.amountMinor - b.amountMinor, sameCurrency(a, b))
}

/** Without its sign. */
export function absolute(amount: Money): Money {
  return money(Math.abs(amount.amountMinor), amount.currency)
}

/** a < b: negative, equal: 0, a > b: positive. */
export function compare(a: Money, b: Money): number {
  sameCurrency(a, b)
  return a.amountMinor - b.amountMinor
}

/** `amount * numerator / denominator`, half away from zero at the minor unit. */
export function multiplyHalfUp(amount: Money, numerator: number, denominator: number): Money {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new Error('Broken invariant: money is multiplied by a ratio of whole numbers')
  }
  const product = BigInt(amount.amountMinor) * BigInt(numerator)
  const divisor = BigInt(denominator)
  const half = product < 0n ? -divisor : divisor
  return money(Number((product * 2n + half) / (divisor * 2n)), amount.currency)
}

/**
 * Splits an amount by weights so that the parts sum to the whole (largest remainder, earlier parts first on a tie).
 * Weights are non-negative integers of which at least one is positive.
 */
export function allocate(amount: Money, weights: readonly number[]): readonly Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total <= 0) throw new Error('Broken invariant: money is allocated by positive weights')
  const sign = amount.amountMinor < 0 ? -1n : 1n
  const whole = BigInt(amount.amountMinor) * sign
  const parts = weights.map((weight, index) => {
    const product = whole * BigInt(weight)
    return { index, floor: product / BigInt(total), remainder: product % BigInt(total) }
  })
  const rest = whole - parts.reduce((sum, part) => sum + part.floor, 0n)
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  const lucky = new Set(byRemainder.slice(0, Number(rest)).map((part) => part.index))
  return parts.map((part) =>
    money(Number((part.floor + (lucky.has(part.index) ? 1n : 0n)) * sign), amount.currency),
  )
}
