/**
 * The door for plans: unknown JSON becomes a plan or the path of what is wrong with it. Strict and capped, because a plan is drawn,
 * indexed and searched on every member's phone.
 */
import * as v from 'valibot'
import { isId } from '../../domain/values/ids.ts'
import { ok, problem, type Result } from '../../domain/values/result.ts'
import { type FloorPlan, fixtureKinds, surfaces } from './floor-plan.ts'
import {
  box,
  floorLength,
  length,
  opacity,
  openings,
  picture,
  point,
  rotation,
  text,
  unit,
} from './plan-fields.ts'

/** A floor for a few thousand people has about this many objects; more would draw slowly on a small phone. */
export const OBJECTS_MAX = 3000

const wall = v.strictObject({
  from: v.strictObject(point),
  to: v.strictObject(point),
  thickness: length,
  material: v.picklist(['solid', 'glass']),
  openings,
})

function listOf<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(v.array(schema), v.maxLength(OBJECTS_MAX))
}

const floorPlan = v.pipe(
  v.strictObject({
    format: v.literal(1),
    floorId: v.custom<string>((input) => isId('floor', input)),
    version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    width: floorLength,
    height: floorLength,
    areas: listOf(v.strictObject({ ...box, surface: v.picklist(surfaces) })),
    zones: listOf(v.strictObject({ ...point, name: text })),
    walls: listOf(wall),
    fixtures: listOf(v.strictObject({ ...box, rotation, kind: v.picklist(fixtureKinds) })),
    placements: listOf(
      v.strictObject({
        ...box,
        rotation,
        resourceId: v.custom<string>((input) => isId('resource', input)),
        unit,
        shape: v.picklist(['desk', 'seat', 'room']),
      }),
    ),
    labels: listOf(
      v.strictObject({ ...point, rotation, text, size: v.picklist(['small', 'large']) }),
    ),
    background: v.optional(v.strictObject({ ...box, rotation, picture, opacity })),
  }),
  v.check(({ areas, walls, fixtures, placements, labels }) => {
    const parts = [areas, walls, fixtures, placements, labels]
    return parts.reduce((sum, part) => sum + part.length, 0) <= OBJECTS_MAX
  }, 'too many objects'),
)

export interface PlanProblem {
  readonly kind: 'malformed'
  /** Where in the plan, as `placements.3.width`; empty for the plan as a whole. */
  readonly path: string
}

export function parseFloorPlan(input: unknown): Result<FloorPlan, PlanProblem> {
  const found = v.safeParse(floorPlan, input)
  if (found.success) return ok(found.output as unknown as FloorPlan) // ids were checked, brands are given here
  const [issue] = found.issues
  return problem({ kind: 'malformed', path: v.getDotPath(issue) ?? '' })
}
