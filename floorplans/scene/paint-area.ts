/** Grounds as a map draws them: water with its waves, tiles with their joints, a quay with its edge. */
import type { Area, Point, Surface } from '../document/floor-plan.ts'
import { type Brush, lines, polyline } from './brush.ts'
import type { Palette } from './palette.ts'
import type { Pen } from './pen.ts'

/** As much of a brush as grounds take. */
export interface AreaBrush extends Pick<Brush, 'px'> {
  readonly palette: Pick<Palette, Surface | 'wave' | 'joint' | 'line'>
}

export function paintArea(pen: Pen, brush: AreaBrush, area: Area): void {
  const { palette, px } = brush
  const [left, top] = [area.x - area.width / 2, area.y - area.height / 2]
  const isSoft = area.surface === 'rug'
  if (isSoft) pen.roundRect(left, top, area.width, area.height, 18)
  else pen.rect(left, top, area.width, area.height)
  pen.fill({ color: palette[area.surface] })
  if (area.surface === 'water') lines(pen, wavesOf(area), 1.2 * px, palette.wave)
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
