/** A floor of any number of desks in rows, in zones of a hundred, and how they look at some moment. */
import { toId } from '../../domain/values/ids.ts'
import type { FloorPlan, Placement } from '../../floorplans/document/floor-plan.ts'
import {
  type Look,
  type Looks,
  lookStates,
  placeKey,
  type ZoneCounts,
} from '../../floorplans/scene/look.ts'

const STEP_CM = 220
const DESK = { width: 160, height: 140, rotation: 0, shape: 'desk', unit: null } as const
const DESKS_A_ZONE = 100

export function floorOf(desks: number): FloorPlan {
  const perRow = Math.ceil(Math.sqrt(desks * 1.5))
  const at = (index: number) => ({
    x: STEP_CM * (1 + (index % perRow)),
    y: STEP_CM * (1 + Math.floor(index / perRow)),
  })
  const placements = Array.from(
    { length: desks },
    (_, index): Placement => ({
      ...DESK,
      ...at(index),
      resourceId: toId('resource', `res_desk-${index}`),
    }),
  )
  const [width, height] = [STEP_CM * (perRow + 1), STEP_CM * (Math.ceil(desks / perRow) + 1)]
  const corners = [at(0), { x: width, y: 0 }, { x: width, y: height }, { x: 0, y: height }]
  return {
    ...{ format: 1, floorId: toId('floor', 'flr_bench'), version: 1, width, height },
    areas: [{ x: width / 2, y: height / 2, width, height, surface: 'floor' }],
    zones: Array.from({ length: Math.ceil(desks / DESKS_A_ZONE) }, (_, index) => ({
      ...at(index * DESKS_A_ZONE),
      name: `Zone ${index + 1}`,
    })),
    walls: corners.map((from, index) => ({
      ...{ from, to: corners[(index + 1) % 4] ?? from, thickness: 30, material: 'solid' },
      openings: [],
    })),
    ...{ fixtures: [], labels: [], placements },
  }
}

/** At each moment one desk in twenty looks otherwise than at the moment before. */
export function looksAt(plan: FloorPlan, moment: number): Looks {
  return new Map(
    plan.placements.map(({ resourceId, unit }, index): [string, Look] => {
      const turns = Math.floor((moment + 19 - (index % 20)) / 20)
      const state = lookStates[(index + turns) % lookStates.length] ?? 'closed'
      return [placeKey(resourceId, unit), { state, isStale: false, text: `${index}`, detail: '' }]
    }),
  )
}

export function countsOf(plan: FloorPlan): ZoneCounts {
  return new Map(plan.zones.map(({ name }) => [name, '12 free']))
}
