/**
 * What a member or a team may book with besides money: an amount of minutes, days, half-days or entries of some kinds of places, until some
 * day. What is left of a lot is never kept as a number: it is the amount less what bookings say they use, so that a booking and what it uses
 * are one fact.
 */
import type { Holder } from '../../memberships/holder.ts'
import type { LotUnit } from '../../sites/pass-offer.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import type { BookingId, LotId, MemberId, SiteId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import type { Share } from './shares.ts'

/**
 * Where it comes from: the membership's allowance of a period, a pass that was bought, a gift of the space, or what came back from a cancelled
 * booking when its own time was over.
 */
export type LotSource = 'plan' | 'purchase' | 'gift' | 'grace'

export interface Lot {
  readonly id: LotId
  readonly siteId: SiteId
  readonly holder: Holder
  /** As members read it: what the pass was called. Empty where the words say it: an allowance, what came back. */
  readonly name: string
  readonly kinds: readonly ResourceKind[]
  readonly unit: LotUnit
  /** All it was given, less what the space took back. */
  readonly amount: number
  readonly validFrom: Instant
  readonly expiresAt: Instant | null
  readonly source: LotSource
  /** What is owed for a pass that was bought; zero for everything else. */
  readonly owed: Money
  /** What it was given for, in the words of whoever gave it; empty where nobody did. */
  readonly reason: string
}

/** A lot as it is known somewhere. */
export interface KnownLot extends Lot {
  /** Used by bookings that are not known there: those of long ago, and of teammates. */
  readonly usedElsewhere: number
  /** What of that each teammate used; only for whoever manages the team that holds it. */
  readonly usedBy?: readonly Share[]
}

/** What a booking tells of a lot for good: the lot itself may be gone when somebody asks. */
export type UsedLot = Pick<
  Lot,
  'id' | 'holder' | 'name' | 'kinds' | 'unit' | 'source' | 'expiresAt'
>

/** What a booking uses of one lot. */
export interface LotUse {
  readonly lot: UsedLot
  readonly amount: number
  /** For a day: which one, and the how many-th pass of that member on it. All bookings of one day pass name the same (D-21). */
  readonly day: PassDay | null
  /** What it saves: so much of what the time costs is not owed. */
  readonly worth: Money
  /** It stays used whatever becomes of the booking: the time it was for was given up too late. */
  readonly isSpent: boolean
}

export interface PassDay {
  readonly on: LocalDate
  readonly nth: number
}

/** A use with the booking that it is of. */
export interface KnownUse extends LotUse {
  readonly bookingId: BookingId
  readonly memberId: MemberId
  readonly interval: Interval
}

/** What pays for a booking: the member's own lots, their team's, or money alone. */
export const payWiths = ['personal', 'team', 'money'] as const
export type PayWith = (typeof payWiths)[number]

/** Who of a team books with its lots, and whether that is what is offered first. */
export interface TeamWallet {
  readonly usedBy: 'everybody' | 'manager'
  readonly isFirst: boolean
}

/** All that a member may book with, besides the allowances that follow from their tier. */
export interface Wallet {
  readonly lots: readonly KnownLot[]
  readonly uses: readonly KnownUse[]
  /** Null for somebody without a team. */
  readonly team: TeamWallet | null
}

export const emptyWallet: Wallet = { lots: [], uses: [], team: null }
