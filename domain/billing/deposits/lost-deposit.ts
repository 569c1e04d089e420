/**
 * The bank of a card left a deposit, or a part of it, with its payer: so much of it is given back, and is no loss. First what was on its way to
 * the card and was never made, then what is still kept; what the space has used by then is its loss.
 */
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { type Money, money, subtract } from '../../values/money.ts'
import { type Fund, type FundMove, type FundStory, leftOf } from '../fund.ts'
import { coverOf, type Dispute } from '../paying/dispute.ts'
import type { Refund } from '../paying/refund.ts'
import { cameBack, returnToCard } from './decide-deposit.ts'

export interface LostDeposit {
  readonly moves: readonly FundMove[]
  /** `covered`: what had left the deposit already and is with the payer. */
  readonly taken: readonly { readonly refund: Refund; readonly covered?: Money }[]
  /** What was on its way and the bank did not take: it is kept again, and goes back by hand. */
  readonly back: readonly Fund[]
}

export function lostDeposit(
  story: FundStory,
  about: {
    readonly disputes: readonly Dispute[]
    readonly refunds: readonly Refund[]
    /** Of `refunds`, by id, those that wait and were never made. */
    readonly unmade: readonly string[]
    readonly paymentRef: string
    readonly on: LocalDate
    readonly now: Instant
  },
): LostDeposit {
  const { disputes, refunds, unmade, paymentRef, on, now } = about
  const { id: fundId, amount } = story.fund
  let cover = coverOf(fundId, disputes, refunds)
  const part = (most: Money) => {
    const minor = Math.min(cover, Math.max(0, most.amountMinor))
    cover -= minor
    return money(minor, amount.currency)
  }
  const waiting = refunds.filter(({ id, state }) => state === 'created' && unmade.includes(id))
  const covered = waiting
    .map((refund) => ({ refund, covered: part(refund.amount) }))
    .filter((one) => one.covered.amountMinor > 0)
  const kept = part(leftOf(story))
  const given =
    kept.amountMinor === 0
      ? null
      : returnToCard(story, kept, paymentRef, { on, now, reference: '' })
  return {
    moves: given === null ? [] : [{ ...given.move, method: 'bank-took' }],
    taken: [
      ...covered.map(({ refund, covered: part }) => ({
        refund: { ...refund, state: 'taken' as const, on },
        covered: part,
      })),
      ...(given === null ? [] : [{ refund: { ...given.refund, state: 'taken' as const } }]),
    ],
    back: covered.flatMap(({ refund, covered: part }) => {
      const rest = subtract(refund.amount, part)
      return rest.amountMinor === 0 ? [] : [cameBack(story, refund.id, rest, on, now)]
    }),
  }
}
