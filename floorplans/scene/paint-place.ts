/**
 * Desks, seats and rooms in their states. No state is told by colour alone: free chairs are empty, taken ones have somebody in them
 * seen from above, one's own bears a tick, what is held a clock and a dashed ring, what is out of use is hatched, what is closed
 * crossed out. Painted around the origin, chair towards the lower edge, so that all desks of one look share one picture.
 */
import type { Placement, Point } from '../document/floor-plan.ts'
import { turn } from '../document/geometry.ts'
import { type Brush, lines, polyline, rounded } from './brush.ts'
import { type Colour, contrast, mix } from './colour.ts'
import type { LookState } from './look.ts'
import type { Palette } from './palette.ts'
import { dashesAlong, hatch, roundOutline } from './pattern.ts'
import type { Pen, TurningPen } from './pen.ts'

export type PlaceShape = Pick<Placement, 'shape' | 'width' | 'height' | 'rotation'>

export interface PlacePaint {
  readonly state: LookState
  readonly isStale: boolean
}

export function paintPlace(
  pen: TurningPen,
  brush: Brush,
  place: PlaceShape,
  look: PlacePaint,
): void {
  switch (place.shape) {
    case 'desk':
    case 'seat':
      return paintDesk(pen, brush, place, look)
    case 'room':
      return paintRoom(pen, brush, place, look)
  }
}

/** The colours of states alone, which a test can mix without a page. */
export type PlacePalette = Omit<Palette, 'fontFamily'>

/** The fill that carries a state, and the line around it. */
export function stateColours(palette: PlacePalette, { state, isStale }: PlacePaint) {
  if (state === 'available' && isStale) {
    return { fill: mix(palette.surface, palette.available, 0.16), line: palette.available }
  }
  switch (state) {
    case 'available':
    case 'mine':
    case 'held':
    case 'busy':
      return { fill: palette[state], line: palette[state] }
    case 'blocked':
      return { fill: palette.blocked, line: palette.busy }
    case 'closed':
      return { fill: mix(palette.surface, palette.blocked, 0.55), line: palette.busy }
  }
}

/** Ink for words on a desk: whichever of dark and light reads better on its fill, in every theme at least 4.5:1. */
export function textColour(palette: PlacePalette, look: PlacePaint): Colour {
  const { fill } = stateColours(palette, look)
  return contrast(DARK, fill) > contrast(LIGHT, fill) ? DARK : LIGHT
}

const DARK = 0x141416
const LIGHT = 0xffffff

function paintDesk(pen: TurningPen, brush: Brush, place: PlaceShape, look: PlacePaint): void {
  const { palette, px } = brush
  const { fill, line } = stateColours(palette, look)
  const top = topOf(place)
  const chairY = chairAtOf(place)
  pen.save()
  pen.rotate((place.rotation * Math.PI) / 180)
  rounded(pen, 0, top.y, top.width, top.height, top.radius).fill({ color: fill })
  if (look.state === 'blocked') {
    const marks = moved(hatch(top.width - 6, top.height - 6, 17), 0, top.y)
    lines(pen, marks, 1.4 * px, palette.busy)
  }
  outline(pen, brush, top, line, look)
  paintChair(pen, brush, place, look)
  if (look.state === 'held') {
    const ring = roundOutline(place.width + 4, place.height + 4, 16)
    lines(pen, dashesAlong(ring, 12, 9), 1.6 * px, palette.held)
  }
  pen.restore()
  // Signs stay upright whichever way the desk is turned.
  const chair = turn({ x: 0, y: chairY - 3 }, place.rotation)
  paintMark(pen, brush, chair.x, chair.y, CHAIR_CM * 0.3, look)
}

/** The table's part of the box. */
export function topOf({ shape, width, height }: PlaceShape): Outline {
  const depth = (shape === 'seat' ? height * 0.46 : height * 0.6) - 6
  return {
    x: 0,
    y: -height / 2 + depth / 2 + 3,
    width: width - (shape === 'seat' ? 22 : 8),
    height: depth,
    radius: 9,
  }
}

export interface Outline {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius: number
}

function outline(
  pen: Pen,
  { palette, px }: Brush,
  { x, y, width, height, radius }: Outline,
  color: Colour,
  { state, isStale }: PlacePaint,
): void {
  if (state === 'available' && isStale) {
    const path = roundOutline(width, height, radius).map((at) => ({ x: at.x + x, y: at.y + y }))
    const dot = 2 * px
    lines(pen, dashesAlong(path, dot, dot * 1.1), 1.8 * px, color)
    return
  }
  if (palette.isStrong) {
    rounded(pen, x, y, width, height, radius).stroke({ width: 1.8 * px, color: palette.ink })
  } else if (state === 'blocked' || state === 'closed') {
    rounded(pen, x, y, width, height, radius).stroke({ width: 1.3 * px, color })
  }
}

const CHAIR_CM = 46

/** The seat of a desk's chair and its back, within the desk's box. */
export function chairOf(place: Pick<PlaceShape, 'shape' | 'height'>): readonly Outline[] {
  const y = chairAtOf(place)
  return [
    { x: 0, y: y - 3, width: CHAIR_CM * 0.86, height: CHAIR_CM * 0.8, radius: 13 },
    { x: 0, y: y + CHAIR_CM * 0.4, width: CHAIR_CM * 0.78, height: 8, radius: 4 },
  ]
}

function chairAtOf({ shape, height }: Pick<PlaceShape, 'shape' | 'height'>): number {
  return height / 2 - (shape === 'seat' ? 25 : 27)
}

function paintChair(pen: Pen, brush: Brush, place: PlaceShape, look: PlacePaint): void {
  const { palette, px } = brush
  const { line } = stateColours(palette, look)
  const isFilled = look.state === 'mine'
  const ink = { width: 1.3 * px, color: line }
  for (const { x, y, width, height, radius } of chairOf(place)) {
    rounded(pen, x, y, width, height, radius)
      .fill({ color: isFilled ? palette.mine : palette.surface })
      .stroke(ink)
  }
}

/** The sign of a state, in a circle of the given radius. Free has none: an empty chair says it. */
export function paintMark(
  pen: Pen,
  { palette, px }: Brush,
  x: number,
  y: number,
  radius: number,
  { state }: PlacePaint,
): void {
  const width = Math.max(1.4 * px, radius * 0.2)
  const at = (dx: number, dy: number) => ({ x: x + dx * radius, y: y + dy * radius })
  switch (state) {
    case 'available':
      return
    case 'mine':
      return polyline(pen, [at(-0.6, 0.05), at(-0.15, 0.5), at(0.65, -0.45)], width, palette.ground)
    case 'held':
      return polyline(pen, [at(0, -0.65), at(0, 0.05), at(0.5, 0.35)], width, palette.held)
    case 'busy': {
      // Shoulders and head of somebody at the desk, seen from above.
      const body = mix(palette.busy, palette.ink, 0.25)
      rounded(pen, x, y + radius * 0.1, radius * 2.7, radius * 1.35, radius * 0.66).fill({
        color: palette.busy,
      })
      pen.circle(x, y - radius * 0.05, radius * 0.72).fill({ color: body })
      return
    }
    case 'blocked':
      return lines(
        pen,
        moved(hatch(radius * 1.5, radius * 1.5, radius * 0.75), x, y),
        width * 0.8,
        palette.busy,
      )
    case 'closed':
      return lines(
        pen,
        [
          [at(-0.5, -0.5), at(0.5, 0.5)],
          [at(0.5, -0.5), at(-0.5, 0.5)],
        ],
        width,
        palette.busy,
      )
  }
}

const tints = { available: 0.13, mine: 0.16, held: 0.16, busy: 0.22, blocked: 0.1, closed: 0.08 }

function tintShare({ state, isStale }: PlacePaint): number {
  return isStale && state === 'available' ? 0.05 : tints[state]
}

/** The floor of a room as it looks in its state: what words on it stand out from. */
export function roomFloor(palette: PlacePalette, look: PlacePaint): Colour {
  return mix(palette.floor, stateColours(palette, look).line, tintShare(look))
}

function paintRoom(pen: Pen, brush: Brush, { width, height }: PlaceShape, look: PlacePaint): void {
  const { palette, px } = brush
  const { line } = stateColours(palette, look)
  pen.rect(-width / 2, -height / 2, width, height).fill({ color: line, alpha: tintShare(look) })
  if (look.state === 'blocked')
    lines(pen, hatch(width, height, 34), 1.1 * px, mix(palette.surface, palette.busy, 0.55))
}

/** What says the state of a room, over all that stands in it. */
export function paintRoomState(pen: Pen, brush: Brush, room: PlaceShape, look: PlacePaint): void {
  paintOutline(pen, brush, room, look)
  paintBadge(pen, brush, room, look)
}

/** Below the furniture lockers along a wall would hide it. */
export function paintOutline(
  pen: Pen,
  { palette, px }: Brush,
  { width, height }: PlaceShape,
  look: PlacePaint,
): void {
  const { line } = stateColours(palette, look)
  const inset = 5 * px
  const path = roundOutline(width - inset, height - inset, 4 * px)
  const isDashed = look.state === 'held'
  const isDotted = look.isStale && look.state === 'available'
  // Closed is as grey as taken, and as an outline thinner: nobody is in there.
  const stroke = (look.state === 'mine' ? 3.4 : look.state === 'closed' ? 1.1 : 2.2) * px
  if (isDashed) lines(pen, dashesAlong(path, 9 * px, 6 * px), stroke, line)
  else if (isDotted) lines(pen, dashesAlong(path, 2.2 * px, 3.4 * px), stroke, line)
  else pen.poly([...path]).stroke({ width: stroke, color: line })
}

/** A room has no chair of its own to bear the sign, so it stands in the corner. */
export function paintBadge(
  pen: Pen,
  brush: Brush,
  { width, height }: PlaceShape,
  look: PlacePaint,
): void {
  const { palette, px } = brush
  const { line } = stateColours(palette, look)
  const radius = Math.min(7 * px, width * 0.12, height * 0.12)
  const [x, y] = [radius * 1.9 - width / 2, radius * 1.9 - height / 2]
  pen
    .circle(x, y, radius)
    .fill({ color: look.state === 'mine' ? line : palette.surface })
    .stroke({ width: 1.6 * px, color: line })
  paintMark(pen, brush, x, y, radius * (look.state === 'busy' ? 0.55 : 0.72), look)
}

function moved(pieces: readonly (readonly Point[])[], x: number, y: number) {
  return pieces.map((piece) => piece.map((at) => ({ x: at.x + x, y: at.y + y })))
}
