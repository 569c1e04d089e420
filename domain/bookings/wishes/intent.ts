/**
 * A wish, made on a device with or without a network: small, immutable, settled once by the server.
 *
 * Member and role come from the connection that carries it, never from the record. Times in it are claims: the server's clock
 * decides, and `madeAt` only annotates. The id is the purpose from which every later key derives.
 */

import type { NewsCategory, NewsChannel } from '../../memberships/news-choice.ts'
import type { Absence } from '../../sites/absence.ts'
import type { ReminderChoice } from '../../sites/news-settings.ts'
import type {
  BookingId,
  ClosureId,
  DeviceId,
  IntentId,
  MemberId,
  ResourceId,
  SiteId,
  WaitId,
} from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import type { Money } from '../../values/money.ts'
import type { WallTime } from '../../values/zone.ts'
import type { PayWith } from '../lots/lot.ts'
import type { BasketCancel, BasketRequest } from './basket-wish.ts'
import type { BillingBodies } from './billing-requests.ts'
import type { CommunityBodies } from './community-requests.ts'
import type { GuestArrival, GuestChange, WishedGuest } from './guest-wish.ts'
import type { LotBodies } from './lot-requests.ts'
import type { MembershipBodies } from './membership-requests.ts'
import type { MessageBodies } from './message-requests.ts'
import type { PerkBodies } from './perk-requests.ts'
import type {
  SeriesCancel,
  SeriesChangeRequest,
  SeriesRequest,
  SeriesRestore,
} from './series-wish.ts'
import type { PublishRequest, Resolutions, SettingBodies } from './setting-requests.ts'
import type { SupportBodies } from './support-requests.ts'
import type { TeamBodies } from './team-requests.ts'
import type { OrderRequest, WaitRemoval, WaitRequest } from './wait-requests.ts'

export interface Intent<Kind extends IntentKind = IntentKind> {
  readonly v: 1
  readonly id: IntentId
  readonly kind: Kind
  readonly device: DeviceId
  /** Rises by one per wish of a device, from one IndexedDB transaction. Starts at 1. */
  readonly seq: number
  readonly madeAt: Instant
  /** Last contact with the server before it was made, in the server's words; null when there was none. */
  readonly heardAt: { readonly generation: string; readonly at: Instant } | null
  /** Unsettled by then, it expires: not booked. */
  readonly deadlineAt: Instant
  readonly body: IntentBodies[Kind]
}

export interface IntentBodies
  extends SettingBodies,
    LotBodies,
    BillingBodies,
    MembershipBodies,
    SupportBodies,
    CommunityBodies,
    PerkBodies,
    MessageBodies,
    TeamBodies {
  readonly 'booking.request': BookingRequest
  readonly 'booking.cancel': CancelRequest
  /** To another time or place, or to another length. */
  readonly 'booking.change': ChangeRequest
  /** Now: what is left of it is free at once. */
  readonly 'booking.end': { readonly bookingId: BookingId }
  readonly 'booking.confirm': { readonly bookingId: BookingId }
  readonly 'booking.extend-hold': { readonly bookingId: BookingId }
  /** By its member, or by staff who see them come. `madeAt` counts within limits: see `cancellation/effective-at`. */
  readonly 'booking.check-in': { readonly bookingId: BookingId }
  readonly 'booking.guests': GuestChange
  /** Staff see a guest come. */
  readonly 'guest.check-in': GuestArrival
  /** The house rules in that version, by a member for themselves. */
  readonly 'rules.accept': { readonly siteId: SiteId; readonly version: number }
  readonly 'basket.request': BasketRequest
  readonly 'basket.cancel': BasketCancel
  /** Whoever sat down elsewhere takes their booking with them; `choice` names the place. */
  readonly 'booking.sit': SitRequest
  readonly 'series.request': SeriesRequest
  readonly 'series.cancel': SeriesCancel
  readonly 'series.change': SeriesChangeRequest
  readonly 'series.restore': SeriesRestore
  readonly 'booking.approve': { readonly bookingId: BookingId }
  /** The member reads the reason. */
  readonly 'booking.decline': { readonly bookingId: BookingId; readonly reason: string }
  /** For a place that is taken: it is offered when it becomes free. */
  readonly 'wait.join': WaitRequest
  /** A standing order: booked as soon as something of it becomes free. */
  readonly 'order.place': OrderRequest
  /** Of a wait, its offer, or a standing order: always allowed, and costs nothing. */
  readonly 'wait.leave': { readonly waitId: WaitId }
  /** By staff; the member reads the reason. */
  readonly 'wait.remove': WaitRemoval
  /** The holder of a desk lets others have it on these days, the last included. */
  readonly 'absence.declare': AbsenceRequest
  readonly 'absence.end': Omit<AbsenceRequest, 'until'>
  /** Marked by a member for themselves, or not any more. */
  readonly 'favourite.set': FavouriteRequest
  /** The member lets others see where they sit, or not any more. */
  readonly 'presence.share': { readonly isFindable: boolean }
  /** One box of the matrix of what is told how. */
  readonly 'news.choose': NewsWish
  /** Null: as the location has it. */
  readonly 'reminders.choose': { readonly reminders: ReminderChoice | null }
  /** Null: the usual one. */
  readonly 'language.choose': { readonly language: string | null }
  readonly 'plan.publish': PublishRequest
  readonly 'closure.add': ClosureRequest
  readonly 'closure.remove': { readonly siteId: SiteId; readonly closureId: ClosureId }
}
export type IntentKind = keyof IntentBodies
export type AnyIntent = { [Kind in IntentKind]: Intent<Kind> }[IntentKind]

/** One resource at one time. For a pool any unit will do; a preferred one is honoured if it is free. */
export interface Choice {
  readonly resourceId: ResourceId
  readonly unit: number | null
  readonly interval: Interval
  /** The same bounds as the member read them; where the zone's rules have changed since, wall time wins. */
  readonly wall: { readonly start: WallTime; readonly end: WallTime }
}

export interface BookingRequest {
  readonly siteId: SiteId
  readonly choice: Choice
  /** 0 to 5 further choices in the member's order. */
  readonly fallbacks: readonly Choice[]
  /** "If it's taken, take the closest free one." */
  readonly takeNearest: boolean
  readonly people: number
  /** Those of them who are named. */
  readonly guests: readonly WishedGuest[]
  readonly note: string
  /** The price the member was shown, and the most they agreed to; no ceiling means the quote. */
  readonly quote: Money
  readonly ceiling: Money | null
  /** Whose booking it will be, where somebody else asks for it: staff for their members, a team manager for the team. */
  readonly forMemberId: MemberId | null
  /** What pays for it: the member's own passes and allowance, their team's, or money alone (D-27). */
  readonly payWith: PayWith
  /** Staff book against the rules, and say why; never a place that is taken (D-61). */
  readonly override: Override | null
}

export interface Override {
  readonly reason: string
}

export interface CancelRequest {
  readonly bookingId: BookingId
  /** Staff alone: the space owes it, so nothing is owed whatever the policy says. */
  readonly waive?: true
}

export interface ChangeRequest {
  readonly bookingId: BookingId
  readonly choice: Choice
  /** What the member was shown that it would owe in all, and the most they agreed to; no ceiling means the quote. */
  readonly quote: Money
  readonly ceiling: Money | null
}

/** It costs what was agreed, so no price is shown. */
export type SitRequest = Pick<ChangeRequest, 'bookingId' | 'choice'>

export interface AbsenceRequest extends Absence {
  readonly siteId: SiteId
  readonly resourceId: ResourceId
}

export interface FavouriteRequest {
  readonly siteId: SiteId
  readonly resourceId: ResourceId
  readonly isFavourite: boolean
}

export interface NewsWish {
  readonly category: NewsCategory
  readonly channel: NewsChannel
  readonly isOn: boolean
}

export interface ClosureRequest {
  readonly siteId: SiteId
  readonly closureId: ClosureId
  readonly name: string
  readonly resourceIds: readonly ResourceId[] | null
  readonly from: WallTime
  readonly until: WallTime
  /** What to do with each booking inside it. All must be named, or the closure is refused. */
  readonly resolutions: Resolutions
}

/** The space closes, so a cancelled booking owes nothing whatever its window says (D-10). */
export type ClosureResolution =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'move'; readonly choice: Choice }
