/** What a booking goes on using once it is given up, whole or in part. The rest is back in its lots by itself: nobody uses it any more. */
import { add, type Money, multiplyHalfUp, zero } from '../../values/money.ts'
import type { LotUse } from './lot.ts'

/**
 * `part` of `whole` of each use comes back. Of minutes every one; days and entries come back whole or not at all, so they come back only where
 * all does.
 */
export function keptUses(uses: readonly LotUse[], part: number, whole: number): readonly LotUse[] {
  return uses.flatMap((use) => {
    if (use.isSpent) return [use]
    const back = backOf(use, part, whole)
    if (back === 0) return [use]
    const amount = use.amount - back
    if (amount === 0) return []
    return [{ ...use, amount, worth: multiplyHalfUp(use.worth, amount, use.amount) }]
  })
}

function backOf({ amount, lot }: LotUse, part: number, whole: number): number {
  const back = Math.floor((amount * part) / whole)
  return lot.unit === 'minutes' || back === amount ? back : 0
}

/** The same, as what was lost: it stays used whatever becomes of the booking. */
export function spent(uses: readonly LotUse[]): readonly LotUse[] {
  return uses.map((use) => ({ ...use, isSpent: true }))
}

export function worthOf(uses: readonly LotUse[], currency: Money['currency']): Money {
  return uses.reduce((sum, { worth }) => add(sum, worth), zero(currency))
}
