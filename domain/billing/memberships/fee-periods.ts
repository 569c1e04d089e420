/**
 * The periods of a membership's fee: months from the location's billing day, weeks and years from the membership's own first day. None of them
 * drifts: 31 January, 28 February, 31 March; 29 February, 28 February (D-45).
 */
import { asKnownBefore, dayOf, type Membership } from '../../memberships/membership.ts'
import type { BillingSettings, FeeRhythm, MembershipFee } from '../../sites/billing-settings.ts'
import type { TierId } from '../../values/ids.ts'
import {
  addDays,
  daysBetween,
  earlierOf,
  type LocalDate,
  toLocalDate,
} from '../../values/local-date.ts'
import { type BillingPeriod, periodOf } from '../billing-period.ts'

type Rhythms = Pick<BillingSettings, 'billingDay' | 'fees'>

export function feeOf(
  { fees }: Pick<Rhythms, 'fees'>,
  tierId: TierId | null,
): MembershipFee | null {
  return fees.find((fee) => fee.tierId === tierId) ?? null
}

/** Those from the one that a date lies in until the membership ends or `last` has passed. It changes its rhythm between two of them alone. */
export function feePeriods(
  membership: Membership,
  settings: Rhythms,
  from: LocalDate,
  last: LocalDate,
): readonly BillingPeriod[] {
  const begins = membership.startsOn ?? from
  const periods: BillingPeriod[] = []
  let anchor = begins
  let rhythm: FeeRhythm | null = null
  for (let date = begins; date <= last; ) {
    const { tierId } = dayOf(asKnownBefore(membership, date), date)
    if (tierId === null) break
    const per = feeOf(settings, tierId)?.per ?? 'month'
    if (per !== rhythm) anchor = date
    rhythm = per
    const period = periodFrom(per, settings.billingDay, anchor, date)
    if (period.until > from) periods.push(period)
    date = period.until
  }
  return periods
}

/** The one that a date lies in, whether it is paid or not; null where there is no membership then. */
export function feePeriodOn(
  membership: Membership,
  settings: Rhythms & Pick<BillingSettings, 'startsOn'>,
  date: LocalDate,
): BillingPeriod | null {
  const from = settings.startsOn !== null && settings.startsOn <= date ? settings.startsOn : date
  return feePeriods(membership, settings, from, date).at(-1) ?? null
}

function periodFrom(
  per: FeeRhythm,
  billingDay: number,
  anchor: LocalDate,
  date: LocalDate,
): BillingPeriod {
  switch (per) {
    case 'month':
      return periodOf(billingDay, date)
    case 'week': {
      const from = addDays(date, -(daysBetween(anchor, date) % 7))
      return { from, until: addDays(from, 7) }
    }
    case 'year': {
      const here = inYear(anchor, Number(date.slice(0, 4)))
      const from = here <= date ? here : inYear(anchor, Number(date.slice(0, 4)) - 1)
      return { from, until: inYear(anchor, Number(from.slice(0, 4)) + 1) }
    }
  }
}

/** The same day of another year: of 29 February the last day of the month. */
function inYear(anchor: LocalDate, year: number): LocalDate {
  const first = toLocalDate(`${year}-${anchor.slice(5, 7)}-01`)
  const nextFirst = toLocalDate(`${addDays(first, 31).slice(0, 7)}-01`)
  return earlierOf(addDays(first, Number(anchor.slice(8)) - 1), addDays(nextFirst, -1))
}
