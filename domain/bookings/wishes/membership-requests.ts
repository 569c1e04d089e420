/** Wishes about memberships: by their member, or by the space for them, which then says why. */
import type {
  BookingId,
  IntentId,
  MemberId,
  MembershipId,
  SiteId,
  TierId,
} from '../../values/ids.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'

/** What becomes of each booking that the membership would not include any more. All must be named (D-47). */
export type MembershipResolutions = Readonly<Record<BookingId, 'keep' | 'cancel'>>

interface AboutMembership {
  readonly siteId: SiteId
  readonly membershipId: MembershipId
  /** Whose it is, where the space asks; null for one's own. */
  readonly forMemberId: MemberId | null
  /** The member reads it. Empty from themselves. */
  readonly reason: string
  /** What it was shown to cost of the period that runs, below zero what comes back; it is never made to cost more. */
  readonly quote: Money
  /** What a whole period was shown to cost with it, by its plan or paused; left out where it changes neither. */
  readonly shown?: Money
  readonly resolutions: MembershipResolutions
}

export interface MembershipBodies {
  /** Another plan, at once or from the next period on (D-44). */
  readonly 'membership.change': AboutMembership & {
    readonly tierId: TierId
    readonly when: 'now' | 'next'
  }
  /** By whole days, the last one not in it (D-70). */
  readonly 'membership.pause': AboutMembership & {
    readonly from: LocalDate
    readonly until: LocalDate
  }
  /** From today on it runs again. */
  readonly 'membership.resume': AboutMembership
  /** The first day on which it is not there; with it ends the billing (D-47). */
  readonly 'membership.end': AboutMembership & { readonly on: LocalDate }
  /** A change that has not taken effect. */
  readonly 'membership.take-back': AboutMembership & { readonly changeId: IntentId }
  /** By the space: the first, or one more beside others. */
  readonly 'membership.start': {
    readonly siteId: SiteId
    readonly memberId: MemberId
    readonly tierId: TierId
    readonly from: LocalDate
    readonly reason: string
  }
}
export type MembershipKind = keyof MembershipBodies
