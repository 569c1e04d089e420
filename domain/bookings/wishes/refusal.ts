/**
 * Why a wish is refused. Reasons are a closed set and never contain prose: `words` has a sentence for each (a test walks the set).
 * The data beside a reason is what the sentence needs: the rule that decided, and the other booking's interval, never its person.
 */
import type { MembershipProblem } from '../../memberships/membership-problem.ts'
import type { CountedQuota } from '../../memberships/quota.ts'
import type { AdvanceLimit } from '../../sites/booking-rules.ts'
import type { LotUnit } from '../../sites/pass-offer.ts'
import type { PlanProblem } from '../../sites/plan-problem.ts'
import type { SettingProblem } from '../../sites/setting-problem.ts'
import type { BookingId, ResourceId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Interval } from '../../values/interval.ts'
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'
import { type RoomRefusal, roomReasons } from './room-refusal.ts'

export type Refusal =
  | { readonly reason: 'booked'; readonly conflict: Interval }
  | { readonly reason: 'held'; readonly conflict: Interval }
  | { readonly reason: 'asked-for'; readonly conflict: Interval }
  | { readonly reason: 'pool-full'; readonly conflict: Interval; readonly units: number }
  /** Each part of the time is free on some unit, but no unit is free for all of it (D-12). */
  | { readonly reason: 'pool-split'; readonly units: number }
  | { readonly reason: 'assigned' }
  /** Staff took it off the list for now; it stays on the plan. */
  | { readonly reason: 'not-bookable' }
  /** It is a part of what is booked then, or has a part that is. */
  | {
      readonly reason: 'linked'
      readonly resourceId: ResourceId
      readonly name: string
      readonly conflict: Interval
    }
  /** Out of use for a while; named when a closure says why. */
  | {
      readonly reason: 'blocked'
      readonly conflict: Interval
      readonly closureName: string | null
      /** An event keeps it to itself. */
      readonly isEvent?: true
    }
  | { readonly reason: 'closed'; readonly closureName: string | null }
  | { readonly reason: 'buffer'; readonly bufferMinutes: number; readonly conflict: Interval }
  | { readonly reason: 'notice'; readonly noticeMinutes: number }
  | { readonly reason: 'past' }
  | { readonly reason: 'too-far'; readonly limit: AdvanceLimit; readonly latestAt: Instant }
  | { readonly reason: 'too-short'; readonly minMinutes: number }
  | { readonly reason: 'too-long'; readonly maxMinutes: number }
  | { readonly reason: 'increment'; readonly incrementMinutes: number }
  /** It is had by the day or the half-day, and this is neither. */
  | { readonly reason: 'whole-units'; readonly offered: readonly ('day' | 'half-day')[] }
  | { readonly reason: 'nonexistent-local-time' }
  | { readonly reason: 'capacity'; readonly capacity: number }
  /** Of a membership; without `quota` it is the space's own stop for far too many bookings. */
  | { readonly reason: 'quota'; readonly limit: number; readonly quota?: QuotaUse }
  | { readonly reason: 'tier' }
  /** Of the member, on that day; it runs again on `until`. */
  | { readonly reason: 'membership-paused'; readonly until: LocalDate }
  /** It is over by that day. */
  | { readonly reason: 'membership-ends' }
  | ({ readonly reason: 'membership-change' } & MembershipProblem)
  | { readonly reason: 'overdue' }
  | { readonly reason: 'rules-not-accepted' }
  | { readonly reason: 'already-yours'; readonly bookingId: BookingId }
  | { readonly reason: 'expired'; readonly deadlineAt: Instant }
  | { readonly reason: 'unknown-resource' }
  | { readonly reason: 'unknown-booking' }
  | { readonly reason: 'already-cancelled' }
  | { readonly reason: 'already-started' }
  /** Only what runs can be ended. */
  | { readonly reason: 'not-running' }
  /** A change to what it is already. */
  | { readonly reason: 'unchanged' }
  /** The space must be asked about it, so it is wished for anew. */
  | { readonly reason: 'needs-asking' }
  /** The team has been asked to have the booking elsewhere, and has not answered yet. */
  | { readonly reason: 'already-asked' }
  | { readonly reason: 'hold-expired' }
  | { readonly reason: 'hold-already-extended' }
  | { readonly reason: 'not-held' }
  /** The team would have to approve it, and its time has begun. */
  | { readonly reason: 'too-late-to-ask' }
  | { readonly reason: 'not-approved-yet' }
  /** It waits for its money alone, and cannot be anything else meanwhile. */
  | { readonly reason: 'not-paid-yet' }
  /** What it adds is paid first, and cannot be kept beside what it has. */
  | { readonly reason: 'not-beside' }
  | { readonly reason: 'request-lapsed' }
  | { readonly reason: 'already-answered' }
  | { readonly reason: 'already-away' }
  | { readonly reason: 'too-many-favourites'; readonly max: number }
  /** Who sits down elsewhere keeps kind and price of what they booked. */
  | { readonly reason: 'other-kind' }
  | { readonly reason: 'dearer-place' }
  | { readonly reason: 'not-today' }
  | { readonly reason: 'not-booked-yet' }
  | { readonly reason: 'check-in-not-open'; readonly opensAt: Instant }
  | { readonly reason: 'missed' }
  /** Somebody else was given the place before a check-in from a dead zone arrived (D-36). */
  | { readonly reason: 'given-away' }
  | { readonly reason: 'not-allowed' }
  | { readonly reason: 'unresolved-bookings'; readonly bookingIds: readonly BookingId[] }
  /** All or nothing was wished, or nothing could be had: the dates that cannot be had as they were shown, of so many. */
  | {
      readonly reason: 'preview-changed'
      readonly total: number
      readonly changed: readonly ChangedOccurrence[]
    }
  /** One item of a basket cannot be had, so none of it is booked: the first, counted from 0, and why. */
  | {
      readonly reason: 'basket-item'
      readonly item: number
      readonly resourceId: ResourceId
      readonly name: string | null
      readonly refusal: Refusal
    }
  | { readonly reason: 'extra-gone' }
  | { readonly reason: 'extra-not-here'; readonly name: string }
  | { readonly reason: 'extra-too-many'; readonly name: string; readonly max: number }
  | { readonly reason: 'extra-notice'; readonly name: string; readonly noticeMinutes: number }
  | { readonly reason: 'unknown-basket' }
  | { readonly reason: 'unknown-rules' }
  | { readonly reason: 'unknown-guest' }
  | { readonly reason: 'guest-too-early'; readonly opensAt: Instant }
  | { readonly reason: 'series-empty' }
  | { readonly reason: 'series-backwards' }
  | { readonly reason: 'series-too-many'; readonly max: number }
  | { readonly reason: 'series-too-far'; readonly days: number }
  /** An occurrence longer than the time to the next one would overlap itself (D-18). */
  | { readonly reason: 'series-overlap'; readonly maxMinutes: number }
  | { readonly reason: 'unknown-series' }
  /** Nothing is billed here, or not in that period. */
  | { readonly reason: 'no-billing' }
  | { readonly reason: 'bills-issued' }
  /** A card was declined for it; until it is paid, nothing, or nothing that costs something, is booked. */
  | { readonly reason: 'unpaid-bill'; readonly isFreeAllowed: boolean }
  /** The period is not over yet. */
  | { readonly reason: 'period-runs'; readonly until: LocalDate }
  | { readonly reason: 'unknown-bill' }
  /** More than is open, or the other way round. */
  | { readonly reason: 'not-open'; readonly open: Money }
  /** Money is noted once it came. */
  | { readonly reason: 'not-yet' }
  | { readonly reason: 'not-creditable'; readonly left: Money }
  /** Nobody of that id pays here. */
  | { readonly reason: 'unknown-payer' }
  | { readonly reason: 'unknown-fund' }
  /** Nothing is asked for by that name, or not any more. */
  | { readonly reason: 'unknown-deposit' }
  /** It did not come by card, or the card has not taken it back once. */
  | { readonly reason: 'not-to-card' }
  /** The bank of the card it came by has taken it back, and decides about it. */
  | { readonly reason: 'is-disputed' }
  /** The space keeps no more of it than what is left. */
  | { readonly reason: 'not-kept'; readonly left: Money }
  /** Whatever is wrong with it: nothing is learned by guessing. */
  | { readonly reason: 'no-promo' }
  | { readonly reason: 'promo-redeemed' }
  | { readonly reason: 'promo-taken' }
  | { readonly reason: 'unknown-pass' }
  /** More than is left of it was to be taken back. */
  | { readonly reason: 'lot-used'; readonly left: number; readonly unit: LotUnit }
  | { readonly reason: 'unknown-wait' }
  /** There is nothing to wait for: it can be booked now. */
  | { readonly reason: 'free-now' }
  | { readonly reason: 'already-waiting' }
  /** The space's own stop for far too many waits, or standing orders. */
  | { readonly reason: 'too-many-waits'; readonly limit: number }
  /** A standing order without a day that is ahead. */
  | { readonly reason: 'order-empty' }
  | { readonly reason: 'order-too-far'; readonly days: number }
  | RoomRefusal
  /** Somebody else saved the same thing since it was looked at. */
  | { readonly reason: 'setting-changed' }
  | { readonly reason: 'invalid-setting'; readonly problems: readonly SettingProblem[] }
  /** Of a floor plan; the first of them, where there are very many. */
  | { readonly reason: 'invalid-plan'; readonly problems: readonly PlanProblem[] }
  | { readonly reason: 'malformed' }
  | { readonly reason: 'unknown-kind' }

/** Which quota says no, and how much of its period is used already. */
export interface QuotaUse extends Pick<CountedQuota, 'kinds' | 'per' | 'unit' | 'isTeams'> {
  readonly used: number
}

/** One date of a series as it would be answered now: refused, or dearer than it was shown. */
export type ChangedOccurrence =
  | { readonly number: number; readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly number: number; readonly kind: 'dearer'; readonly price: Money }

export type RefusalReason = Refusal['reason']

/** Every reason there is; a reason of the union that is missing here fails to compile, and so does one that is not in it. */
export const refusalReasons: { readonly [Reason in RefusalReason]: Reason } = {
  booked: 'booked',
  held: 'held',
  'asked-for': 'asked-for',
  'pool-full': 'pool-full',
  'pool-split': 'pool-split',
  assigned: 'assigned',
  'not-bookable': 'not-bookable',
  linked: 'linked',
  blocked: 'blocked',
  closed: 'closed',
  buffer: 'buffer',
  notice: 'notice',
  past: 'past',
  'too-far': 'too-far',
  'too-short': 'too-short',
  'too-long': 'too-long',
  increment: 'increment',
  'whole-units': 'whole-units',
  'nonexistent-local-time': 'nonexistent-local-time',
  capacity: 'capacity',
  quota: 'quota',
  tier: 'tier',
  'membership-paused': 'membership-paused',
  'membership-ends': 'membership-ends',
  'membership-change': 'membership-change',
  overdue: 'overdue',
  'rules-not-accepted': 'rules-not-accepted',
  'already-yours': 'already-yours',
  expired: 'expired',
  'unknown-resource': 'unknown-resource',
  'unknown-booking': 'unknown-booking',
  'already-cancelled': 'already-cancelled',
  'already-started': 'already-started',
  'not-running': 'not-running',
  unchanged: 'unchanged',
  'needs-asking': 'needs-asking',
  'already-asked': 'already-asked',
  'hold-expired': 'hold-expired',
  'hold-already-extended': 'hold-already-extended',
  'not-held': 'not-held',
  'too-late-to-ask': 'too-late-to-ask',
  'not-approved-yet': 'not-approved-yet',
  'not-paid-yet': 'not-paid-yet',
  'not-beside': 'not-beside',
  'request-lapsed': 'request-lapsed',
  'already-answered': 'already-answered',
  'already-away': 'already-away',
  'too-many-favourites': 'too-many-favourites',
  'other-kind': 'other-kind',
  'dearer-place': 'dearer-place',
  'not-today': 'not-today',
  'not-booked-yet': 'not-booked-yet',
  'check-in-not-open': 'check-in-not-open',
  missed: 'missed',
  'given-away': 'given-away',
  'not-allowed': 'not-allowed',
  'unresolved-bookings': 'unresolved-bookings',
  'preview-changed': 'preview-changed',
  'basket-item': 'basket-item',
  'extra-gone': 'extra-gone',
  'extra-not-here': 'extra-not-here',
  'extra-too-many': 'extra-too-many',
  'extra-notice': 'extra-notice',
  'unknown-basket': 'unknown-basket',
  'unknown-rules': 'unknown-rules',
  'unknown-guest': 'unknown-guest',
  'guest-too-early': 'guest-too-early',
  'series-empty': 'series-empty',
  'series-backwards': 'series-backwards',
  'series-too-many': 'series-too-many',
  'series-too-far': 'series-too-far',
  'series-overlap': 'series-overlap',
  'unknown-series': 'unknown-series',
  'no-billing': 'no-billing',
  'unpaid-bill': 'unpaid-bill',
  'bills-issued': 'bills-issued',
  'period-runs': 'period-runs',
  'unknown-bill': 'unknown-bill',
  'not-open': 'not-open',
  'not-yet': 'not-yet',
  'not-creditable': 'not-creditable',
  'unknown-payer': 'unknown-payer',
  'unknown-fund': 'unknown-fund',
  'unknown-deposit': 'unknown-deposit',
  'not-to-card': 'not-to-card',
  'is-disputed': 'is-disputed',
  'not-kept': 'not-kept',
  'no-promo': 'no-promo',
  'promo-redeemed': 'promo-redeemed',
  'promo-taken': 'promo-taken',
  'unknown-pass': 'unknown-pass',
  'lot-used': 'lot-used',
  'unknown-wait': 'unknown-wait',
  'free-now': 'free-now',
  'already-waiting': 'already-waiting',
  'too-many-waits': 'too-many-waits',
  'order-empty': 'order-empty',
  'order-too-far': 'order-too-far',
  ...roomReasons,
  'setting-changed': 'setting-changed',
  'invalid-setting': 'invalid-setting',
  'invalid-plan': 'invalid-plan',
  malformed: 'malformed',
  'unknown-kind': 'unknown-kind',
}
