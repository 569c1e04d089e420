/** Furniture and trees, as an architect's stencil draws them: thin lines, hardly any fill. Each painter draws around the origin. */
import type { Fixture, FixtureKind, Point } from '../document/floor-plan.ts'
import { type Brush, lines, rounded } from './brush.ts'
import type { Palette } from './palette.ts'
import type { Pen, TurningPen } from './pen.ts'

interface Size {
  readonly width: number
  readonly height: number
}
/** As much of a brush as furniture takes. */
export interface FixtureBrush extends Pick<Brush, 'px'> {
  readonly palette: Pick<Palette, 'furniture' | 'line' | 'leaf' | 'leafLine' | 'soft'>
}
type Painter = (pen: Pen, brush: FixtureBrush, size: Size) => void

/** As it stands, around the origin. */
export function paintFixture(pen: TurningPen, brush: FixtureBrush, fixture: Fixture): void {
  pen.save()
  pen.rotate((fixture.rotation * Math.PI) / 180)
  paintFixtureAround(pen, brush, fixture.kind, fixture)
  pen.restore()
}

/** Around the origin, not turned. */
export function paintFixtureAround(
  pen: Pen,
  brush: FixtureBrush,
  kind: FixtureKind,
  size: Size,
): void {
  painters[kind](pen, brush, size)
}

function thin({ palette, px }: FixtureBrush) {
  return { width: 1.1 * px, color: palette.line }
}

const panel =
  (radius: number): Painter =>
  (pen, brush, { width, height }) => {
    rounded(pen, 0, 0, width, height, radius)
      .fill({ color: brush.palette.furniture })
      .stroke(thin(brush))
  }

const chair: Painter = (pen, brush, size) => chairAt(pen, brush, 0, size)

/** The seat, and its back towards the lower edge. */
export function chairAt(pen: Pen, brush: FixtureBrush, y: number, { width, height }: Size): void {
  rounded(pen, 0, y - height * 0.05, width * 0.84, height * 0.8, width * 0.26)
    .fill({ color: brush.palette.furniture })
    .stroke(thin(brush))
  rounded(pen, 0, y + height * 0.4, width * 0.8, height * 0.17, height * 0.08)
    .fill({ color: brush.palette.furniture })
    .stroke(thin(brush))
}

const round: Painter = (pen, brush, { width }) => {
  pen
    .circle(0, 0, width / 2)
    .fill({ color: brush.palette.furniture })
    .stroke(thin(brush))
}

const foliage =
  (petals: number): Painter =>
  (pen, { palette, px }, { width }) => {
    const radius = width / 2
    for (let petal = 0; petal < petals; petal += 1) {
      const angle = (petal * 2 * Math.PI) / petals
      pen
        .circle(Math.cos(angle) * radius * 0.55, Math.sin(angle) * radius * 0.55, radius * 0.46)
        .fill({ color: palette.leaf })
        .stroke({ width: 0.9 * px, color: palette.leafLine, alpha: 0.55 })
    }
    pen.circle(0, 0, radius * 0.5).fill({ color: palette.leaf })
    pen.circle(0, 0, radius * 0.12).fill({ color: palette.leafLine })
  }

const shelf: Painter = (pen, brush, size) => {
  panel(2)(pen, brush, size)
  const isWide = size.width > size.height
  const length = isWide ? size.width : size.height
  const pieces: Point[][] = []
  for (let at = 44 - length / 2; at < length / 2 - 20; at += 44) {
    const half = (isWide ? size.height : size.width) / 2
    pieces.push(
      isWide
        ? [
            { x: at, y: -half },
            { x: at, y: half },
          ]
        : [
            { x: -half, y: at },
            { x: half, y: at },
          ],
    )
  }
  lines(pen, pieces, 0.9 * brush.px, brush.palette.line)
}

/** Treads across a flight of two lanes, and an arrow's line up the middle of one. */
const stairs: Painter = (pen, brush, { width, height }) => {
  panel(0)(pen, brush, { width, height })
  const treads: Point[][] = []
  for (let at = 28 - height / 2; at < height / 2; at += 28) {
    treads.push([
      { x: -width / 2, y: at },
      { x: width / 2, y: at },
    ])
  }
  lines(pen, treads, 0.8 * brush.px, brush.palette.line)
  lines(
    pen,
    [
      [
        { x: 0, y: -height / 2 + 40 },
        { x: 0, y: height / 2 },
      ],
    ],
    3 * brush.px,
    brush.palette.line,
  )
}

const lift: Painter = (pen, brush, { width, height }) => {
  panel(0)(pen, brush, { width, height })
  const [x, y] = [width / 2, height / 2]
  lines(
    pen,
    [
      [
        { x: -x, y: -y },
        { x, y },
      ],
      [
        { x: x, y: -y },
        { x: -x, y },
      ],
    ],
    0.9 * brush.px,
    brush.palette.line,
  )
}

const sofa: Painter = (pen, brush, { width, height }) => {
  // The back lies along one long side, the arms at its ends.
  panel(14)(pen, brush, { width, height })
  const isWide = width > height
  const back = 20
  if (isWide) rounded(pen, 0, back / 2, width - 2 * back, height - back, 8).stroke(thin(brush))
  else rounded(pen, back / 2, 0, width - back, height - 2 * back, 8).stroke(thin(brush))
}

const armchair: Painter = (pen, brush, { width, height }) => {
  panel(20)(pen, brush, { width, height })
  rounded(pen, 0, -height * 0.08, width * 0.56, height * 0.66, 10).stroke(thin(brush))
}

const toilet: Painter = (pen, brush, { width, height }) => {
  rounded(pen, 0, height * 0.38, width * 0.8, height * 0.22, 3)
    .fill({ color: brush.palette.furniture })
    .stroke(thin(brush))
  pen
    .ellipse(0, -height * 0.1, width * 0.34, height * 0.36)
    .fill({ color: brush.palette.furniture })
    .stroke(thin(brush))
}

const sink: Painter = (pen, brush, { width, height }) => {
  panel(4)(pen, brush, { width, height })
  rounded(pen, 0, 0, width * 0.66, height * 0.6, 8).stroke(thin(brush))
}

/** A screen or board on a wall: the one dark piece of furniture. */
const screen: Painter = (pen, { palette }, { width, height }) => {
  rounded(pen, 0, 0, width, height, 2).fill({ color: palette.soft })
}

/** Top and chair, as a bookable desk's: these belong to a room that is booked as a whole. */
const desk: Painter = (pen, brush, { width, height }) => {
  rounded(pen, 0, -height / 2 + 40, width - 6, 76, 5)
    .fill({ color: brush.palette.furniture })
    .stroke(thin(brush))
  chairAt(pen, brush, height / 2 - 27, { width: 46, height: 46 })
}

const painters: Readonly<Record<FixtureKind, Painter>> = {
  armchair,
  bollard: round,
  chair,
  counter: panel(3),
  desk,
  lift,
  locker: shelf,
  plant: foliage(6),
  'round-table': round,
  screen,
  shelf,
  sink,
  sofa,
  stage: panel(2),
  stairs,
  table: panel(8),
  toilet,
  tree: foliage(8),
}
