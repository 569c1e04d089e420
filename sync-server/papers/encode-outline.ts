/** The outline of a glyph, as a weight of a variable font gives it, in the bytes of the table `glyf`. Without hints: paper needs none. */

export interface OutlineCommand {
  readonly command: string
  readonly args: readonly number[]
}

interface Point {
  readonly x: number
  readonly y: number
  readonly isOnCurve: boolean
}

export function encodeOutline(commands: readonly OutlineCommand[]): Buffer {
  const contours = contoursOf(commands)
  const points = contours.flat()
  const ends = contours.map((_, index) => contours.slice(0, index + 1).flat().length - 1)
  const box = [
    Math.min(...points.map(({ x }) => x)),
    Math.min(...points.map(({ y }) => y)),
    Math.max(...points.map(({ x }) => x)),
    Math.max(...points.map(({ y }) => y)),
  ]
  const offsets = (of: (point: Point) => number) =>
    points.map((point, index) => of(point) - (index === 0 ? 0 : of(points[index - 1] ?? point)))
  const bytes = Buffer.concat([
    int16s([contours.length, ...(points.length === 0 ? [0, 0, 0, 0] : box), ...ends, 0]),
    Buffer.from(points.map(({ isOnCurve }) => (isOnCurve ? 1 : 0))),
    int16s(offsets(({ x }) => x)),
    int16s(offsets(({ y }) => y)),
  ])
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}

function contoursOf(commands: readonly OutlineCommand[]): readonly (readonly Point[])[] {
  const contours: Point[][] = []
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args.map(Math.round)
    const contour = contours.at(-1)
    switch (command) {
      case 'moveTo':
        contours.push([{ x: a, y: b, isOnCurve: true }])
        break
      case 'lineTo':
        contour?.push({ x: a, y: b, isOnCurve: true })
        break
      case 'quadraticCurveTo':
        contour?.push({ x: a, y: b, isOnCurve: false }, { x: c, y: d, isOnCurve: true })
        break
      case 'closePath':
        break
      default:
        throw new Error(`Broken invariant: a TrueType outline has no ${command}`)
    }
  }
  return contours.map(withoutReturn)
}

/** A contour closes by itself. */
function withoutReturn(contour: readonly Point[]): readonly Point[] {
  const [first, last] = [contour[0], contour.at(-1)]
  const isBack = contour.length > 1 && last?.isOnCurve && first?.x === last.x && first.y === last.y
  return isBack ? contour.slice(0, -1) : contour
}

function int16s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [index, value] of values.entries()) bytes.writeInt16BE(value, 2 * index)
  return bytes
}
