/**
 * Chairs, tables, plants. Small things are pictures, and those that are alike share one: a plant alone is a thousand triangles. What is large on
 * the screen is drawn: there is little of it, it has few lines, and a picture of it would be as large.
 */
import { Container, Graphics, GraphicsContext, Sprite } from 'pixi.js'
import type { Fixture, FloorPlan } from '../document/floor-plan.ts'
import { type Bounds, boundsOf } from '../document/geometry.ts'
import type { Brush } from './brush.ts'
import { paintFixture } from './paint-fixture.ts'
import { takePictures } from './picture.ts'

export interface FurnitureLayer {
  readonly container: Container
  paint(brush: Brush, resolution: number): void
}

/** Pixels of the screen. A hundred pictures of this size are 40 MB, and a floor has fewer that differ. */
const PICTURE_PX_MAX = 320
/** Half of a line reaches beyond the box, and a leaf a little. */
const BEYOND_CM = 12

export function makeFurnitureLayer({ fixtures }: FloorPlan): FurnitureLayer {
  const container = new Container()
  let close = () => {}
  return {
    container,
    paint: (brush, resolution) => {
      for (const before of container.removeChildren()) before.destroy({ context: true })
      close()
      const sideMax = (PICTURE_PX_MAX * brush.px) / resolution
      const isSmall = ({ width, height }: Fixture) => Math.max(width, height) <= sideMax
      const alike = new Map(fixtures.filter(isSmall).map((one) => [keyOf(one), one]))
      const pictures = takePictures(
        [...alike.values()].map((fixture) => ({
          bounds: reachOf(fixture),
          paint: (pen) => paintFixture(pen, brush, fixture),
        })),
        brush.px,
        resolution,
      )
      const keys = [...alike.keys()]
      const pictureOf = new Map(keys.map((key, index) => [key, pictures.textures[index]]))
      for (const fixture of fixtures) {
        const { x, y } = fixture
        const texture = pictureOf.get(keyOf(fixture))
        container.addChild(
          texture === undefined
            ? new Graphics({ x, y, context: drawn(brush, fixture) })
            : new Sprite({ x, y, texture, anchor: 0.5, scale: brush.px, roundPixels: true }),
        )
      }
      close = pictures.close
    },
  }
}

function drawn(brush: Brush, fixture: Fixture): GraphicsContext {
  const pen = new GraphicsContext()
  paintFixture(pen, brush, fixture)
  return pen
}

function reachOf({ width, height, rotation }: Fixture): Bounds {
  return boundsOf({ x: 0, y: 0, width: width + BEYOND_CM, height: height + BEYOND_CM, rotation })
}

function keyOf({ kind, width, height, rotation }: Fixture): string {
  return [kind, width, height, rotation].join(' ')
}
