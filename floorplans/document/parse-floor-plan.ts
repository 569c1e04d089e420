/**
 * The door for plans: unknown JSON becomes a plan or the path of what is wrong with it. Strict and capped, because a plan is drawn,
 * indexed and searched on every member's phone.
 */
import * as v from 'valibot'
import { isId } from '../../domain/values/ids.ts'
import { ok, problem, type Result } from '../../domain/values/result.ts'
import { type FloorPlan, fixtureKinds, surfaces } from './floor-plan.ts'

/** A floor for a few thousand people has about this many objects; more would draw slowly on a small phone. */
export const OBJECTS_MAX = 3000
/** Openings of one wall: a façade with a window every metre and a half. */
const OPENINGS_MAX = 100
/** Ten kilometres: beyond it a coordinate is a mistake. */
const REACH_CM_MAX = 1_000_000
const TEXT_LENGTH_MAX = 60
const FLOOR_CM_MAX = 50_000

const coordinate = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-REACH_CM_MAX),
  v.maxValue(REACH_CM_MAX),
)
const length = v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(REACH_CM_MAX))
const rotation = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(359))
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT_LENGTH_MAX))
const point = { x: coordinate, y: coordinate }
const box = { ...point, width: length, height: length }

const opening = v.variant('kind', [
  v.strictObject({
    kind: v.picklist(['gap', 'window']),
    at: v.pipe(coordinate, v.minValue(0)),
    width: length,
  }),
  v.strictObject({
    kind: v.literal('door'),
    at: v.pipe(coordinate, v.minValue(0)),
    width: length,
    hinge: v.picklist(['start', 'end']),
    swing: v.picklist(['left', 'right']),
  }),
])

const wall = v.strictObject({
  from: v.strictObject(point),
  to: v.strictObject(point),
  thickness: length,
  material: v.picklist(['solid', 'glass']),
  openings: v.pipe(v.array(opening), v.maxLength(OPENINGS_MAX)),
})

function listOf<Schema extends v.GenericSchema>(schema: Schema) {
  return v.pipe(v.array(schema), v.maxLength(OBJECTS_MAX))
}

const floorPlan = v.pipe(
  v.strictObject({
    format: v.literal(1),
    floorId: v.custom<string>((input) => isId('floor', input)),
    version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    width: v.pipe(length, v.maxValue(FLOOR_CM_MAX)),
    height: v.pipe(length, v.maxValue(FLOOR_CM_MAX)),
    areas: listOf(v.strictObject({ ...box, surface: v.picklist(surfaces) })),
    zones: listOf(v.strictObject({ ...point, name: text })),
    walls: listOf(wall),
    fixtures: listOf(v.strictObject({ ...box, rotation, kind: v.picklist(fixtureKinds) })),
    placements: listOf(
      v.strictObject({
        ...box,
        rotation,
        resourceId: v.custom<string>((input) => isId('resource', input)),
        unit: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
        shape: v.picklist(['desk', 'seat', 'room']),
      }),
    ),
    labels: listOf(
      v.strictObject({ ...point, rotation, text, size: v.picklist(['small', 'large']) }),
    ),
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
