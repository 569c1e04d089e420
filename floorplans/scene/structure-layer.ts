/** What stands and never changes its state: grounds, walls with doors and windows, furniture. Painted anew for a theme or a scale alone. */
import { Graphics, GraphicsContext } from 'pixi.js'
import type { Area, FloorPlan, Opening, Point, Wall } from '../document/floor-plan.ts'
import { cornersOf, doorSwing, turn, wallBox, wallPieces } from '../document/geometry.ts'
import { type Brush, lines, polyline } from './brush.ts'
import { paintFixture } from './paint-fixture.ts'

/** Three pictures, because room colours lie between ground and furniture, and desks between furniture and walls. */
export interface StructureLayer {
  readonly ground: Graphics
  readonly furniture: Graphics
  readonly walls: Graphics
  paint(brush: Brush): void
}

export function makeStructureLayer(plan: FloorPlan): StructureLayer {
  const ground = new Graphics()
  const furniture = new Graphics()
  const walls = new Graphics()
  return {
    ground,
    furniture,
    walls,
    paint: (brush) => {
      replace(ground, (pen) => {
        for (const area of plan.areas) paintArea(pen, brush, area)
      })
      replace(furniture, (pen) => {
        for (const fixture of plan.fixtures) paintFixture(pen, brush, fixture)
      })
      replace(walls, (pen) => {
        for (const wall of plan.walls) paintOpenings(pen, brush, wall)
        for (const wall of plan.walls) paintWall(pen, brush, wall)
      })
    },
  }
}

/** A fresh context instead of a cleared one: what the card holds for the old one is let go of. */
export function replace(graphics: Graphics, paint: (pen: GraphicsContext) => void): void {
  const before = graphics.context
  const pen = new GraphicsContext()
  paint(pen)
  graphics.context = pen
  before.destroy()
}

function paintArea(pen: GraphicsContext, brush: Brush, area: Area): void {
  const { palette, px } = brush
  const [left, top] = [area.x - area.width / 2, area.y - area.height / 2]
  const isSoft = area.surface === 'rug'
  if (isSoft) pen.roundRect(left, top, area.width, area.height, 18)
  else pen.rect(left, top, area.width, area.height)
  pen.fill({ color: palette[area.surface] })
  if (area.surface === 'water') lines(pen, wavesOf(area), 1.2 * px, palette.wave, 'round')
  if (area.surface === 'tile') lines(pen, jointsOf(area, 48), 0.7 * px, palette.joint)
  if (area.surface === 'quay') {
    const edge = [
      { x: left, y: top },
      { x: left + area.width, y: top },
    ]
    polyline(pen, edge, 2 * px, palette.line)
  }
}

/** Short broken lines, closer together near the quay: water as a map draws it. Even spacing by golden-ratio steps, never random. */
function wavesOf(area: Area): readonly (readonly Point[])[] {
  const bottom = area.y + area.height / 2
  const left = area.x - area.width / 2
  const found: Point[][] = []
  for (let row = 0; row < 16; row += 1) {
    const y = bottom - 22 - row * row * 2.2 - row * 20
    const count = Math.floor(area.width / (300 + row * 26))
    for (let wave = 0; wave < count; wave += 1) {
      const x = left + ((wave + row * 0.618) % count) * (area.width / count)
      const length = 60 + ((wave * 61 + row * 37) % 90)
      found.push([
        { x, y },
        { x: x + length * 0.25, y: y - 5 },
        { x: x + length * 0.5, y },
        { x: x + length * 0.75, y: y + 5 },
        { x: x + length, y },
      ])
    }
  }
  return found
}

function jointsOf(area: Area, step: number): readonly (readonly Point[])[] {
  const [left, top] = [area.x - area.width / 2, area.y - area.height / 2]
  const found: Point[][] = []
  for (let x = left + step; x < left + area.width; x += step) {
    found.push([
      { x, y: top },
      { x, y: top + area.height },
    ])
  }
  for (let y = top + step; y < top + area.height; y += step) {
    found.push([
      { x: left, y },
      { x: left + area.width, y },
    ])
  }
  return found
}

function paintWall(pen: GraphicsContext, { palette, px }: Brush, wall: Wall): void {
  for (const piece of wallPieces(wall)) {
    pen.poly([...cornersOf(piece)])
    if (wall.material === 'solid') pen.fill({ color: palette.wall })
    else pen.fill({ color: palette.glass }).stroke({ width: 1.1 * px, color: palette.wall })
  }
}

function paintOpenings(pen: GraphicsContext, brush: Brush, wall: Wall): void {
  for (const opening of wall.openings) {
    switch (opening.kind) {
      case 'gap':
        break
      case 'window':
        paintWindow(pen, brush, wall, opening)
        break
      case 'door':
        paintDoor(pen, brush, wall, opening)
        break
    }
  }
}

/** The wall's two faces run on thinly, the pane between them. */
function paintWindow(pen: GraphicsContext, brush: Brush, wall: Wall, { at, width }: Opening): void {
  const { palette, px } = brush
  const corners = cornersOf(wallBox(wall, at, at + width))
  pen
    .poly([...corners])
    .fill({ color: palette.glass })
    .stroke({ width: px, color: palette.wall })
  const [a, b, c, d] = corners
  if (a === undefined || b === undefined || c === undefined || d === undefined) return
  polyline(pen, [halfway(a, d), halfway(b, c)], px, palette.wall)
}

function paintDoor(
  pen: GraphicsContext,
  { palette, px }: Brush,
  wall: Wall,
  door: Extract<Opening, { kind: 'door' }>,
): void {
  const { hinge, open, jamb } = doorSwing(wall, door)
  const leaf = { x: open.x - hinge.x, y: open.y - hinge.y }
  const cross = leaf.x * (jamb.y - hinge.y) - leaf.y * (jamb.x - hinge.x)
  const arc = Array.from({ length: 13 }, (_, step) => {
    const turned = turn(leaf, (cross > 0 ? 1 : -1) * step * 7.5)
    return { x: hinge.x + turned.x, y: hinge.y + turned.y }
  })
  polyline(pen, arc, 0.9 * px, palette.line)
  polyline(pen, [hinge, open], 2 * px, palette.wall)
}

function halfway(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
