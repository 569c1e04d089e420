/** Why nothing of a kind can be had, where that is no matter of the day. */
import type { Refusal } from '../wishes/refusal.ts'
import type { TimeSpan } from '../wishes/times-of-day.ts'
import type { Offer } from './offers.ts'

/** Another day, or a later one, would say the same; the number says how much a place asks for or gives: of several the one that goes furthest counts. */
const ofAnyDay: { readonly [Reason in Refusal['reason']]?: (refusal: Refusal) => number } = {
  'too-long': (one) => (one.reason === 'too-long' ? one.maxMinutes : 0),
  'too-short': (one) => (one.reason === 'too-short' ? -one.minMinutes : 0),
  capacity: (one) => (one.reason === 'capacity' ? one.capacity : 0),
  'too-far': (one) => (one.reason === 'too-far' ? one.latestAt : 0),
  'whole-units': () => 0,
  tier: () => 0,
  overdue: () => 0,
}

export interface WhyNone {
  /** What every place says, in the words of the one that goes furthest. */
  readonly refusal: Refusal
  /** The wished time, only as long as that place is had; null where its length is not what is wrong. */
  readonly instead: TimeSpan | null
}

/** Null where one of the places can be had, might be on another day, or each says something else. `span` is the wished time. */
export function whyNone(offers: readonly Offer[], { from }: TimeSpan): WhyNone | null {
  const refusals = offers.flatMap(({ availability }) => availability.refusal ?? [])
  const reason = refusals[0]?.reason
  const reach = reason === undefined ? undefined : ofAnyDay[reason]
  if (reach === undefined || refusals.length < offers.length) return null
  if (refusals.some((one) => one.reason !== reason)) return null
  const refusal = refusals.reduce((most, one) => (reach(one) > reach(most) ? one : most))
  return { refusal, instead: insteadOf(refusal, from) }
}

function insteadOf(refusal: Refusal, from: number): TimeSpan | null {
  switch (refusal.reason) {
    case 'too-long':
      return { from, until: from + refusal.maxMinutes }
    case 'too-short':
      return from + refusal.minMinutes <= 1440 ? { from, until: from + refusal.minMinutes } : null
    default:
      return null
  }
}
