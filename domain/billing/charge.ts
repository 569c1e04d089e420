/**
 * What is owed and why: one charge for each cause, with all that is owed for it by now. A cause never makes a second charge; where what it
 * owes changes, so does its charge, and a bill takes what has not been billed of it yet.
 */
import { wholePrice } from '../bookings/baskets/whole-price.ts'
import type { Booking } from '../bookings/booking.ts'
import type { Lot } from '../bookings/lots/lot.ts'
import type { MembershipChange } from '../memberships/membership.ts'
import type { DayPrice } from '../prices/day-price.ts'
import type { ChargeKind } from '../sites/billing-settings.ts'
import type { BookingId, MemberId } from '../values/ids.ts'
import type { LocalDate } from '../values/local-date.ts'
import { compare, type Money, multiplyHalfUp, subtract, zero } from '../values/money.ts'
import { toWallTime, type WallTime, type ZoneTable } from '../values/zone.ts'
import type { BillingPeriod } from './billing-period.ts'

export interface Charge {
  /** The cause: a booking, what came with it, a pass, a month of a membership. */
  readonly source: string
  readonly kind: ChargeKind
  /** Whose it is; null for what a team holds together. */
  readonly memberId: MemberId | null
  /** The local date whose period it belongs to (D-46). */
  readonly on: LocalDate
  /** All that is owed for it, as agreed and by its own terms. */
  readonly amount: Money
  readonly about: ChargeAbout
}

/** What a line needs to say where it comes from, as it was called then. */
export type ChargeAbout =
  | {
      readonly kind: 'booking'
      readonly bookingId: BookingId
      readonly place: string
      readonly start: WallTime
      readonly end: WallTime
      /** `not-booked`: paid when it was not to be had any more. */
      readonly ended: 'cancelled' | 'no-show' | 'not-booked' | null
      /** Left out where nothing but it decides what it costs. */
      readonly dayPrice?: DayPrice
    }
  /** What bookings of one day cost less together, charged where they are billed: see `day-lines`. */
  | {
      readonly kind: 'day'
      readonly on: LocalDate
      readonly per: 'day' | 'half-day'
      readonly bookings: number
      readonly together: Money
      readonly instead: Money
    }
  | {
      readonly kind: 'extras'
      readonly bookingId: BookingId
      readonly place: string
      readonly extras: readonly { readonly name: string; readonly count: number }[]
    }
  | { readonly kind: 'pass'; readonly name: string }
  /** What a code takes off; it is charged where it is billed. */
  | { readonly kind: 'promo'; readonly name: string }
  | {
      readonly kind: 'fee'
      readonly tier: string
      readonly from: LocalDate
      readonly until: LocalDate
      /** Only where it was. */
      readonly paused?: readonly BillingPeriod[]
    }
  /** A month of what is had beside a membership. */
  | {
      readonly kind: 'addon'
      readonly name: string
      readonly from: LocalDate
      readonly until: LocalDate
    }
  /** What is kept of a deposit, and why: see `deposits/damage-bill`. */
  | { readonly kind: 'damage'; readonly reason: string }
  /** What has become otherwise of a month of it that had begun: a pause, or its end at once. */
  | {
      readonly kind: 'addon-change'
      readonly name: string
      readonly from: LocalDate
      readonly until: LocalDate
    }
  /** What a change of a membership changed of a period that had begun. */
  | {
      readonly kind: 'fee-change'
      readonly change: Exclude<MembershipChange['kind'], 'take-back'>
      readonly tier: string
      readonly from: LocalDate
      readonly until: LocalDate
    }

/** Of the time and of what comes with it, each for itself, because they may be taxed otherwise. Nothing owed is no charge. */
export function chargesOfBooking(booking: Booking, place: string): readonly Charge[] {
  const { id: bookingId, memberId, wall } = booking
  const common = { memberId, on: wall.start.date }
  const { time, extras } = owedOf(booking)
  const about: ChargeAbout = {
    kind: 'booking',
    ...{ bookingId, place, start: wall.start, end: wall.end, ended: endedAs(booking) },
    ...dayPriceOf(booking, time),
  }
  const named = booking.extras.map(({ name, count }) => ({ name, count }))
  return [
    { ...common, source: bookingId, kind: 'booking', amount: time, about },
    {
      ...{ ...common, source: extrasSource(bookingId), kind: 'extra', amount: extras },
      about: { kind: 'extras', bookingId, place, extras: named },
    },
  ]
}

export function extrasSource(bookingId: BookingId): string {
  return `${bookingId}/extras`
}

/** A hold owes nothing before it is confirmed, nor once it is gone. */
export function owedOf(booking: Booking): { readonly time: Money; readonly extras: Money } {
  switch (booking.state) {
    case 'held':
    case 'lapsed':
    case 'declined': {
      const none = zero(booking.owed.currency)
      return { time: none, extras: none }
    }
    case 'confirmed':
    case 'checked-in':
    case 'completed':
      return split(booking, zero(booking.owed.currency))
    case 'no-show':
    case 'cancelled':
      return split(booking, booking.refundDue)
  }
}

/** What came back came back of all it had, in the same share. Where nothing is owed at all, nothing is owed of anything. */
function split(booking: Booking, back: Money): { readonly time: Money; readonly extras: Money } {
  const whole = wholePrice(booking)
  const none = zero(whole.currency)
  if (booking.owed.amountMinor === 0) return { time: none, extras: none }
  const all = subtract(whole, booking.price)
  const gone =
    whole.amountMinor === 0 ? none : multiplyHalfUp(all, back.amountMinor, whole.amountMinor)
  const extras = subtract(all, gone)
  return { time: subtract(booking.owed, extras), extras }
}

/** What an earlier time of it left owed has nothing to do with the day it is on now. */
function dayPriceOf({ dayPrice, price }: Booking, time: Money): { readonly dayPrice?: DayPrice } {
  return dayPrice === null || compare(time, price) > 0 ? {} : { dayPrice }
}

function endedAs({ state }: Booking): 'cancelled' | 'no-show' | null {
  return state === 'cancelled' || state === 'no-show' ? state : null
}

/** What a bill takes off, and what is kept for damage, is charged where it is billed: nothing of its own owes it. */
export function isOfBill({ kind }: ChargeAbout): boolean {
  return kind === 'promo' || kind === 'day' || kind === 'damage'
}

/** A pass that was bought. */
export function chargeOfPass(lot: Lot, zone: ZoneTable): Charge {
  const memberId = lot.holder.kind === 'member' ? lot.holder.memberId : null
  return {
    ...{ source: lot.id, kind: 'pass', memberId, amount: lot.owed },
    on: toWallTime(zone, lot.validFrom).date,
    about: { kind: 'pass', name: lot.name },
  }
}
