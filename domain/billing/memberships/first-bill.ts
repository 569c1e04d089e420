/** What whoever joins today is billed first, said to them before they do. */
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Redemption } from '../../sites/promo.ts'
import { firstMembershipId, type MemberId, type TierId, toId } from '../../values/ids.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { draftBill } from '../bill.ts'
import { periodOf } from '../billing-period.ts'
import { noDays } from '../days/day-lines.ts'
import { feesOf } from '../fees.ts'

export interface FirstBill {
  /** The day from which it is issued. */
  readonly on: LocalDate
  /** Taxes included. */
  readonly total: Money
}

/** Nobody yet: what they are billed does not depend on who they are. */
const somebody: MemberId = toId('member', 'mem_joining')

/** The days of the period that runs, and the next in advance (D-44). Null where nothing is billed, or it costs nothing. */
export function firstBillOf(
  { site, tiers }: Pick<Catalogue, 'site' | 'tiers'>,
  tierId: TierId,
  today: LocalDate,
  /** Of somebody: what they redeem with it. */
  promos: readonly Redemption[] = [],
): FirstBill | null {
  const { billing: settings, currency, id: siteId } = site
  if (settings.startsOn === null) return null
  const period = periodOf(settings.billingDay, today)
  const membership = {
    ...{ id: firstMembershipId(somebody), siteId, tierId, startsOn: today, changes: [] },
  }
  const facts = { memberId: somebody, membership, settings, tiers, currency }
  const { total } = draftBill({
    ...{ siteId, settings, currency, period, payer: { kind: 'member', memberId: somebody } },
    ...{ payerName: '', charges: feesOf(facts, period), memberNames: new Map() },
    ...{ billed: new Map(), days: noDays, credits: [], promos, billTo: null },
  })
  return total.amountMinor === 0 ? null : { on: period.until, total }
}
