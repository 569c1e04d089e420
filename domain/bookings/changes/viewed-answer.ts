/** The space's no to a wish about a booking: shown beside the booking, which stays as it was. */
import type { IntentId } from '../../values/ids.ts'
import { DAY_MS, type Instant } from '../../values/instant.ts'
import type { Money } from '../../values/money.ts'
import { type Booking, isLive } from '../booking.ts'
import { type ViewedPlace, viewedPlace } from '../viewed-time.ts'
import type { Alternative, SettledIntent } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'

const told = {
  'booking.cancel': 'cancel',
  'booking.change': 'change',
  'booking.end': 'end',
  'booking.sit': 'change',
} as const

export interface ViewedAnswer {
  readonly intentId: IntentId
  readonly wish: (typeof told)[keyof typeof told]
  /** Where it was to be; null where that was not the wish. */
  readonly to: ViewedPlace | null
  /** Why not; null where it would have owed more than was agreed. */
  readonly refusal: Refusal | null
  /** What it would owe in all, where that was more than agreed. */
  readonly owed: Money | null
  readonly alternatives: readonly Alternative[]
}

/** It stays in sight this long, so that a member who was away still learns of it. */
const SHOWN_MS = 7 * DAY_MS

/** The last answer to each booking, where that was a no and the booking still stands. */
export function answersByBooking(
  settled: Iterable<SettledIntent>,
): ReadonlyMap<string, SettledIntent> {
  const last = new Map<string, SettledIntent>()
  for (const one of settled) {
    if (one.about === undefined) continue
    const known = last.get(one.about)
    const isLater =
      known === undefined ||
      one.settledAt > known.settledAt ||
      (one.settledAt === known.settledAt && one.intentId > known.intentId)
    if (isLater) last.set(one.about, one)
  }
  return last
}

export function viewedAnswer(
  booking: Booking,
  answer: SettledIntent | undefined,
  now: Instant,
): ViewedAnswer | null {
  if (answer === undefined || !isTold(answer.kind) || !isLive(booking.state)) return null
  const { outcome, intentId, settledAt, wish } = answer
  if (outcome.kind !== 'refused' && outcome.kind !== 'ask-again') return null
  if (settledAt + SHOWN_MS < now || booking.interval.endsAt <= now) return null
  return {
    intentId,
    wish: told[answer.kind],
    to: wish === null ? null : viewedPlace(wish),
    refusal: outcome.kind === 'refused' ? outcome.refusal : null,
    owed: outcome.kind === 'ask-again' ? outcome.price : null,
    alternatives: outcome.alternatives,
  }
}

function isTold(kind: string): kind is keyof typeof told {
  return Object.hasOwn(told, kind)
}
