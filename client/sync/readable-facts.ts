/**
 * The door for records of the member's document. Only the space writes them, but it may be newer than this app: a record that this
 * version cannot show is left out alone, and everything else goes on.
 */
import type { Booking } from '../../domain/bookings/booking.ts'
import { bookingViewStates } from '../../domain/bookings/booking-view-row.ts'
import type { Series } from '../../domain/bookings/series/series.ts'
import type { Wait } from '../../domain/bookings/waitlist/wait.ts'
import type { Choice } from '../../domain/bookings/wishes/intent.ts'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import { isId } from '../../domain/values/ids.ts'
import { isInterval } from '../../domain/values/interval.ts'
import { isLocalDate } from '../../domain/values/local-date.ts'

const outcomeKinds = ['confirmed', 'held', 'refused', 'ask-again', 'series']

const rhythmKinds = ['daily', 'weekly', 'monthly-by-date', 'monthly-by-weekday']

export function isReadableBooking(record: unknown): record is Booking {
  return (
    isObject(record) &&
    isId('booking', record['id']) &&
    isId('intent', record['intentId']) &&
    isId('site', record['siteId']) &&
    typeof record['state'] === 'string' &&
    Object.hasOwn(bookingViewStates, record['state']) &&
    isPlaceAndTime(record)
  )
}

/** A rule this version does not know leaves its bookings standing by themselves. */
export function isReadableSeries(record: unknown): record is Series {
  if (!isObject(record) || !isObject(record['recurrence']) || !isObject(record['span']))
    return false
  const { id, recurrence, dates } = record
  const { rhythm, end, startOn } = recurrence as Readonly<Record<string, unknown>> // an object, as just checked
  const isKnown = isObject(rhythm) && rhythmKinds.includes(String(rhythm['kind']))
  return (
    isId('series', id) &&
    isKnown &&
    isObject(end) &&
    isLocalDate(startOn) &&
    Array.isArray(dates) &&
    dates.every(isLocalDate)
  )
}

const waitStates = ['waiting', 'offered', 'over']

export function isReadableWait(record: unknown): record is Wait {
  if (!isObject(record) || !isObject(record['wall'])) return false
  const { id, resourceIds, state, interval, wall } = record
  const { start, end } = wall as Readonly<Record<string, unknown>> // an object, as just checked
  return (
    isId('wait', id) &&
    typeof state === 'string' &&
    waitStates.includes(state) &&
    Array.isArray(resourceIds) &&
    resourceIds.every((one) => isId('resource', one)) &&
    isObject(interval) &&
    isInterval(interval as never) && // it checks both numbers itself
    isWallTime(start) &&
    isWallTime(end)
  )
}

export function isReadableSettled(record: unknown): record is SettledIntent {
  if (!isObject(record) || !isObject(record['outcome'])) return false
  const { intentId, outcome, settledAt, wish } = record
  const { kind, alternatives } = outcome as Readonly<Record<string, unknown>> // an object, as just checked
  const isAnswered = typeof kind === 'string' && outcomeKinds.includes(kind)
  const isOffering = kind === 'refused' || kind === 'ask-again'
  const { occurrences } = outcome as Readonly<Record<string, unknown>> // the same object
  return (
    isId('intent', intentId) &&
    typeof settledAt === 'number' &&
    isAnswered &&
    (kind !== 'series' || (Array.isArray(occurrences) && occurrences.every(isOccurrence))) &&
    (wish === null || isPlaceAndTime(wish)) &&
    (!isOffering || (Array.isArray(alternatives) && alternatives.every(isAlternative)))
  )
}

function isOccurrence(record: unknown): boolean {
  if (!isObject(record) || typeof record['number'] !== 'number') return false
  const isNo = record['kind'] === 'refused' || record['kind'] === 'dearer'
  return typeof record['kind'] === 'string' && (!isNo || isPlaceAndTime(record['wish']))
}

function isAlternative(record: unknown): boolean {
  return isObject(record) && isPlaceAndTime(record['choice']) && isObject(record['price'])
}

function isPlaceAndTime(record: unknown): record is Choice {
  if (!isObject(record) || !isObject(record['wall'])) return false
  const { start, end } = record['wall']
  return (
    isId('resource', record['resourceId']) &&
    isObject(record['interval']) &&
    isInterval(record['interval'] as never) && // it checks both numbers itself
    isWallTime(start) &&
    isWallTime(end)
  )
}

function isWallTime(record: unknown): boolean {
  return isObject(record) && isLocalDate(record['date']) && typeof record['minute'] === 'number'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
