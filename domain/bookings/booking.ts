/**
 * A booking is a fact that the server wrote. Which fields exist in which state stands in SPEC.md; corrections are new states
 * that never go back: what is cancelled or lapsed does not live again.
 */

import type { DayPrice } from '../prices/day-price.ts'
import type { CheckInRules } from '../sites/booking-rules.ts'
import type { CancellationPolicy } from '../sites/cancellation-policy.ts'
import type {
  BasketId,
  BookingId,
  ExtraId,
  IntentId,
  MemberId,
  ResourceId,
  SeriesId,
  SiteId,
} from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import type { Interval } from '../values/interval.ts'
import type { Money } from '../values/money.ts'
import type { WallTime } from '../values/zone.ts'
import type { RefundStep } from './cancellation/refund-step.ts'
import type { Guest } from './guests/guest.ts'
import type { LotUse, PayWith } from './lots/lot.ts'
import type { Alternative } from './wishes/outcome.ts'

interface BookingFacts {
  readonly id: BookingId
  readonly intentId: IntentId
  readonly siteId: SiteId
  readonly memberId: MemberId
  readonly resourceId: ResourceId
  readonly unit: number
  /** The parts of the place, which it takes too, as they were linked when it was booked. */
  readonly parts: readonly ResourceId[]
  readonly interval: Interval
  readonly wall: BookedWallTime
  readonly people: number
  /** Those of them who are named; nobody once it does not stand any more. */
  readonly guests: readonly Guest[]
  readonly note: string
  /** What comes with it, as agreed; owed beside the price and given back by the same step. */
  readonly extras: readonly BookedExtra[]
  /** What the time it has costs in money, as agreed: what lots cover is not in it. */
  readonly price: Money
  /** What it and others of its day cost at most together (D-20); null where its rate says nothing about days. */
  readonly dayPrice: DayPrice | null
  /** What it uses of passes and allowances, and what pays for more of it should it become longer. */
  readonly covered: readonly LotUse[]
  readonly payWith: PayWith
  /** It is paid before it stands, as its rate said when it was booked; else it is on the next bill. */
  readonly isPrepaid: boolean
  /** The first of those whose money comes with one payment, itself included; null of one that is paid by itself, or later. */
  readonly paidWith: BookingId | null
  /** All that is owed for it: the price, the extras, and what earlier times of it left owed; less what was given back. */
  readonly owed: Money
  /** What comes back on cancelling, as it stood when it was booked (D-23, D-30). */
  readonly policy: CancellationPolicy
  readonly settledAt: Instant
  /** When it was last taken to another time or place; null as long as it is as it was booked. */
  readonly changedAt: Instant | null
  /** How often it has changed since: 0 as it was booked. The settlement counts. */
  readonly revision: number
  /** Who asked for it, where that was not the member: the space's staff, or whoever manages the member's team. */
  readonly madeBy: MadeBy | null
  /** How it is claimed on the day, as the rules said when it was booked. Null: nobody has to check in. */
  readonly checkIn: CheckInRules | null
  /** What it was booked together with; null for a booking by itself. */
  readonly basketId: BasketId | null
  /** Which occurrence of which series it is; null for a booking by itself. */
  readonly series: SeriesPlace | null
  /** The booking that this one would take elsewhere once the team approves it, or once what it adds is paid; null of any other. */
  readonly moves: MoveOf | null
}

/** What is moved as it was when it was asked; were it to change, there would be nothing to ask any more. */
export interface MoveOf {
  readonly bookingId: BookingId
  readonly resourceId: ResourceId
  readonly interval: Interval
  readonly wall: BookedWallTime
  /** When it would be; what asks for it keeps no more of that than is not the booking's own already. */
  readonly to: Interval
  readonly effectiveAt: Instant
  /** Where several dates of a series are changed together, which detaches nothing of them. */
  readonly ofSeries?: SeriesMove
}

export interface SeriesMove {
  /** Dates that have all of their new time already, so that nothing is kept for them. The first of those that are paid together says them. */
  readonly also: readonly AlsoMoved[]
}

/** As it was when it was asked, when it would be, and the most that would be owed for it then. */
export interface AlsoMoved extends Pick<MoveOf, 'bookingId' | 'resourceId' | 'interval' | 'to'> {
  readonly owed: Money
}

/** Named as it was when it was booked, and priced for all of them. */
export interface BookedExtra {
  readonly extraId: ExtraId
  readonly name: string
  readonly count: number
  readonly price: Money
}

export interface MadeBy {
  readonly memberId: MemberId
  readonly as: 'space' | 'team'
}

export interface SeriesPlace {
  readonly id: SeriesId
  /** Counts the dates of the recurrence from 1, those that were skipped included. */
  readonly occurrence: number
  /** What was changed for this occurrence alone: a change of the whole series leaves it as it is (D-17). */
  readonly detached: readonly SeriesField[]
}

export type SeriesField = 'time' | 'place'

/** The time as it was agreed: read from here, not from the device's own idea of the zone (D-02, D-66). */
export interface BookedWallTime {
  readonly start: WallTime
  readonly end: WallTime
  readonly zone: string
  readonly startOffsetMinutes: number
  readonly endOffsetMinutes: number
  readonly tzdata: string
}

/** Whose answer a hold waits for: the member's own word, their payment, or the team's approval. */
export type HeldFor = 'confirmation' | 'payment' | 'approval'

export type Booking = BookingFacts &
  (
    | {
        readonly state: 'held'
        readonly heldFor: HeldFor
        readonly holdExpiresAt: Instant
        readonly holdExtended: boolean
      }
    | { readonly state: 'confirmed' }
    | { readonly state: 'checked-in'; readonly checkedInAt: Instant }
    | { readonly state: 'completed' }
    | {
        readonly state: 'no-show'
        readonly missedAt: Instant
        /** Somebody was there after all, but too late to have the place back: nothing is owed for it (D-36). */
        readonly isFeeWaived: boolean
        /** What comes back all the same, by the policy or because it was waived. */
        readonly refundDue: Money
      }
    | {
        readonly state: 'cancelled'
        readonly cancelledAt: Instant
        readonly cancelledBy: 'member' | 'space'
        /** When it counts from: earlier than it was settled where it was made without a network (D-71). */
        readonly effectiveAt: Instant
        /** The step that was applied, and what comes back by it (D-34). */
        readonly step: RefundStep
        readonly refundDue: Money
      }
    | {
        readonly state: 'declined'
        readonly declinedAt: Instant
        /** In the words of who answered, for the member to read. */
        readonly reason: string
        /** What would have been accepted instead when it was declined. */
        readonly alternatives: readonly Alternative[]
      }
    | {
        readonly state: 'lapsed'
        readonly heldFor: HeldFor
        readonly holdExpiresAt: Instant
      }
  )

export type BookingState = Booking['state']

/** Live bookings hold their resource: no two of them overlap on one unit. */
export const liveStates: readonly BookingState[] = ['held', 'confirmed', 'checked-in']
/** What ever held its place and was not given back: live and past, not cancelled, not missed. */
export const occupyingStates: readonly BookingState[] = [...liveStates, 'completed']
/** Who comes, is here, was here, or was expected and did not come. */
export const arrivalStates: readonly BookingState[] = [...occupyingStates, 'no-show']
/** Whose time has begun and who were not missed: they are here, or were. */
export const attendedStates: readonly BookingState[] = ['confirmed', 'checked-in', 'completed']

export function isLive(state: BookingState): boolean {
  return liveStates.includes(state)
}
