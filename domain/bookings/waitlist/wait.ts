/**
 * Somebody waits until a place becomes free: one place at one time, or, as a standing order, any of some places on some weekdays. A wait
 * is a fact of the space; waiting costs nothing, and its end says how it ended.
 */
import type { BookingId, IntentId, MemberId, ResourceId, SiteId, WaitId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import type { LocalDate, Weekday } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import type { SeriesPlace } from '../booking.ts'
import type { PayWith } from '../lots/lot.ts'
import type { Choice } from '../wishes/intent.ts'
import type { TimeSpan } from '../wishes/times-of-day.ts'

export interface WaitFacts {
  readonly id: WaitId
  readonly intentId: IntentId
  readonly siteId: SiteId
  readonly memberId: MemberId
  /** One place for a wait; any of them, in this order, for a standing order. */
  readonly resourceIds: readonly ResourceId[]
  /** The time that is waited for; for a standing order from its first day to the end of its last. */
  readonly interval: Interval
  readonly wall: Choice['wall']
  readonly people: number
  /** What the booking that it ends in will say, and what pays for it. */
  readonly note: string
  readonly payWith: PayWith
  /** The most it may cost. Null where the price is read when it is offered. */
  readonly ceiling: Money | null
  /** Null for a wait: it is offered its place. A standing order is given what it asks for. */
  readonly standing: Standing | null
  /** Which date of which series it is for, so that the booking it ends in belongs there; null for a wait by itself. */
  readonly series: SeriesPlace | null
  readonly joinedAt: Instant
}

/** "Tuesdays or Wednesdays, nine to five, until eight that morning, four times at most" (D-73). */
export interface Standing {
  readonly weekdays: readonly Weekday[]
  readonly from: LocalDate
  /** The last day that is looked at. */
  readonly until: LocalDate
  readonly span: TimeSpan
  /** Minutes after the midnight of the day from which it is not looked for any more; null: until it begins. */
  readonly stopsAt: number | null
  /** So many bookings at most. */
  readonly count: number
  /** What it was given, one a day at most: a day whose booking was cancelled is not tried again. */
  readonly had: readonly HadDay[]
}

export interface HadDay {
  readonly date: LocalDate
  readonly bookingId: BookingId
}

export type Wait = WaitFacts &
  (
    | { readonly state: 'waiting' }
    /** Its place is held for it: the offer is that booking. */
    | { readonly state: 'offered'; readonly offer: Offer }
    | { readonly state: 'over'; readonly endedAt: Instant; readonly ending: WaitEnding }
  )

export interface Offer {
  readonly bookingId: BookingId
  readonly expiresAt: Instant
}

export type WaitEnding =
  /** It was offered and taken; or a standing order has had all it asked for. */
  | { readonly because: 'booked' }
  /** The offer ran out unanswered. */
  | { readonly because: 'missed'; readonly bookingId: BookingId }
  /** Its member left, or said no to the offer. */
  | { readonly because: 'left'; readonly bookingId: BookingId | null }
  /** Staff took it off the list; the member reads why. */
  | { readonly because: 'removed'; readonly reason: string }

export type StandingOrder = Wait & { readonly standing: Standing }

export function isOrder(wait: Wait): wait is StandingOrder {
  return wait.standing !== null
}

/** Who may still be given something: it is neither over nor past. */
export function isOpen(wait: Wait, now: Instant): boolean {
  return wait.state !== 'over' && wait.interval.endsAt > now
}

/** A wait's facts without the fields of its state. */
export function waitFacts(wait: Wait): WaitFacts {
  return {
    id: wait.id,
    intentId: wait.intentId,
    siteId: wait.siteId,
    memberId: wait.memberId,
    resourceIds: wait.resourceIds,
    interval: wait.interval,
    wall: wait.wall,
    people: wait.people,
    note: wait.note,
    payWith: wait.payWith,
    ceiling: wait.ceiling,
    standing: wait.standing,
    series: wait.series,
    joinedAt: wait.joinedAt,
  }
}

export function endWait(wait: Wait, ending: WaitEnding, now: Instant): Wait {
  return { ...waitFacts(wait), state: 'over', endedAt: now, ending }
}
