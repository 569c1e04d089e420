/** A team: people under one account holder. Who manages it is told by their role; who reads and pays its bills is one of those. */
import type { TeamLimits } from '../../memberships/team-limits.ts'
import type { MemberId, SiteId, TeamId, TierId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { TeamWallet } from '../lots/lot.ts'

export interface Team {
  readonly id: TeamId
  /** Where it is at home: whoever is invited belongs there. */
  readonly siteId: SiteId
  readonly name: string
  /** Reads and pays its bills. */
  readonly managerId: MemberId
  /** The membership that comes with the team; null where it gives none. */
  readonly tierId: TierId | null
  /** How many people fit, those who are invited included; null where nobody counts. */
  readonly seats: number | null
  /** Who books with its passes, and whether they come first. */
  readonly wallet: TeamWallet
}

export interface TeamPerson {
  readonly memberId: MemberId
  readonly name: string
  readonly isManager: boolean
  /** They have not signed in yet. */
  readonly isInvited: boolean
  readonly tierId: TierId | null
  readonly limits: TeamLimits
}

/** Somebody who is a member already is asked first: their bookings would be the team's to pay, and its managers would see them. */
export interface TeamInvitation {
  readonly teamId: TeamId
  readonly siteId: SiteId
  readonly email: string
  readonly memberId: MemberId
  /** As whoever invites them calls them. */
  readonly name: string
  readonly invitedBy: MemberId
  readonly invitedAt: Instant
}

/** A team with everybody in it. */
export interface TeamStory {
  readonly team: Team
  readonly people: readonly TeamPerson[]
  readonly invitations: readonly TeamInvitation[]
}
