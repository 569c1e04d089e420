/** Until when a wish is of use. Unsettled by then it expires, so that nobody is booked into a time they have given up (D-63). */
import { type Catalogue, findResource } from '../../sites/catalogue.ts'
import { unitOf } from '../../sites/granularity.ts'
import { addMinutes, type Instant, toInstant } from '../../values/instant.ts'
import type { Choice } from './intent.ts'

/**
 * The latest moment at which one of the choices can still be had: its start less the notice its place asks for. A time that runs
 * already is of use while the rules let it begin, which is for one increment after its start; a day or half-day until its end.
 */
export function defaultDeadline(
  catalogue: Catalogue | null,
  choices: readonly Choice[],
  madeAt: Instant,
): Instant {
  const deadlines = choices.map(({ resourceId, interval }) => {
    const resource = catalogue === null ? null : findResource(catalogue, resourceId)
    if (catalogue === null || resource === null) return interval.startsAt
    const lastAt = addMinutes(interval.startsAt, -resource.rules.noticeMinutes)
    if (lastAt >= madeAt) return lastAt
    if (unitOf(catalogue, resource, interval) !== null) return interval.endsAt
    return addMinutes(interval.startsAt, resource.rules.incrementMinutes)
  })
  return toInstant(Math.max(madeAt, ...deadlines))
}
