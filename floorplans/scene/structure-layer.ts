/** What stands and never changes its state: grounds, walls with doors and windows, furniture. Painted anew for a theme or a scale alone. */
import { type Container, Graphics, GraphicsContext } from 'pixi.js'
import type { FloorPlan, Opening, Point, Wall } from '../document/floor-plan.ts'
import {
  cornersOf,
  doorSwing,
  turn,
  type WallReach,
  wallBox,
  wallPieces,
} from '../document/geometry.ts'
import { wallReaches } from '../document/wall-joints.ts'
import { type Brush, lines, polyline } from './brush.ts'
import { makeFurnitureLayer } from './furniture-layer.ts'
import { paintArea } from './paint-area.ts'

/** Three layers, because room colours lie between ground and furniture, and desks between furniture and walls. */
export interface StructureLayer {
  readonly ground: Graphics
  readonly furniture: Container
  readonly walls: Graphics
  paint(brush: Brush, resolution: number): void
}

export function makeStructureLayer(plan: FloorPlan): StructureLayer {
  const ground = new Graphics()
  const { container, paint } = makeFurnitureLayer(plan)
  const walls = new Graphics()
  const reaches = wallReaches(plan.walls)
  return {
    ground,
    furniture: container,
    walls,
    paint: (brush, resolution) => {
      replace(ground, (pen) => {
        for (const area of plan.areas) paintArea(pen, brush, area)
      })
      paint(brush, resolution)
      replace(walls, (pen) => {
        for (const wall of plan.walls) paintOpenings(pen, brush, wall)
        for (const wall of plan.walls) paintWall(pen, brush, wall, reaches.get(wall))
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

function paintWall(
  pen: GraphicsContext,
  { palette, px }: Brush,
  wall: Wall,
  reach: WallReach | undefined,
): void {
  for (const piece of wallPieces(wall, reach)) {
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
  lines(pen, [arc], 0.9 * px, palette.line)
  polyline(pen, [hinge, open], 2 * px, palette.wall)
}

function halfway(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
