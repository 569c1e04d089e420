/** The painters of the published plan, drawing paths: what is drawn here looks as it will look there. Colours are names for the style sheet. */
import type { Surface } from '../../../floorplans/document/floor-plan.ts'
import { paintArea } from '../../../floorplans/scene/paint-area.ts'
import { type FixtureBrush, paintFixtureAround } from '../../../floorplans/scene/paint-fixture.ts'
import type { Pen } from '../../../floorplans/scene/pen.ts'

/** The names, at the number that stands for each. */
const inks = [
  ...['furniture', 'line', 'leaf', 'leaf-line', 'soft', 'water', 'quay', 'floor', 'tile', 'court'],
  ...['rug', 'wave', 'joint'],
] as const
type Ink = (typeof inks)[number]

const colourOf = (ink: Ink) => inks.indexOf(ink)

export interface InkedPath {
  readonly d: string
  readonly fill: Ink | null
  readonly stroke: Ink | null
  /** In pixels of the screen. */
  readonly width: number
}

/** Strokes as wide on the screen as they say, whatever the scale: the style sheet keeps them from growing. */
const brush = {
  px: 1,
  palette: {
    ...{ furniture: colourOf('furniture'), line: colourOf('line'), soft: colourOf('soft') },
    ...{ leaf: colourOf('leaf'), leafLine: colourOf('leaf-line') },
    ...{ water: colourOf('water'), quay: colourOf('quay'), floor: colourOf('floor') },
    ...{ tile: colourOf('tile'), court: colourOf('court'), rug: colourOf('rug') },
    ...{ wave: colourOf('wave'), joint: colourOf('joint') },
  },
} satisfies FixtureBrush & Parameters<typeof paintArea>[1]

type Fixtures = Parameters<typeof paintFixtureAround>[2]
interface Size {
  readonly width: number
  readonly height: number
}

export function fixturePaths(kind: Fixtures, { width, height }: Size): readonly InkedPath[] {
  return once(`${kind} ${width} ${height}`, (pen) =>
    paintFixtureAround(pen, brush, kind, { width, height }),
  )
}

export function areaPaths(surface: Surface, { width, height }: Size): readonly InkedPath[] {
  return once(`${surface} ${width} ${height}`, (pen) =>
    paintArea(pen, brush, { x: 0, y: 0, width, height, surface }),
  )
}

/** Sizes of one floor that are kept: a size is dragged through many of them. */
const KEPT_MAX = 500
const kept = new Map<string, readonly InkedPath[]>()

function once(key: string, paint: (pen: Pen) => void): readonly InkedPath[] {
  const known = kept.get(key)
  if (known !== undefined) return known
  const { pen, paths } = makeSvgPen()
  paint(pen)
  if (kept.size >= KEPT_MAX) kept.clear()
  kept.set(key, paths)
  return paths
}

function makeSvgPen(): { readonly pen: Pen; readonly paths: readonly InkedPath[] } {
  const paths: InkedPath[] = []
  let d = ''
  /** What is painted is a shape of its own: the next stroke of the pen begins another. */
  let isPainted = false

  function add(piece: string): Pen {
    if (isPainted) [d, isPainted] = ['', false]
    d += piece
    return pen
  }
  const inkOf = (colour: number) => inks[colour] ?? null
  const round = (...numbers: readonly number[]) =>
    numbers.map((one) => Math.round(one * 10) / 10).join(' ')
  const ring = (x: number, y: number, rx: number, ry: number) => {
    const half = `a${round(rx, ry)} 0 1 0`
    return add(`M${round(x - rx, y)}${half} ${round(2 * rx)} 0${half} ${round(-2 * rx)} 0z`)
  }

  const pen: Pen = {
    moveTo: (x, y) => add(`M${round(x, y)}`),
    lineTo: (x, y) => add(`L${round(x, y)}`),
    rect: (x, y, width, height) =>
      add(`M${round(x, y)}h${round(width)}v${round(height)}h${round(-width)}z`),
    roundRect: (x, y, width, height, radius) => {
      const r = Math.min(radius, width / 2, height / 2)
      const turn = (dx: number, dy: number) => `a${round(r, r)} 0 0 1 ${round(dx, dy)}`
      const [across, down] = [round(width - 2 * r), round(height - 2 * r)]
      const upper = `M${round(x + r, y)}h${across}${turn(r, r)}v${down}${turn(-r, r)}`
      return add(`${upper}h-${across}${turn(-r, -r)}v-${down}${turn(r, -r)}z`)
    },
    circle: (x, y, radius) => ring(x, y, radius, radius),
    ellipse: ring,
    poly: (points) => add(`M${points.map(({ x, y }) => round(x, y)).join('L')}z`),
    fill: ({ color }) => {
      isPainted = true
      paths.push({ d, fill: inkOf(color), stroke: null, width: 0 })
      return pen
    },
    stroke: ({ color, width }) => {
      isPainted = true
      const last = paths.at(-1)
      const stroked = { d, fill: null, stroke: inkOf(color), width }
      if (last?.d === d && last.stroke === null)
        paths.splice(-1, 1, { ...stroked, fill: last.fill })
      else paths.push(stroked)
      return pen
    },
  }
  return { pen, paths }
}
