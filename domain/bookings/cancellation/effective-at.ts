/**
 * When a wish about a booking counts from. A member without a network cancels in time although the space hears of it later (D-71):
 *
 *   the time it claims · the last contact, which was before it · a day before it arrived      the latest of them
 *
 * and never after it arrived. Whoever turns a clock back gains nothing: the last contact is told in the space's own words.
 */
import { DAY_MS, type Instant, toInstant } from '../../values/instant.ts'
import type { Intent } from '../wishes/intent.ts'

export type MadeWhen = Pick<Intent, 'madeAt' | 'heardAt'>

/**
 * `generation` is that of the data it arrives at. A device that had no contact in it, or none at all, has nothing that bears out
 * its claim: its wish counts when it arrives.
 */
export function effectiveAt(
  { madeAt, heardAt }: MadeWhen,
  generation: string | null,
  arrivedAt: Instant,
): Instant {
  if (heardAt === null || heardAt.generation !== generation) return arrivedAt
  return toInstant(Math.min(arrivedAt, Math.max(madeAt, heardAt.at, arrivedAt - DAY_MS)))
}
