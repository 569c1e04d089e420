/** Where in a room its name stands: on the floor or on one table, across as few edges of furniture as can be, close to the middle. Pure. */
import type { Bounds } from '../document/geometry.ts'

/** To cover the sign of a state is so much worse than to cover a chair. */
const SIGN_WEIGHT = 12
/** Heights that are tried, from the middle up and down. */
const STEPS = 6

export interface NameSpot {
  /** Centimetres below the middle of the room. */
  readonly drop: number
  /** Which share of the text lies across edges of what stands there. */
  readonly covered: number
}

/**
 * How far below the middle of the room a text of this size stands best; all in centimetres. What it lies across counts by how much of it
 * the text covers; what it lies within entirely is a table that it is set on.
 */
export function nameSpot(
  room: Bounds,
  sign: Bounds,
  things: readonly Bounds[],
  width: number,
  height: number,
): NameSpot {
  const [x, y] = [(room.minX + room.maxX) / 2, (room.minY + room.maxY) / 2]
  const free = Math.max(0, (room.maxY - room.minY - height) / 2)
  let [best, least, covered] = [0, Number.POSITIVE_INFINITY, 0]
  for (let step = 0; step <= 2 * STEPS; step += 1) {
    // 0, then up and down in turn.
    const drop = (free * Math.ceil(step / 2) * (step % 2 === 0 ? 1 : -1)) / STEPS
    const [minX, maxX] = [x - width / 2, x + width / 2]
    const [minY, maxY] = [y + drop - height / 2, y + drop + height / 2]
    // The way from the middle has to be worth a quarter of the text.
    const way = (Math.abs(drop) / (free || 1)) * width * height * 0.25
    let crossed = 0
    for (const thing of [sign, ...things]) {
      const across = Math.min(maxX, thing.maxX) - Math.max(minX, thing.minX)
      const down = Math.min(maxY, thing.maxY) - Math.max(minY, thing.minY)
      const isOn =
        thing.minX <= minX && thing.maxX >= maxX && thing.minY <= minY && thing.maxY >= maxY
      if (across > 0 && down > 0 && !isOn)
        crossed += across * down * (thing === sign ? SIGN_WEIGHT : 1)
    }
    if (way + crossed < least) [best, least, covered] = [drop, way + crossed, crossed]
  }
  return { drop: best, covered: covered / (width * height) }
}
