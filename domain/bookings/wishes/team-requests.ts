/** Wishes about a team: who is in it, what each may use, and who books with its passes. */
import type { TeamLimits } from '../../memberships/team-limits.ts'
import type { BookingId, MemberId, ResourceId, SiteId, TeamId, TierId } from '../../values/ids.ts'
import type { IsoWeek, LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import type { PayWith, TeamWallet } from '../lots/lot.ts'
import type { Choice } from './intent.ts'

/** As the space sets it up. */
export interface TeamText {
  readonly id: TeamId
  readonly name: string
  readonly managerId: MemberId
  readonly tierId: TierId | null
  readonly seats: number | null
}

/** A day at a desk, as it stood in the draft of whoever sent it, with what it was shown to cost. */
export interface SentDesk {
  readonly memberId: MemberId
  readonly on: LocalDate
  /** The desk that its person likes; null for any. */
  readonly liked: ResourceId | null
  readonly choice: Choice
  readonly quote: Money
}

interface AboutTeam {
  readonly teamId: TeamId
}

export interface TeamBodies {
  readonly 'team.save': { readonly siteId: SiteId; readonly team: TeamText }
  readonly 'team.invite': AboutTeam & { readonly email: string; readonly name: string }
  /** Somebody who was asked, and has not answered. */
  readonly 'team.uninvite': AboutTeam & { readonly email: string }
  /** By whoever was asked. */
  readonly 'team.answer': AboutTeam & { readonly accepts: boolean }
  /** With what becomes of each of their bookings ahead. All must be named, or it is refused. */
  readonly 'team.remove': AboutTeam & {
    readonly memberId: MemberId
    readonly bookings: Readonly<Record<BookingId, 'keep' | 'cancel'>>
  }
  readonly 'team.set-manager': AboutTeam & {
    readonly memberId: MemberId
    readonly isManager: boolean
  }
  readonly 'team.limit': AboutTeam & { readonly memberId: MemberId; readonly limits: TeamLimits }
  readonly 'team.wallet': AboutTeam & { readonly wallet: TeamWallet }
  /** All desks of a planned week, in the order in which they are decided. */
  readonly 'week.send': AboutTeam & {
    readonly siteId: SiteId
    readonly week: IsoWeek
    readonly desks: readonly SentDesk[]
    readonly payWith: PayWith
  }
}
