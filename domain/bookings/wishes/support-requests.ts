/** Wishes about help: a member's tickets, and what the team does about them. */
import type {
  ArticleId,
  BillId,
  BookingId,
  MemberId,
  OutageId,
  ResourceId,
  SiteId,
  TicketId,
} from '../../values/ids.ts'

export const ticketCategories = {
  maintenance: 'maintenance',
  billing: 'billing',
  access: 'access',
  general: 'general',
} as const
export type TicketCategory = (typeof ticketCategories)[keyof typeof ticketCategories]

export const ticketStates = {
  open: 'open',
  'in-progress': 'in-progress',
  resolved: 'resolved',
} as const
export type TicketState = (typeof ticketStates)[keyof typeof ticketStates]

export const articleStates = {
  draft: 'draft',
  published: 'published',
  retired: 'retired',
} as const
export type ArticleState = (typeof articleStates)[keyof typeof articleStates]

/** A picture as the space keeps it: the names of its two sizes. */
export interface TicketPhoto {
  readonly full: string
  readonly small: string
  readonly width: number
  readonly height: number
}

/** What a ticket is about, beside its words. */
export interface TicketAbout {
  readonly resourceId: ResourceId | null
  readonly bookingId: BookingId | null
  readonly billId: BillId | null
}

export interface TicketRequest {
  readonly siteId: SiteId
  readonly category: TicketCategory
  readonly text: string
  readonly about: TicketAbout
  /** Staff log one for a member who came to the desk. */
  readonly forMemberId: MemberId | null
}

export interface ArticleText {
  readonly id: ArticleId
  readonly language: string
  /** The article that this says in another language. */
  readonly translates: ArticleId | null
  readonly category: TicketCategory
  readonly title: string
  readonly body: string
  readonly state: ArticleState
}

export interface SavedReply {
  readonly title: string
  readonly text: string
}

export interface SupportSettings {
  /** Opening hours until somebody answers, by category. */
  readonly replyHours: Readonly<Record<TicketCategory, number>>
  readonly savedReplies: readonly SavedReply[]
}

/**
 * The number of the last entry that the team's device knew, 0 for none: what was said behind it was not read by whoever answers or closes.
 * Members say none: to their own request they may always say more.
 */
export type SeenUpTo = number

export interface SupportBodies {
  readonly 'ticket.open': TicketRequest
  readonly 'ticket.reply': {
    readonly ticketId: TicketId
    readonly text: string
    readonly photos: readonly TicketPhoto[]
    readonly seen?: SeenUpTo
  }
  /** A member resolves and opens again; the team also says that it works on it. */
  readonly 'ticket.set-state': {
    readonly ticketId: TicketId
    readonly state: TicketState
    readonly seen?: SeenUpTo
  }
  /** For the team alone. */
  readonly 'ticket.note': { readonly ticketId: TicketId; readonly text: string }
  /** `from` is who had it when it was looked at: of two who take it, one is told. */
  readonly 'ticket.assign': {
    readonly ticketId: TicketId
    readonly from: MemberId | null
    readonly to: MemberId | null
  }
  readonly 'outage.announce': {
    readonly siteId: SiteId
    readonly outageId: OutageId
    readonly resourceIds: readonly ResourceId[]
    readonly text: string
  }
  /** Its tickets are resolved with it. */
  readonly 'outage.end': { readonly siteId: SiteId; readonly outageId: OutageId }
  /** `revision` is that of the article it was made from; 0 of a new one. */
  readonly 'article.save': {
    readonly siteId: SiteId
    readonly article: ArticleText
    readonly revision: number
  }
  readonly 'articles.order': { readonly siteId: SiteId; readonly articleIds: readonly ArticleId[] }
  /** An answer was found while a ticket was written, and none was needed. */
  readonly 'article.solved': { readonly siteId: SiteId; readonly articleId: ArticleId }
  readonly 'support.save': { readonly siteId: SiteId; readonly settings: SupportSettings }
}
