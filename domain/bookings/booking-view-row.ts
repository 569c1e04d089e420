/**
 * What a member sees of one booking: the server's documents overlaid with the device's own unsettled wishes, never a copy edited
 * by hand. Made by `booking-view`, stored as a row, read by screens. Carries its times as text so that a first screen needs
 * neither zone tables nor parsers.
 */

import type { CancellationPolicy } from '../sites/cancellation-policy.ts'
import type { BasketId, BookingId, IntentId, ResourceId, SiteId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import type { Money } from '../values/money.ts'
import type { ArrivalTimes } from './arrival/arrival-times.ts'
import type { BookedExtra, Booking, SeriesPlace } from './booking.ts'
import type { ViewedAnswer } from './changes/viewed-answer.ts'
import type { Guest } from './guests/guest.ts'
import type { LotUse, PayWith } from './lots/lot.ts'
import type { Series } from './series/series.ts'
import type { ViewedPlace, ViewedTime } from './viewed-time.ts'
import type { BasketItem } from './wishes/basket-wish.ts'
import type { Alternative } from './wishes/outcome.ts'
import type { Refusal } from './wishes/refusal.ts'

export const bookingViewStates = {
  /** Saved on this device, not sent or not yet acknowledged. */
  saved: 'saved',
  /** The space has it on disk and has not decided. */
  received: 'received',
  held: 'held',
  /** Held because its member waited for it, until they have said yes or no. */
  offered: 'offered',
  /** Held until the team has answered. */
  asked: 'asked',
  /** Held until it is paid. */
  'to-pay': 'to-pay',
  confirmed: 'confirmed',
  'checked-in': 'checked-in',
  completed: 'completed',
  'no-show': 'no-show',
  refused: 'refused',
  'ask-again': 'ask-again',
  expired: 'expired',
  cancelled: 'cancelled',
  lapsed: 'lapsed',
  declined: 'declined',
  /** Asked for, and the team did not answer in time. */
  unanswered: 'unanswered',
  /** It was not paid in time. */
  'not-paid': 'not-paid',
} as const
export type BookingViewState = (typeof bookingViewStates)[keyof typeof bookingViewStates]

/** States of a wish or booking that hold, or hope to hold, a place for this member. */
export const liveViewStates: readonly BookingViewState[] = [
  'saved',
  'received',
  'held',
  'offered',
  'asked',
  'to-pay',
  'confirmed',
  'checked-in',
]

export type WishAbout = 'cancel' | 'change' | 'end' | 'confirm' | 'extend-hold' | 'check-in'
/** An occurrence's place in its series, with the rule that the summary sentence says. */
export interface SeriesOfRow extends SeriesPlace, Pick<Series, 'recurrence' | 'span'> {}

export interface BookingViewRow extends ViewedTime {
  /** The booking's id once there is one, the intent's before; stable across settlement: always the intent's tail. */
  readonly id: string
  readonly intentId: IntentId
  readonly bookingId: BookingId | null
  readonly siteId: SiteId
  readonly resourceId: ResourceId
  readonly unit: number | null
  readonly state: BookingViewState
  readonly people: number
  /** Those who are named, as the last own change would have it. */
  readonly guests: readonly Guest[]
  readonly areGuestsOpen: boolean
  readonly note: string
  /** What was quoted or agreed; null when nothing is owed because nothing is booked. */
  readonly price: Money | null
  /** What is owed for it, and by which policy it is cancelled; null as long as nothing is booked. */
  readonly owed: Money | null
  readonly policy: CancellationPolicy | null
  /** What comes with it. */
  readonly extras: readonly BookedExtra[]
  /** What it was booked or wished together with. */
  readonly basketId: BasketId | null
  /** All that was wished together and cannot be had as it was wished. */
  readonly basket: readonly BasketItem[] | null
  /** What it uses of passes and allowances. */
  readonly covered: readonly LotUse[]
  readonly payWith: PayWith
  /** How it was cancelled, once it was. */
  readonly cancelled: ViewedCancellation | null
  /** What was shown, where the member agreed to more and it became more (D-53). */
  readonly quoted: Money | null
  /** An own wish about it that is not settled yet: shown beside the state, never instead of it. */
  readonly wish: WishAbout | null
  /** Where it is wished to be, while that is not settled. */
  readonly change: ViewedPlace | null
  /** The space's no to the last wish about it. */
  readonly answer: ViewedAnswer | null
  readonly holdExpiresAt: Instant | null
  readonly holdExtended: boolean
  /** The first of those that are paid together, itself included; null of one that is paid by itself, or later. */
  readonly paidWith: BookingId | null
  /** It was paid before it stood, or is to be: so is what a change adds. */
  readonly isPrepaid: boolean
  /** When it can be checked in to, and when it is given back; null where nobody checks in. */
  readonly checkIn: ArrivalTimes | null
  /** Why the team said no, in their words. */
  readonly declineReason: string | null
  /** It was missed, but nothing is owed for it. */
  readonly isFeeWaived: boolean
  /** Which choice was taken: 0 the wish itself, 1-5 a fall-back, `nearest`. */
  readonly choice: number | 'nearest'
  /** The place that was wished when another one was given. */
  readonly wishedResourceId: ResourceId | null
  readonly refusal: Refusal | null
  readonly alternatives: readonly Alternative[]
  /** Who asked for it, where that was not the member. */
  readonly madeBy: 'space' | 'team' | null
  /** Which occurrence of which series it is; null for a booking by itself. */
  readonly series: SeriesOfRow | null
  /** Of a request to have a booking elsewhere: where that booking is, and stays without the team's yes or its money. */
  readonly movesFrom: ViewedPlace | null
  readonly madeAt: Instant
  readonly settledAt: Instant | null
}

export type ViewedCancellation = Pick<
  Extract<Booking, { state: 'cancelled' }>,
  'cancelledAt' | 'cancelledBy' | 'effectiveAt' | 'step' | 'refundDue'
>

/** What a row says of what there is not. */
export const nothingMore = {
  bookingId: null,
  unit: null,
  owed: null,
  policy: null,
  guests: [],
  areGuestsOpen: false,
  extras: [],
  basketId: null,
  basket: null,
  covered: [],
  payWith: 'personal',
  cancelled: null,
  quoted: null,
  wish: null,
  change: null,
  answer: null,
  holdExpiresAt: null,
  holdExtended: false,
  paidWith: null,
  checkIn: null,
  isFeeWaived: false,
  declineReason: null,
  choice: 0,
  wishedResourceId: null,
  refusal: null,
  alternatives: [],
  madeBy: null,
  series: null,
  movesFrom: null,
  isPrepaid: false,
  settledAt: null,
} as const
