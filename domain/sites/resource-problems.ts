/** What is wrong with a place as an operator sets it, beside its rules. */
import { limits } from '../values/limits.ts'
import type { Catalogue } from './catalogue.ts'
import { hoursProblems } from './hours-problems.ts'
import { linkProblems } from './link-problems.ts'
import type { Resource } from './resource.ts'
import { rulesProblems } from './rules-problems.ts'
import {
  nameProblems,
  numberProblems,
  problemIf,
  type SettingProblem,
  under,
} from './setting-problem.ts'

export function resourceProblems(
  resource: Resource,
  catalogue: Catalogue,
): readonly SettingProblem[] {
  const {
    name,
    zoneName,
    floorId,
    mode,
    capacity,
    amenities,
    hours,
    holdMinutes,
    approvalMinutes,
    photos,
  } = resource
  const isTaken = catalogue.resources.some(
    (other) => other.id !== resource.id && other.floorId === floorId && other.name === name,
  )
  const isFloor = catalogue.site.floors.some((floor) => floor.id === floorId)
  return [
    ...nameProblems(name, 'name', limits.settingNameLengthMax),
    ...problemIf(isTaken, 'name', 'name-taken'),
    ...nameProblems(zoneName, 'zoneName', limits.settingNameLengthMax),
    ...problemIf(!isFloor, 'floorId', 'unknown-floor'),
    ...(mode.kind === 'pool' ? numberProblems(mode.units, 'units', 1, limits.poolUnitsMax) : []),
    ...numberProblems(capacity, 'capacity', 1, limits.peopleMax),
    ...problemIf(amenities.length > limits.amenitiesMax, 'amenities', 'too-many'),
    ...problemIf(new Set(amenities).size < amenities.length, 'amenities', 'same-twice'),
    ...amenities.flatMap((one) => nameProblems(one, 'amenities', limits.settingNameLengthMax)),
    ...(holdMinutes === null ? [] : numberProblems(holdMinutes, 'holdMinutes', 1, 1440)),
    ...(approvalMinutes === null
      ? []
      : numberProblems(approvalMinutes, 'approvalMinutes', 1, 14 * 1440)),
    ...problemIf(photos.length > limits.photosMax, 'photos', 'too-many'),
    ...photos.flatMap(({ alt }, index) =>
      nameProblems(alt, `photos.${index}.alt`, limits.photoAltLengthMax),
    ),
    ...(hours === null ? [] : under('hours', hoursProblems(hours))),
    ...under('rules', rulesProblems(resource.rules)),
    ...linkProblems(resource, catalogue),
  ]
}
