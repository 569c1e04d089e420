/** A screen on a wall of a location: which floors it shows, for how long each, and whether it names people. */
import * as v from 'valibot'
import { type FloorId, isId } from '../values/ids.ts'
import { limits } from '../values/limits.ts'

export interface ScreenSettings {
  readonly name: string
  /** The floors it goes through; those that the location has not any more are passed over. */
  readonly floorIds: readonly FloorId[]
  readonly secondsPerFloor: number
  /** Shows those who let others see where they sit. */
  readonly showsNames: boolean
}

/** Long enough to find a free desk on a floor. */
export const USUAL_SECONDS = 15

const shape = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.settingNameLengthMax)),
  floorIds: v.pipe(
    v.array(v.custom<FloorId>((id) => isId('floor', id))),
    v.minLength(1),
    v.maxLength(limits.floorsMax),
  ),
  secondsPerFloor: v.pipe(
    v.number(),
    v.safeInteger(),
    v.minValue(limits.secondsPerFloorMin),
    v.maxValue(limits.secondsPerFloorMax),
  ),
  showsNames: v.boolean(),
})

/** The settings of a screen, or null where they make none. */
export function parseScreen(input: unknown): ScreenSettings | null {
  const read = v.safeParse(shape, input)
  return read.success ? read.output : null
}
