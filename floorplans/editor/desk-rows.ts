/** Many desks at once: in rows, numbered on from where the floor's numbers end. */
import type { Size } from '../document/draft/draft.ts'
import type { Point } from '../document/floor-plan.ts'

export interface Rows {
  readonly count: number
  readonly perRow: number
  /** Centimetres between two desks of a row, and between two rows. */
  readonly gap: number
  readonly rowGap: number
}

/** Desks that are drawn in one go; a floor has room for a few hundred. */
export const DESKS_AT_ONCE_MAX = 200

/** The centres of the desks, the first at `from`, row by row. */
export function placesInRows(from: Point, size: Size, rows: Rows): readonly Point[] {
  const perRow = Math.max(1, Math.floor(rows.perRow))
  const count = Math.min(DESKS_AT_ONCE_MAX, Math.max(0, Math.floor(rows.count)))
  return Array.from({ length: count }, (_, index) => ({
    x: Math.round(from.x + (index % perRow) * (size.width + rows.gap)),
    y: Math.round(from.y + Math.floor(index / perRow) * (size.height + rows.rowGap)),
  }))
}

/** Where the first desk stands, so that all of them lie around a point. */
export function firstInRows(middle: Point, size: Size, rows: Rows): Point {
  const places = placesInRows({ x: 0, y: 0 }, size, rows)
  const [across, down] = [places.map(({ x }) => x), places.map(({ y }) => y)]
  return {
    x: Math.round(middle.x - Math.max(0, ...across) / 2),
    y: Math.round(middle.y - Math.max(0, ...down) / 2),
  }
}

/** "Desk 41", "Desk 42": the prefix with the numbers that follow the highest one taken. */
export function nextNames(
  prefix: string,
  count: number,
  taken: Iterable<string>,
): readonly string[] {
  const numbers = [...taken].flatMap((name) => {
    const number = name.startsWith(`${prefix} `)
      ? Number(name.slice(prefix.length + 1))
      : Number.NaN
    return Number.isInteger(number) ? [number] : []
  })
  const first = Math.max(0, ...numbers) + 1
  return Array.from({ length: count }, (_, index) => `${prefix} ${first + index}`)
}

/** Gives name after name, each after those it gave before. */
export function numbering(taken: Iterable<string>): (prefix: string) => string {
  const all = [...taken]
  return (prefix) => {
    const [name = prefix] = nextNames(prefix, 1, all)
    all.push(name)
    return name
  }
}
