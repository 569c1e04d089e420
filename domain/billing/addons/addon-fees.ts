/** What is had by the month costs: each of the location's periods in advance, and a part of one by its days (D-44, D-48). */
import { membershipsOf } from '../../memberships/memberships-of.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { earlierOf, type LocalDate, laterOf } from '../../values/local-date.ts'
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
  return own.flatMap((addon) => {
    const until = overOn(addon, membershipsOf(member), billingDay)
    const from = laterOf(startsOn, addon.startsOn)
    return periodsOf(billingDay, from, until, period.until).map((one) =>
      feeOf(addon, one, laterOf(one.from, from), earlierOf(one.until, until ?? one.until)),
    )
  })
}

function feeOf(addon: Addon, period: BillingPeriod, from: LocalDate, until: LocalDate): Charge {
  const { id, memberId, name, price } = addon
  return {
    ...{ source: `addon/${id}/${period.from}`, kind: 'addon', memberId, on: from },
    amount: prorated(price, period, { from, until }),
    about: { kind: 'addon', name, from, until },
  }
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
