/**
 * What lots cover of a booking once it is longer, shorter or elsewhere. What is owed by the policy is reckoned as if all were money; of that,
 * what lots cover is taken off again:
 *
 *   longer              what it used stays, more lots cover what is added as far as they reach
 *   given up in time    what it used is free, and is used again first
 *   given up too late   shorter: it goes on using what the policy does not give back; moved: that stays used for good, and the new time is
 *                       covered anew
 */
import type { Member } from '../../memberships/member.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import { add, type Money, subtract, zero } from '../../values/money.ts'
import type { Booking } from '../booking.ts'
import type { ChangeTerms } from '../cancellation/change-terms.ts'
import { coverOf } from './cover.ts'
import { keptUses, spent, worthOf } from './give-back.ts'
import type { LotUse, Wallet } from './lot.ts'

type Covered = Pick<Booking, 'id' | 'price' | 'owed' | 'covered' | 'payWith'>

/** A booking as if nothing of it were covered: what `change-terms` reckons with. */
export function inMoney<Of extends Covered>(booking: Of): Of {
  const { price, owed, covered } = booking
  const { currency } = price
  return {
    ...booking,
    price: add(price, worthOf(forTime(covered), currency)),
    owed: add(owed, worthOf(covered, currency)),
  }
}

export interface CoverChange {
  readonly booking: Covered
  /** What is owed by the policy as if all were money. */
  readonly terms: ChangeTerms
  readonly catalogue: Catalogue
  readonly member: Member
  /** Without what the booking itself uses, but for what is spent. */
  readonly wallet: Wallet
  readonly kind: ResourceKind
  readonly interval: Interval
  readonly isFreeMove: boolean
  readonly now: Instant
}

export interface CoveredTerms extends ChangeTerms {
  readonly covered: readonly LotUse[]
}

export function coverChange(change: CoverChange): CoveredTerms {
  const { booking, terms } = change
  if (terms.kind === 'same') return { ...terms, ...pricesOf(booking), covered: booking.covered }
  const had = forTime(booking.covered)
  const lost = booking.covered.filter(({ isSpent }) => isSpent)
  const { step, kind } = terms
  const isInTime = step === null || step.percent === 100 || change.isFreeMove
  if (isInTime) return settled(terms, coverAnew(change, had), lost)
  const before = inMoney(booking).price
  if (kind === 'shorter') {
    const freed = subtract(before, terms.price).amountMinor
    const whole = Math.max(1, before.amountMinor) * 100
    return settled(terms, keptUses(had, freed * step.percent, whole), lost)
  }
  const gone = spent(keptUses(had, step.percent, 100))
  // What is lost is used: the new time does not have it again.
  return settled(terms, coverAnew(withUses(change, gone), []), [...lost, ...gone])
}

function withUses(change: CoverChange, uses: readonly LotUse[]): CoverChange {
  const { wallet, booking, member, interval } = change
  const known = uses.map((use) => ({
    ...{ ...use, bookingId: booking.id },
    ...{ memberId: member.id, interval },
  }))
  return { ...change, wallet: { ...wallet, uses: [...wallet.uses, ...known] } }
}

/** What it uses for the time it has; the rest is spent on times it had. */
function forTime(covered: readonly LotUse[]): readonly LotUse[] {
  return covered.filter(({ isSpent }) => !isSpent)
}

function coverAnew(change: CoverChange, had: readonly LotUse[]): readonly LotUse[] {
  const { catalogue, member, wallet, kind, interval, now, terms, booking } = change
  const { payWith } = booking
  const place = { catalogue, member, wallet, kind, interval, payWith }
  return coverOf({ ...place, price: terms.price, had, now }).uses
}

function settled(
  terms: ChangeTerms,
  time: readonly LotUse[],
  lost: readonly LotUse[],
): CoveredTerms {
  const { currency } = terms.price
  const covered = [...time, ...lost]
  return {
    ...terms,
    price: less(terms.price, worthOf(time, currency)),
    owed: less(terms.owed, worthOf(covered, currency)),
    covered,
  }
}

function less(all: Money, covered: Money): Money {
  return covered.amountMinor >= all.amountMinor ? zero(all.currency) : subtract(all, covered)
}

function pricesOf({ price, owed }: Covered) {
  return { price, owed }
}
