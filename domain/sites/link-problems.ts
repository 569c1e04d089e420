/** Why a place cannot become a part of another one. What is booked by then is the matter of `bookings/links`. */
import type { Catalogue } from './catalogue.ts'
import { findResource } from './catalogue.ts'
import { partsOf, wholesOf } from './links.ts'
import type { Resource } from './resource.ts'
import { problemIf, type SettingProblem } from './setting-problem.ts'

export function linkProblems(resource: Resource, catalogue: Catalogue): readonly SettingProblem[] {
  if (resource.partOf === null) return []
  const whole = findResource(catalogue, resource.partOf)
  if (resource.partOf === resource.id || isRound(resource, catalogue)) {
    return problemIf(true, 'partOf', 'circle')
  }
  if (whole === null) return problemIf(true, 'partOf', 'unknown-place')
  const isShared = [resource, whole].some(({ mode }) => mode.kind !== 'exclusive')
  return [
    ...problemIf(whole.floorId !== resource.floorId, 'partOf', 'other-floor'),
    ...problemIf(isShared, 'partOf', 'not-one-by-one'),
  ]
}

/** True where a place would be above and below at once. */
function isRound(resource: Resource, { resources }: Catalogue): boolean {
  const after = [...resources.filter(({ id }) => id !== resource.id), resource]
  const above = wholesOf(after, resource.id)
  return partsOf(after, resource.id).some((part) => above.some(({ id }) => id === part.id))
}
