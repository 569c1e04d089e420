/** Everything the portal says, in English: one typed function per reason and message, so that screens and mails say the same. */

import type { AvailabilityState } from '../bookings/availability.ts'
import type { BookingViewState } from '../bookings/booking-view-row.ts'
import type { Refusal, RefusalReason } from '../bookings/refusal.ts'
import type { ResourceKind } from '../sites/resource.ts'
import type { LocalDate } from '../values/local-date.ts'
import { dayNumber, weekdayOf } from '../values/local-date.ts'
import type { Money } from '../values/money.ts'

type RefusalOf<Reason extends RefusalReason> = Extract<Refusal, { reason: Reason }>

const refusals: { readonly [Reason in RefusalReason]: (refusal: RefusalOf<Reason>) => string } = {
  booked: () => 'It is booked by someone else at that time.',
  held: () => 'It is being held for someone else at that time.',
  'asked-for': () => 'Someone else has asked for it at that time.',
  'pool-full': ({ units }) => `All ${units} places are taken at that time.`,
  'pool-split': () => 'No single place is free all the time. Parts of it are.',
  assigned: () => 'It belongs to another member.',
  linked: () => 'It is part of a room that is booked at that time.',
  blocked: () => 'It is out of use at that time.',
  closed: ({ closureName }) =>
    closureName === null ? 'The space is closed at that time.' : `Closed: ${closureName}.`,
  buffer: ({ bufferMinutes }) =>
    `It needs ${duration(bufferMinutes)} free before and after another booking.`,
  notice: ({ noticeMinutes }) => `It must be booked at least ${duration(noticeMinutes)} before.`,
  past: () => 'That time is over.',
  'too-far': ({ limit }) => `It can be booked up to ${count(limit.days, 'day')} ahead.`,
  'too-short': ({ minMinutes }) => `It can be booked for ${duration(minMinutes)} or longer.`,
  'too-long': ({ maxMinutes }) => `It can be booked for ${duration(maxMinutes)} at most.`,
  increment: ({ incrementMinutes }) => `It is booked in steps of ${duration(incrementMinutes)}.`,
  'nonexistent-local-time': () => 'The clocks change then, and that time does not exist.',
  capacity: ({ capacity }) => `It takes ${count(capacity, 'person', 'people')}, you included.`,
  quota: ({ limit }) => `You have reached your limit of ${count(limit, 'booking')}.`,
  tier: () => 'Your membership does not include it. Ask the space about changing it.',
  overdue: () => 'An invoice is overdue. Pay it first, then book.',
  'rules-not-accepted': () => 'Accept the house rules first, then book.',
  'already-yours': () => 'You have booked it for that time already.',
  expired: () => 'The space heard of it too late. Nothing was booked or charged.',
  'unknown-resource': () => 'It is not there any more.',
  'unknown-booking': () => 'There is no such booking.',
  'already-cancelled': () => 'That booking is over or cancelled already.',
  'already-started': () => 'It has started, so it can no longer be cancelled.',
  'hold-expired': () => 'It was held for you, but the time ran out.',
  'hold-already-extended': () => 'It was held a little longer once already.',
  'not-held': () => 'It is not being held any more.',
  'not-allowed': () => 'You may not do that here. Ask the space.',
  'unresolved-bookings': ({ bookingIds }) =>
    `${count(bookingIds.length, 'booking')} must be dealt with first.`,
  'preview-changed': () => 'Something changed while you were looking. Look again.',
  malformed: () => 'The request could not be read. Update the app and try again.',
  'unknown-kind': () => 'The space does not know this kind of request yet.',
}

export function refusalText(refusal: Refusal): string {
  const say = refusals[refusal.reason] as (refusal: Refusal) => string // the table has one row per reason
  return say(refusal)
}

export const stateWords: Readonly<Record<BookingViewState, string>> = {
  saved: 'Saved on this device',
  received: 'Waiting for reply',
  held: 'Held for you',
  confirmed: 'Booked',
  'checked-in': 'Checked in',
  completed: 'Past',
  'no-show': 'Missed',
  refused: 'Not booked',
  'ask-again': 'Price changed',
  expired: 'Too late',
  cancelled: 'Cancelled',
  lapsed: 'Not confirmed in time',
}

export const stateSentences: Readonly<Record<BookingViewState, string>> = {
  saved: "Saved on this device. We'll send it when you're back online.",
  received: 'The space has your request. Usually confirmed in a second.',
  held: 'It is yours if you confirm in time.',
  confirmed: 'Booked.',
  'checked-in': 'You are here.',
  completed: 'This is over.',
  'no-show': 'Nobody came.',
  refused: 'Nothing was booked or charged.',
  'ask-again': 'The price is higher than the one you were shown. Nothing was booked.',
  expired: 'The space heard of it too late. Nothing was booked or charged.',
  cancelled: 'This booking was cancelled.',
  lapsed: 'It was not confirmed in time and is free again.',
}

export const availabilityWords: Readonly<Record<AvailabilityState, string>> = {
  available: 'Free',
  mine: 'Yours',
  asked: 'Asked for',
  held: 'Held',
  busy: 'Taken',
  blocked: 'Out of use',
  closed: 'Closed',
  unavailable: 'Not for this time',
}

export const kindWords: Readonly<Record<ResourceKind, string>> = {
  'hot-desk': 'Desk',
  'dedicated-desk': 'Own desk',
  'meeting-room': 'Room',
  'phone-booth': 'Booth',
  'private-office': 'Office',
  'event-hall': 'Event space',
}

export const notSavedWords: Readonly<Record<'full' | 'unavailable' | 'too-many', string>> = {
  full: 'This device is out of space. It could not be saved. Free some space and try again.',
  unavailable: 'This browser does not let the app keep data. It could not be saved.',
  'too-many': 'Too many requests wait on this device. Connect to the space first.',
}

/** Cancelling is free until the start under every rule that exists. */
export function cancellationText(dateText: string, startText: string): string {
  return `Free cancellation until ${dateText}, ${startText}`
}

export function moneyText(amount: Money): string {
  if (amount.amountMinor === 0) return 'Included'
  return new Intl.NumberFormat('en', { style: 'currency', currency: amount.currency }).format(
    amount.amountMinor / 100,
  )
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = 'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec'.split(',')

export function weekdayText(date: LocalDate): string {
  return weekdays[weekdayOf(date) - 1] ?? ''
}

/** "Today", "Tomorrow", else "Tue 24 Nov". */
export function dateText(date: LocalDate, today: LocalDate): string {
  const away = dayNumber(date) - dayNumber(today)
  if (away === 0) return 'Today'
  if (away === 1) return 'Tomorrow'
  return `${weekdayText(date)} ${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return count(rest, 'minute')
  return rest === 0 ? count(hours, 'hour') : `${count(hours, 'hour')} ${count(rest, 'minute')}`
}
