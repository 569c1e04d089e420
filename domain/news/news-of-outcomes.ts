/** What members are told of wishes that became no booking, and which bookings are not what was wished first. */
import type { SettledIntent } from '../bookings/wishes/outcome.ts'
import type { Refusal } from '../bookings/wishes/refusal.ts'
import { type BookingId, bookingIdOf, type MemberId, type SiteId } from '../values/ids.ts'
import type { WishNewsKind } from './news.ts'
import type { Told } from './news-of-bookings.ts'

export interface SettledOf {
  readonly memberId: MemberId
  /** Where they are at home: what is changed says no location of its own. */
  readonly homeId: SiteId
  readonly settled: SettledIntent
}

/** Wishes for a place. That something else could not be saved is said where it was tried. */
const asked: readonly SettledIntent['kind'][] = [
  'booking.request',
  'booking.change',
  'series.request',
  'basket.request',
]

/** Slips and faults of the app itself: they are said on the screen, and nobody waits for a place because of them. */
const unsaid: readonly Refusal['reason'][] = [
  'already-yours',
  'malformed',
  'unknown-kind',
  'not-allowed',
  'unchanged',
]

export function newsOfOutcomes(settled: readonly SettledOf[]): readonly Told[] {
  return settled.flatMap(({ memberId, homeId, settled: one }): readonly Told[] => {
    const { kind: asked, outcome, intentId } = one
    if (asked === 'rsvp.set' && outcome.kind === 'refused' && isSaid(outcome.refusal)) {
      return [{ memberId, siteId: one.siteId ?? homeId, news: { kind: 'event-refused', intentId } }]
    }
    const kind = kindOf(one)
    // What was wished for somebody else is not the story of whoever asked.
    if (kind === null || one.wish === null) return []
    return [{ memberId, siteId: one.siteId ?? homeId, news: { kind, intentId: one.intentId } }]
  })
}

function kindOf({ kind, outcome }: SettledIntent): WishNewsKind | null {
  if (!asked.includes(kind)) return null
  if (outcome.kind === 'ask-again') return 'dearer'
  if (outcome.kind !== 'refused' || !isSaid(outcome.refusal)) return null
  return outcome.refusal.reason === 'expired' ? 'too-late' : 'refused'
}

function isSaid({ reason }: Refusal): boolean {
  return !unsaid.includes(reason)
}

/** Bookings that are a fall-back of their wish, or the closest one (B-08). */
export function bookedInstead(settled: readonly SettledOf[]): ReadonlySet<BookingId> {
  return new Set(
    settled.flatMap(({ settled: { outcome, intentId, kind } }) =>
      kind === 'booking.request' && outcome.kind === 'confirmed' && outcome.choice !== 0
        ? [bookingIdOf(intentId)]
        : [],
    ),
  )
}
