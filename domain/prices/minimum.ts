/**
 * The least that a card is charged, by currency: less costs more to move than it is. What a bill asks for below it waits for the next bill.
 * The numbers are those of the processor where they are known to us, and half a unit elsewhere.
 */
import type { Currency, Money } from '../values/money.ts'

const known: Readonly<Record<Currency, number>> = {
  ...{ GBP: 30, CZK: 1500, DKK: 250, HUF: 17_500, MXN: 1000, NOK: 300, PLN: 200, RON: 200 },
  ...{ SEK: 300, HKD: 400, MYR: 200, THB: 1000, AED: 200, JPY: 50, KRW: 500, CLP: 500 },
}

const USUAL = 50

export function chargeMinimum(currency: Currency): number {
  return known[currency] ?? USUAL
}

export function isChargeable({ amountMinor, currency }: Money): boolean {
  return amountMinor >= chargeMinimum(currency)
}
