/** A member's question to the team, and all that was said and done about it, in the order in which it was. */
import type {
  TicketAbout,
  TicketCategory,
  TicketPhoto,
  TicketState,
} from '../bookings/wishes/support-requests.ts'
import type { MemberId, OutageId, SiteId, TicketId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'

export interface Ticket {
  readonly id: TicketId
  readonly siteId: SiteId
  readonly memberId: MemberId
  /** What people call it, rising within the location; 0 until it is written, where it is given. */
  readonly number: number
  readonly category: TicketCategory
  readonly state: TicketState
  readonly about: TicketAbout
  /** How it reached the space; `staff` logged it for its member. */
  readonly via: Channel | 'staff'
  readonly openedAt: Instant
  /** When the team should have answered for the first time, within opening hours. */
  readonly replyBy: Instant
  readonly repliedAt: Instant | null
  readonly assignedTo: MemberId | null
  /** A known problem that it is about: it is resolved with it. */
  readonly outageId: OutageId | null
  readonly lastAt: Instant
  readonly entries: number
}

export type Channel = 'app' | 'mail'

/** One thing that was said or done; it never changes. */
export type TicketEntry = EntryFacts & EntryBody

export interface EntryFacts {
  readonly ticketId: TicketId
  /** From 1 on. */
  readonly n: number
  readonly at: Instant
  /** Null where the space itself did it. */
  readonly by: MemberId | null
  /** Of the team, for the team: somebody of the staff may also ask for themselves. */
  readonly isOfTeam: boolean
}

export type EntryBody =
  | {
      readonly kind: 'said'
      readonly text: string
      readonly photos: readonly TicketPhoto[]
      readonly via: Channel
    }
  /** Never leaves the team. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'state'; readonly state: TicketState }
  /** Within the team too. */
  | { readonly kind: 'assigned'; readonly to: MemberId | null }

/** What its member may read of it. Whatever is not named here stays with the team. */
export function isForMember({ kind }: Pick<TicketEntry, 'kind'>): boolean {
  switch (kind) {
    case 'said':
    case 'state':
      return true
    case 'note':
    case 'assigned':
      return false
  }
}
