/**
 * The time that a check-in made without a network may claim for itself (D-36): never before the last contact, never more than a day
 * before it arrived, never after. So a clock that was put back gains nothing.
 */
import { DAY_MS, type Instant, toInstant } from '../../values/instant.ts'
import type { AnyIntent } from '../wishes/intent.ts'

export function evidenceAt(
  { madeAt, heardAt }: Pick<AnyIntent, 'madeAt' | 'heardAt'>,
  arrivedAt: Instant,
): Instant {
  const earliest = Math.max(heardAt?.at ?? 0, arrivedAt - DAY_MS)
  return toInstant(Math.min(Math.max(madeAt, earliest), arrivedAt))
}
