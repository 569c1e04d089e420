/**
 * A piece of news: what happened that a person is told outside of the app, by mail or push. It names facts and never repeats them, so that what is
 * sent is what is true when it is sent. Each is told once for what happened, person and way: `newsKey` is its identity.
 */
import type { BillingPeriod } from '../billing/billing-period.ts'
import type { FundId } from '../billing/fund.ts'
import type { SavedMethod } from '../billing/paying/pay-methods.ts'
import type { WishedGuest } from '../bookings/wishes/guest-wish.ts'
import type { NewsCategory } from '../memberships/news-choice.ts'
import type {
  AddonId,
  AnnouncementId,
  BillId,
  BookingId,
  DepositId,
  EventId,
  IntentId,
  LotId,
  MemberId,
  MembershipId,
  SiteId,
  TeamId,
  TicketId,
} from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'

/** How near the end of a card is. */
export type CardLead = 'month' | 'week'

export type Lead = 'hour' | 'day'

/** Of bookings that were settled together: one of them, or those of a series or a basket. */
export type BookingNewsKind =
  /** Booked, by its member or for them. */
  | 'booked'
  /** Booked, but not what was wished first: a fall-back, or the closest one. */
  | 'booked-instead'
  /** Held until its member confirms it. */
  | 'held'
  | 'not-confirmed'
  /** Held until its money is there, and not paid in that time. */
  | 'to-pay'
  | 'not-paid'
  | 'approved'
  | 'declined'
  | 'unanswered'
  /** Another time or place: by its member, or by the space. */
  | 'changed'
  | 'moved'
  | 'cancelled'
  | 'cancelled-by-space'
  | 'missed'
  /** A place became free for which they waited. */
  | 'offered'

/** Of a wish that became no booking. */
export type WishNewsKind = 'refused' | 'too-late' | 'dearer'

export type BillNewsKind =
  | 'billed'
  | 'paid'
  | 'paid-back'
  | 'credited'
  /** A card on file was declined, or its bank wants to ask its payer first. */
  | 'pay-failed'
  | 'pay-action'
  /** The days of dunning on which something changes (D-49). */
  | 'overdue'
  | 'blocked'
  /** What went back never arrived; the second for who keeps the books. */
  | 'refund-failed'
  | 'refund-failed-team'

/** Of an event: by one's own word, from the waiting list, or not yet. */
export type RsvpNewsKind = 'event-going' | 'event-came-in' | 'event-waiting'

/** For somebody whom a member brings: expected, expected elsewhere or at another time, not expected any more. */
export type GuestNewsKind = 'guest-invited' | 'guest-moved' | 'guest-off'

/** Of a membership: what was changed of it, by its member or by the space. */
export type PlanNewsKind =
  | 'plan-begins'
  | 'plan-changed'
  | 'plan-paused'
  | 'plan-resumed'
  | 'plan-ends'
  /** A change was taken back before it took effect. */
  | 'plan-kept'

/** Of a deposit: asked for, declined by a card, here, kept in part, gone back, and back again; the last one for who keeps the books. */
export type DepositNewsKind =
  | 'deposit-asked'
  | 'deposit-not-paid'
  | 'deposit-received'
  | 'deposit-kept'
  | 'deposit-returned'
  | 'deposit-not-returned'
  | 'deposit-not-returned-team'

/** Of what is had by the month: taken, ended by its member, and ended by the space. */
export type AddonNewsKind = 'addon-taken' | 'addon-ends' | 'addon-ended-by-space'

export type News =
  | {
      readonly kind: BookingNewsKind
      readonly bookingIds: readonly BookingId[]
      /** Which change of the first of them it is about. */
      readonly revision: number
    }
  | {
      readonly kind: 'reminder'
      readonly bookingId: BookingId
      readonly startsAt: Instant
      readonly lead: Lead
    }
  | { readonly kind: WishNewsKind; readonly intentId: IntentId }
  /** `cause` is the payment, attempt, refund or credit note, or the day of dunning; the bill itself where it was issued. */
  | { readonly kind: BillNewsKind; readonly billId: BillId; readonly cause: string }
  /** `cause` is the wish that changed it. */
  | { readonly kind: PlanNewsKind; readonly membershipId: MembershipId; readonly cause: IntentId }
  /** `cause` is what moved it, or the attempt; itself where it was asked for or came. */
  | {
      readonly kind: DepositNewsKind
      readonly depositId: FundId | DepositId
      readonly cause: string
    }
  /** `cause` is the wish that took or ended it. */
  | { readonly kind: AddonNewsKind; readonly addonId: AddonId; readonly cause: IntentId }
  /** `order` tells each time that somebody asks for a place. */
  | { readonly kind: RsvpNewsKind; readonly eventId: EventId; readonly order: number }
  | {
      readonly kind: 'event-moved' | 'event-off'
      readonly eventId: EventId
      readonly revision: number
    }
  /** The team tells those who come something, in the words of that wish. */
  | { readonly kind: 'event-word'; readonly eventId: EventId; readonly intentId: IntentId }
  | {
      readonly kind: 'event-reminder'
      readonly eventId: EventId
      readonly startsAt: Instant
      readonly lead: Lead
    }
  /** Somebody's word about an event that came to nothing. */
  | { readonly kind: 'event-refused'; readonly intentId: IntentId }
  /** To a guest of its member. Who is not expected any more stands nowhere else: their address is forgotten once they were told. */
  | {
      readonly kind: GuestNewsKind
      readonly bookingId: BookingId
      readonly revision: number
      readonly guest: Pick<WishedGuest, 'id' | 'name' | 'email'>
    }
  /** What the team wants its members to know; the first edition of it where none is named. */
  | {
      readonly kind: 'announced'
      readonly announcementId: AnnouncementId
      readonly edition?: number
    }
  /** What the next bill of a payer will come to. */
  | { readonly kind: 'renewal'; readonly payer: string; readonly period: BillingPeriod }
  | {
      readonly kind: 'card-ending'
      readonly payer: string
      readonly methodId: string
      readonly expires: NonNullable<SavedMethod['expires']>
      readonly lead: CardLead
    }
  /** Passes that end soon, with something left of them. */
  | { readonly kind: 'expiring'; readonly lotId: LotId; readonly expiresAt: Instant }
  /** Somebody of the team has answered a ticket. */
  | { readonly kind: 'answered'; readonly ticketId: TicketId; readonly entry: number }
  /** Another member wrote; `after` is how far the thread was read, so that it is told once until it is read. */
  | { readonly kind: 'message'; readonly from: MemberId; readonly after: number }
  /** The team has something to say about what they wrote. */
  | { readonly kind: 'message-word'; readonly at: Instant }
  | { readonly kind: 'welcome'; readonly siteId: SiteId }
  | {
      readonly kind: 'team-invited'
      readonly teamId: TeamId
      readonly by: MemberId
      readonly at: Instant
    }

export type NewsKind = News['kind']

/** When it leaves: at once, in a moment that may settle it, by day in a moment in which it may be read, at once but for quiet hours, or, of what nobody waits for, with the rest of the day (N-10). */
export type Urgency = 'now' | 'soon' | 'if-unread' | 'by-day' | 'may-wait'

interface About {
  readonly category: NewsCategory
  readonly urgency: Urgency
}

const ofBookings: About = { category: 'bookings', urgency: 'now' }
const ofEvents: About = { category: 'events', urgency: 'now' }
const ofMoney: About = { category: 'money', urgency: 'now' }
const ofMoneyAhead: About = { category: 'money', urgency: 'by-day' }
const ofPlan: About = { category: 'membership', urgency: 'now' }

/** Every kind there is. A kind of the union that is missing here fails to compile, and so does one that is not in it. */
export const newsKinds: { readonly [Kind in NewsKind]: About } = {
  booked: ofBookings,
  'booked-instead': ofBookings,
  held: ofBookings,
  'not-confirmed': ofBookings,
  // A card on file is charged by itself: then there is nothing to do.
  'to-pay': { category: 'bookings', urgency: 'soon' },
  'not-paid': ofBookings,
  approved: ofBookings,
  declined: ofBookings,
  unanswered: ofBookings,
  changed: ofBookings,
  moved: ofBookings,
  cancelled: ofBookings,
  'cancelled-by-space': ofBookings,
  missed: ofBookings,
  offered: ofBookings,
  refused: ofBookings,
  'too-late': ofBookings,
  dearer: ofBookings,
  reminder: { category: 'reminders', urgency: 'now' },
  billed: ofMoney,
  paid: ofMoney,
  'paid-back': ofMoney,
  credited: ofMoney,
  'pay-failed': ofMoney,
  'pay-action': ofMoney,
  overdue: ofMoneyAhead,
  blocked: ofMoneyAhead,
  'refund-failed': ofMoney,
  'refund-failed-team': ofMoney,
  'deposit-asked': ofMoney,
  'deposit-not-paid': ofMoney,
  'deposit-received': ofMoney,
  'deposit-kept': ofMoney,
  'deposit-returned': ofMoney,
  'deposit-not-returned': ofMoney,
  'deposit-not-returned-team': ofMoney,
  'plan-begins': ofPlan,
  'plan-changed': ofPlan,
  'plan-paused': ofPlan,
  'plan-resumed': ofPlan,
  'plan-ends': ofPlan,
  'plan-kept': ofPlan,
  'addon-taken': ofPlan,
  'addon-ends': ofPlan,
  'addon-ended-by-space': ofPlan,
  'event-going': ofEvents,
  'event-came-in': ofEvents,
  'event-waiting': ofEvents,
  'event-moved': ofEvents,
  'event-off': ofEvents,
  'event-refused': ofEvents,
  'event-word': ofEvents,
  'event-reminder': { category: 'reminders', urgency: 'now' },
  announced: { category: 'events', urgency: 'may-wait' },
  renewal: ofMoneyAhead,
  'card-ending': ofMoneyAhead,
  expiring: { category: 'money', urgency: 'may-wait' },
  answered: { category: 'help', urgency: 'now' },
  message: { category: 'messages', urgency: 'if-unread' },
  'message-word': { category: 'membership', urgency: 'now' },
  welcome: { category: 'membership', urgency: 'now' },
  'team-invited': { category: 'membership', urgency: 'now' },
  'guest-invited': ofBookings,
  'guest-moved': ofBookings,
  'guest-off': ofBookings,
}

export function isNewsKind(text: unknown): text is NewsKind {
  return typeof text === 'string' && Object.hasOwn(newsKinds, text)
}
