/**
 * What is had by the month costs: each of the location's periods in advance, by what was known when it began, and a part of one by its days
 * (D-44, D-48). What becomes otherwise within a period that had begun, by a pause or because the space ended it at once, is one more cause of
 * that period: what it costs after all, less what it was thought to.
 */
import { asKnownBefore, dayOf, type Membership } from '../../memberships/membership.ts'
import { membershipsOf } from '../../memberships/memberships-of.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import {
  addDays,
  daysBetween,
  earlierOf,
  type LocalDate,
  laterOf,
} from '../../values/local-date.ts'
import { type Money, subtract } from '../../values/money.ts'
import { type BillingPeriod, nextPeriod, periodOf } from '../billing-period.ts'
import type { Charge } from '../charge.ts'
import { prorated } from '../prorate.ts'
import { type Addon, overOn } from './addon.ts'

/** Of all that a member has and had at a location, up to the period that begins with the end of the one that is billed. */
export function feesOfAddons(
  member: Parameters<typeof membershipsOf>[0],
  { site }: Pick<Catalogue, 'site'>,
  addons: readonly Addon[],
  period: BillingPeriod,
): readonly Charge[] {
  const { startsOn, billingDay } = site.billing
  if (startsOn === null) return []
  const own = addons.filter((one) => one.memberId === member.id && one.siteId === site.id)
  const memberships = membershipsOf(member)
  const here = memberships.filter(({ siteId }) => siteId === site.id)
  return own.flatMap((addon) => {
    const until = overOn(addon, memberships, billingDay)
    const from = laterOf(startsOn, addon.startsOn)
    return periodsOf(billingDay, from, paidBefore(addon, until), period.until).flatMap((one) =>
      feesOf({ addon, here, until }, one, laterOf(one.from, from)),
    )
  })
}

/** What is ended at once on the first day of a period may have been billed for it that morning. */
function paidBefore({ ended }: Addon, until: LocalDate | null): LocalDate | null {
  return until !== null && ended?.when === 'now' ? addDays(until, 1) : until
}

interface Had {
  readonly addon: Addon
  /** The member's memberships at its location. */
  readonly here: readonly Membership[]
  readonly until: LocalDate | null
}

/** A period as it was paid for in advance, and what has become otherwise since. */
function feesOf({ addon, here, until }: Had, period: BillingPeriod, from: LocalDate) {
  const { id, memberId, name, price } = addon
  const over = earlierOf(period.until, until ?? period.until)
  // Ended at once, it was paid for until the end of its period before that was said.
  const paidUntil = addon.ended?.when === 'now' ? period.until : over
  const known = here.map((one) => asKnownBefore(one, from))
  const inAdvance = { from, until: paidUntil }
  const amount = priceOf(price, period, inAdvance, known)
  const common = { kind: 'addon', memberId, on: from } as const
  const source = `addon/${id}/${period.from}`
  const fee: Charge = {
    ...{ ...common, source, amount },
    about: { kind: 'addon', name, ...inAdvance },
  }
  const isOtherwise = over < paidUntil || here.some((one) => isChangedIn(one, from, period.until))
  if (!isOtherwise) return [fee]
  const owed = priceOf(price, period, { from, until: over }, here)
  const later: Charge = {
    ...{ ...common, source: `${source}/later`, amount: subtract(owed, amount) },
    about: { kind: 'addon-change', name, ...inAdvance },
  }
  return [fee, later]
}

/** Nothing but a pause that spares it changes what it costs, or what ends or takes back one. */
function isChangedIn({ changes }: Membership, from: LocalDate, until: LocalDate): boolean {
  const isSpared = changes.some((one) => one.kind === 'pause' && one.terms.sparesAddons === true)
  return isSpared && changes.some(({ madeOn }) => from <= madeOn && madeOn < until)
}

/** Its days' share, without those that a pause spares. */
function priceOf(
  price: Money,
  period: BillingPeriod,
  { from, until }: BillingPeriod,
  here: readonly Membership[],
): Money {
  const spared = sparedDays(from, until, here)
  return prorated(price, period, { from, until: addDays(until, -spared) })
}

/** Days on which every membership that is there is paused, each by terms that spare what comes beside it. At most those of a period. */
function sparedDays(from: LocalDate, until: LocalDate, here: readonly Membership[]): number {
  let spared = 0
  for (let count = daysBetween(from, until); count > 0; count -= 1) {
    const date = addDays(until, -count)
    const days = here.map((one) => dayOf(one, date)).filter(({ tierId }) => tierId !== null)
    const isSpared =
      days.length > 0 && days.every(({ pause }) => pause?.terms.sparesAddons === true)
    if (isSpared) spared += 1
  }
  return spared
}

/** Those that have begun by `last`, without a hole, from the one in which it is had first to the one in which it is had last. */
function periodsOf(
  billingDay: number,
  from: LocalDate,
  until: LocalDate | null,
  last: LocalDate,
): readonly BillingPeriod[] {
  const periods: BillingPeriod[] = []
  let period = periodOf(billingDay, from)
  while (
    laterOf(period.from, from) <= last &&
    (until === null || laterOf(period.from, from) < until)
  ) {
    periods.push(period)
    period = nextPeriod(billingDay, period)
  }
  return periods
}
