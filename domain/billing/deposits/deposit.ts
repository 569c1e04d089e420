/**
 * A deposit that a plan asks for: who takes the plan is asked for it, pays it by card or otherwise, and gets it back when they leave. What was
 * asked for is a fact, with the amount that was shown; whether it is asked for still follows from the membership, so that what takes back a
 * change takes back what it asked for. Once it came it is a fund of the payer's (see `fund`).
 */
import type { Holder } from '../../memberships/holder.ts'
import { endOf, type Membership, tierChangesOf } from '../../memberships/membership.ts'
import {
  type DepositId,
  firstMembershipId,
  type IntentId,
  type MemberId,
  type MembershipId,
  type SiteId,
} from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import type { FundId } from '../fund.ts'

export interface DepositAsk {
  readonly id: DepositId
  readonly siteId: SiteId
  /** Who is asked: the member, or the team that pays for them. */
  readonly payer: Holder
  readonly payerName: string
  readonly memberId: MemberId
  readonly membershipId: MembershipId
  /** The change of plan that asked for it; null: the membership did when it began. */
  readonly changeId: IntentId | null
  /** The plan, as it was called then. */
  readonly plan: string
  readonly amount: Money
  readonly askedOn: LocalDate
  readonly askedAt: Instant
  /** The day of the first bill: from then on a card on file is charged for it. */
  readonly dueOn: LocalDate
  readonly standing: DepositStanding
}

export type DepositStanding =
  | { readonly state: 'open' }
  | { readonly state: 'paid'; readonly fundId: FundId }
  /** The space does without it, and says why. */
  | { readonly state: 'withdrawn'; readonly on: LocalDate; readonly reason: string }

/** Of whoever has no row of memberships none has ended. */
export function isAsked(
  { standing, membershipId, changeId, memberId }: DepositAsk,
  memberships: readonly Membership[],
): boolean {
  if (standing.state !== 'open') return false
  const membership = memberships.find(({ id }) => id === membershipId)
  if (membership === undefined) return membershipId === firstMembershipId(memberId)
  if (endOf(membership) !== null) return false
  return changeId === null || tierChangesOf(membership).some(({ id }) => id === changeId)
}

/** The first day on which it may go back, because its membership is over by then; null while that has no end. */
export function comesBackOn(
  membershipId: MembershipId | undefined,
  memberships: readonly Membership[],
): LocalDate | null {
  const membership = memberships.find(({ id }) => id === membershipId)
  return membership === undefined ? null : (endOf(membership)?.on ?? null)
}
