/** The words for every state: of a wish or booking, of a place at a time, of what could not be kept. */

import type { BookingViewState } from '../../bookings/booking-view-row.ts'
import type { AvailabilityState } from '../../bookings/occupancy/availability.ts'
import type { ResourceKind } from '../../sites/resource.ts'

const words: Readonly<Record<BookingViewState, string>> = {
  saved: 'Saved on this device',
  received: 'Waiting for reply',
  held: 'Held for you',
  offered: 'Offered to you',
  asked: 'Asked',
  'to-pay': 'Not paid yet',
  confirmed: 'Booked',
  'checked-in': 'Checked in',
  completed: 'Past',
  'no-show': 'Missed',
  refused: 'Not booked',
  'ask-again': 'Price changed',
  expired: 'Too late',
  cancelled: 'Cancelled',
  lapsed: 'Not confirmed in time',
  declined: 'Not booked',
  unanswered: 'Not answered',
  'not-paid': 'Not paid in time',
}

const sentences: Readonly<Record<BookingViewState, string>> = {
  saved: "Saved on this device. We'll send it when you're back online.",
  received: 'The space has your request. Usually confirmed in a second.',
  asked: 'The team approves this place first.',
  held: 'It is yours if you confirm in time.',
  offered: 'You waited for it. It is yours if you accept in time.',
  'to-pay': 'It is yours once it is paid.',
  confirmed: 'Booked.',
  'checked-in': 'You are here.',
  completed: 'This is over.',
  'no-show': 'Nobody came.',
  refused: 'Nothing was booked or charged.',
  'ask-again': 'The price is higher than the one you were shown. Nothing was booked.',
  expired: 'The space heard of it too late. Nothing was booked or charged.',
  cancelled: 'This booking was cancelled.',
  declined: 'The team said no. Nothing was charged.',
  unanswered: 'The team did not answer in time. Nothing was charged.',
  lapsed: 'It was not confirmed in time and is free again.',
  'not-paid': 'It was not paid in time and is free again. Nothing was charged.',
}

const availability: Readonly<Record<AvailabilityState, string>> = {
  available: 'Free',
  mine: 'Yours',
  asked: 'Asked for',
  held: 'Held',
  busy: 'Taken',
  blocked: 'Out of use',
  closed: 'Closed',
  unavailable: 'Not for this time',
}

const kinds: Readonly<Record<ResourceKind, string>> = {
  'hot-desk': 'Desk',
  'dedicated-desk': 'Own desk',
  'meeting-room': 'Room',
  'phone-booth': 'Booth',
  'private-office': 'Office',
  'event-hall': 'Event space',
  equipment: 'Equipment',
}

const notSaved: Readonly<Record<'full' | 'unavailable' | 'too-many', string>> = {
  full: 'This device is out of space. It could not be saved. Free some space and try again.',
  unavailable: 'This browser does not let the app keep data. It could not be saved.',
  'too-many': 'Too many requests wait on this device. Connect to the space first.',
}

export const states = { words, sentences, availability, kinds, notSaved } as const
