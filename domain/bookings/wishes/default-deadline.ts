/** Until when a wish is of use. Unsettled by then it expires, so that nobody is booked into a time they have given up (D-63). */
import type { Catalogue } from '../../sites/catalogue.ts'
import { addMinutes, type Instant, toInstant } from '../../values/instant.ts'
import type { Choice } from './intent.ts'

/**
 * The latest moment at which one of the choices can still be had: its start less the notice its place asks for. A time that runs
 * already is of use while the rules let it begin, which is for one increment after its start.
 */
export function defaultDeadline(
  catalogue: Pick<Catalogue, 'resources'>,
  choices: readonly Choice[],
  madeAt: Instant,
): Instant {
  const deadlines = choices.map(({ resourceId, interval }) => {
    const rules = catalogue.resources.find(({ id }) => id === resourceId)?.rules
    const lastAt = addMinutes(interval.startsAt, -(rules?.noticeMinutes ?? 0))
    if (lastAt >= madeAt) return lastAt
    return addMinutes(interval.startsAt, rules?.incrementMinutes ?? 0)
  })
  return toInstant(Math.max(madeAt, ...deadlines))
}
