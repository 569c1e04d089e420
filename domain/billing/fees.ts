/** What a membership costs, month by month: in advance, and by days where it began within a month (D-44, D-48). */

import type { Tier } from '../memberships/tier.ts'
import type { BillingSettings } from '../sites/billing-settings.ts'
import type { MemberId } from '../values/ids.ts'
import { type LocalDate, laterOf } from '../values/local-date.ts'
import { type Currency, money } from '../values/money.ts'
import { type BillingPeriod, nextPeriod, periodOf } from './billing-period.ts'
import type { Charge } from './charge.ts'
import { prorated } from './prorate.ts'

export interface Membership {
  readonly memberId: MemberId
  readonly tier: Tier | null
  /** Its first day; null where it has been there for long. */
  readonly since: LocalDate | null
}

/** Every month that began by the end of the period: the one after it is paid in advance, and none before it is forgotten. */
export function feesOf(
  { memberId, tier, since }: Membership,
  settings: BillingSettings,
  currency: Currency,
  period: BillingPeriod,
): readonly Charge[] {
  const fee = settings.fees.find(({ tierId }) => tierId === tier?.id)
  if (tier === null || fee === undefined || settings.startsOn === null) return []
  if (fee.monthlyMinor === 0) return []
  const { startsOn, billingDay } = settings
  const begins = since !== null && since > startsOn ? since : startsOn
  const charges: Charge[] = []
  for (
    let month = periodOf(billingDay, begins);
    month.from <= period.until;
    month = nextPeriod(billingDay, month)
  ) {
    const from = laterOf(month.from, begins)
    if (from > period.until) break
    charges.push({
      ...{ source: feeSource(memberId, month), kind: 'membership', memberId, on: from },
      amount: prorated(money(fee.monthlyMinor, currency), month, { ...month, from }),
      about: { kind: 'fee', tier: tier.name, from, until: month.until },
    })
  }
  return charges
}

/** A member pays once for a month, whatever it cost when it was billed. */
export function feeSource(memberId: MemberId, { from }: BillingPeriod): string {
  return `fee/${memberId}/${from}`
}
