/** How much somebody who takes a plan is asked for: its deposit, less what is kept or asked of them for that membership already. */
import type { Member } from '../../memberships/member.ts'
import type { Membership } from '../../memberships/membership.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { depositIdOf, type IntentId, type TierId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import { type LocalDate, laterOf } from '../../values/local-date.ts'
import { money } from '../../values/money.ts'
import { toWallTime } from '../../values/zone.ts'
import { periodOf } from '../billing-period.ts'
import { type FundStory, leftOf } from '../fund.ts'
import { feeOf } from '../memberships/fee-periods.ts'
import { type DepositAsk, isAsked } from './deposit.ts'

export interface KnownDeposits {
  readonly asks: readonly DepositAsk[]
  readonly funds: readonly FundStory[]
}

export const noDeposits: KnownDeposits = { asks: [], funds: [] }

export interface TakenPlan {
  readonly member: Pick<Member, 'id' | 'name' | 'teamId'>
  /** All of theirs, as they are with it. */
  readonly memberships: readonly Membership[]
  readonly membership: Pick<Membership, 'id' | 'siteId'>
  readonly tierId: TierId
  /** The day on which it takes effect. */
  readonly from: LocalDate
  /** Null where it begins. */
  readonly changeId: IntentId | null
  readonly known: KnownDeposits
}

/** Null where nothing is asked for beyond what is there. Where nothing is billed, nothing is asked for either. */
export function askForDeposit(
  { site, tiers, zone }: Pick<Catalogue, 'site' | 'tiers' | 'zone'>,
  taken: TakenPlan,
  now: Instant,
): DepositAsk | null {
  const { member, membership, tierId, changeId, from } = taken
  const { billing, currency } = site
  const wanted = feeOf(billing, tierId)?.depositMinor ?? 0
  const missing = wanted - thereFor(taken)
  if (billing.startsOn === null || missing <= 0) return null
  const today = toWallTime(zone, now).date
  const { id: memberId, teamId, name: payerName } = member
  return {
    ...{ id: depositIdOf(changeId ?? membership.id), siteId: site.id, memberId, payerName },
    payer: teamId === null ? { kind: 'member', memberId } : { kind: 'team', teamId },
    ...{ membershipId: membership.id, changeId, amount: money(missing, currency) },
    plan: tiers.find(({ id }) => id === tierId)?.name ?? '',
    ...{ askedOn: today, askedAt: now, standing: { state: 'open' } },
    dueOn: periodOf(billing.billingDay, laterOf(today, from)).until,
  }
}

/** What is asked of the change itself does not count: it is asked anew. */
function thereFor({ membership, memberships, changeId, known }: TakenPlan): number {
  const isOfIt = (id: string | undefined) => id === membership.id
  const asked = known.asks.filter(
    (one) => isOfIt(one.membershipId) && one.changeId !== changeId && isAsked(one, memberships),
  )
  const kept = known.funds.filter(
    ({ fund }) => fund.kind === 'deposit' && isOfIt(fund.membershipId),
  )
  return (
    asked.reduce((sum, { amount }) => sum + amount.amountMinor, 0) +
    kept.reduce((sum, story) => sum + leftOf(story).amountMinor, 0)
  )
}
