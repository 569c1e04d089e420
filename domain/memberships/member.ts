import type { MemberRole } from '../access/role.ts'
import type { MemberId, ResourceId, SiteId, TeamId, TierId } from '../values/ids.ts'
import type { LocalDate } from '../values/local-date.ts'
import type { Consent } from './consent.ts'
import type { Membership } from './membership.ts'
import type { NewsChoice } from './news-choice.ts'
import type { TeamLimits } from './team-limits.ts'

/** A bill of which something is open after a card was declined. */
export interface UnpaidBill {
  readonly siteId: SiteId
  readonly since: LocalDate
}

/** What a member's own device knows of them: the section `me` of `member/<id>`. */
export interface Member {
  readonly id: MemberId
  readonly name: string
  readonly email: string
  readonly role: MemberRole
  /** What the first of their memberships is today. */
  readonly tierId: TierId | null
  /** The first day of their membership, which its first period is counted from; null where it has been there for long. */
  readonly tierSince: LocalDate | null
  /** With what was changed of them and what will be. Empty for whoever has no more than their tier, as it is. */
  readonly memberships: readonly Membership[]
  readonly teamId: TeamId | null
  /** What their team lets them use; nothing is counted for whoever is in none. */
  readonly teamLimits: TeamLimits
  /** The house rules they have said yes to. */
  readonly consents: readonly Consent[]
  /** They let others see where they sit. */
  readonly isFindable: boolean
  /** Bills of theirs, or of their team, whose card was declined: since when, and where. */
  readonly unpaid: readonly UnpaidBill[]
  /** How they want to be told of what. */
  readonly news: NewsChoice
  /** Sites whose documents they may read; the first is home. */
  readonly siteIds: readonly SiteId[]
  /** Resources held by contract, by themselves or by their team. */
  readonly assigned: readonly ResourceId[]
}
