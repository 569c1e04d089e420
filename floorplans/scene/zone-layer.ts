/**
 * From afar, where no desk's number is read, each zone bears a plate: its name and "12 free". Plates keep their size while the drawing
 * grows under them, and fade as its desks become legible. Two that would overlap are one too many: the first stays.
 */
import { Container, Graphics, Sprite } from 'pixi.js'
import type { FloorPlan, Point, Zone } from '../document/floor-plan.ts'
import type { Brush } from './brush.ts'
import type { Camera } from './camera.ts'
import { cssText } from './colour.ts'
import type { ZoneCounts } from './look.ts'
import { setTexts, type TextSheet, type TextStyle } from './text-sheet.ts'

export interface ZoneLayer {
  readonly container: Container
  /** From this scale on there are no plates. */
  readonly endsAt: number
  paint(brush: Brush, resolution: number): void
  show(zones: ZoneCounts): void
  /** Keeps the plates as large as they are, and as visible as the scale wants them. */
  follow(camera: Camera): void
  /** The zone whose plate lies under a point of the plan. */
  zoneAt(point: Point, camera: Camera): Zone | null
}

/** While one comes closer plates fade over this factor of the scale; at rest there are either plates or numbers. */
const FADE = 1.2
const PLATE_HEIGHT = 46
const PADDING = 12

interface Plate {
  readonly zone: Zone
  readonly container: Container
  /** In pixels. */
  readonly width: number
}

/** Numbers on desks are read from the scale `endsAt` on. */
export function makeZoneLayer(plan: FloorPlan, endsAt: number): ZoneLayer {
  // A group of its own: plates that keep their size in a zoom would else send every desk to the card again.
  const container = new Container({ isRenderGroup: true })
  let counts: ZoneCounts = new Map()
  let painted: { readonly brush: Brush; readonly resolution: number } | null = null
  let sheet: TextSheet | null = null
  let plates: readonly Plate[] = []
  let scale = 0

  function draw(): void {
    if (painted === null) return
    const { brush, resolution } = painted
    for (const child of container.removeChildren()) child.destroy({ children: true })
    sheet?.close()
    plates = []
    if (brush.px * endsAt <= 1) return
    const styles = stylesFor(brush)
    const told = plan.zones.flatMap((zone) => {
      const count = counts.get(zone.name)
      return count === undefined ? [] : [{ zone, count }]
    })
    const texts = told.flatMap(({ zone, count }) => [
      { text: zone.name, style: styles.name },
      { text: count, style: styles.count },
    ])
    sheet = setTexts(texts, brush.palette.fontFamily, resolution)
    const made: Plate[] = []
    for (const { zone, count } of told) {
      const plate = makePlate(zone, count, sheet, brush)
      if (made.some((other) => overlap(other, plate, brush.px))) plate.container.destroy()
      else made.push(plate)
    }
    plates = made
    for (const plate of made) container.addChild(plate.container)
    size()
  }

  function size(): void {
    container.alpha = Math.min(1, Math.max(0, (endsAt * FADE - scale) / (endsAt * (FADE - 1))))
    container.visible = container.alpha > 0
    for (const plate of plates) plate.container.scale.set(1 / scale)
  }

  return {
    container,
    endsAt,
    paint: (brush, resolution) => {
      painted = { brush, resolution }
      draw()
    },
    show: (next) => {
      if (isSame(counts, next)) return
      counts = next
      draw()
    },
    follow: (camera) => {
      if (camera.scale === scale) return
      scale = camera.scale
      size()
    },
    zoneAt: (point, camera) => {
      if (camera.scale >= endsAt) return null
      const found = plates.find(
        ({ zone, width }) =>
          Math.abs(zone.x - point.x) * camera.scale <= width / 2 &&
          Math.abs(zone.y - point.y) * camera.scale <= PLATE_HEIGHT / 2,
      )
      return found?.zone ?? null
    },
  }
}

function makePlate(zone: Zone, count: string, sheet: TextSheet, { palette }: Brush): Plate {
  const [name, free] = [sheet.find(zone.name, 'plate-name'), sheet.find(count, 'plate-count')]
  const width = Math.max(name?.width ?? 0, free?.width ?? 0, PLATE_HEIGHT) + 2 * PADDING
  const container = new Container()
  container.position.set(zone.x, zone.y)
  container.addChild(
    new Graphics()
      .roundRect(-width / 2, -PLATE_HEIGHT / 2, width, PLATE_HEIGHT, 10)
      .fill({ color: palette.surface })
      .stroke({ width: 1, color: palette.soft }),
  )
  for (const [text, y] of [
    [name, -9],
    [free, 10],
  ] as const) {
    if (text === null) continue
    container.addChild(new Sprite({ texture: text, y, anchor: 0.5, roundPixels: true }))
  }
  return { zone, container, width }
}

function overlap(a: Plate, b: Plate, px: number): boolean {
  return (
    Math.abs(a.zone.x - b.zone.x) / px < (a.width + b.width) / 2 &&
    Math.abs(a.zone.y - b.zone.y) / px < PLATE_HEIGHT
  )
}

function isSame(a: ZoneCounts, b: ZoneCounts): boolean {
  if (a.size !== b.size) return false
  for (const [name, count] of a) if (b.get(name) !== count) return false
  return true
}

function stylesFor({ palette }: Brush): Readonly<Record<'name' | 'count', TextStyle>> {
  const plain = { isItalic: false, spacing: 0, color: cssText(palette.ink), halo: null }
  return {
    name: { ...plain, name: 'plate-name', sizePx: 13, weight: 500 },
    count: { ...plain, name: 'plate-count', sizePx: 15, weight: 650 },
  }
}
