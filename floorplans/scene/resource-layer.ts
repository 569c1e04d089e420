/**
 * The places in their states. All desks of one look share one picture, so a change of state is a change of reference, and only what changed
 * is touched: a scrub over three hundred desks repaints those that differ. Rooms are few, large and each of its own shape: they stay painted.
 * A picture is two triangles; the painting itself has a thousand, and would be sent to the card again for every place in every frame.
 */
import { Container, Graphics, GraphicsContext, Sprite, type Texture } from 'pixi.js'
import type { FloorPlan, Placement } from '../document/floor-plan.ts'
import { type Bounds, boundsOf } from '../document/geometry.ts'
import type { Brush } from './brush.ts'
import {
  type Batch,
  type Easel,
  type Kept,
  makeKept,
  makeShapes,
  type Shape,
  type Sitter,
} from './kept-looks.ts'
import { type Look, type Looks, placeKey } from './look.ts'
import { paintBadge, paintPlace } from './paint-place.ts'
import type { TurningPen } from './pen.ts'
import { takePictures } from './picture.ts'

export interface ResourceLayer {
  /** Rooms lie under the furniture; their signs and desks over it. */
  readonly rooms: Container
  readonly signs: Container
  readonly desks: Container
  /** Everything anew, for a theme, a scale, or a screen on which `resolution` pixels are one of CSS. */
  paint(brush: Brush, resolution: number): void
  /** Takes new looks and gives the number of places that changed. */
  show(looks: Looks): number
}

interface Place {
  readonly key: string
  readonly shape: Shape
  /** Shows how it looks, which was made before. */
  readonly wear: (look: Look, px: number) => void
  /** What has to be made of it first. */
  readonly needs: readonly Kept[]
  look: Look
}

/** Rings and lines reach that far beyond a desk. */
const BEYOND_CM = 16

const untold: Look = { state: 'closed', isStale: false, text: '', detail: '' }

export function makeResourceLayer(plan: FloorPlan): ResourceLayer {
  const rooms = new Container()
  const signs = new Container()
  const desks = new Container()
  const shapeOf = makeShapes()
  const paintings = makeKept(paintedBy(paintPlace))
  const badges = makeKept(paintedBy(paintBadge))
  const pictures = makeKept(picturesOf)
  const asRoom = [paintings, badges]
  const asDesk = [pictures]
  const all = [paintings, badges, pictures]
  const places = plan.placements.map((placement): Place => {
    const isRoom = placement.shape === 'room'
    const shape = shapeOf(placement)
    return {
      key: placeKey(placement.resourceId, placement.unit),
      shape,
      wear: isRoom ? asPainting(placement, shape) : asPicture(placement, shape),
      needs: isRoom ? asRoom : asDesk,
      look: untold,
    }
  })
  let easel: Easel | null = null

  function asPainting({ x, y }: Placement, shape: Shape): Place['wear'] {
    const [room, sign] = [new Graphics({ x, y }), new Graphics({ x, y })]
    rooms.addChild(room)
    signs.addChild(sign)
    return (look) => {
      room.context = paintings.of(shape, look)
      sign.context = badges.of(shape, look)
    }
  }

  function asPicture({ x, y }: Placement, shape: Shape): Place['wear'] {
    const sprite = new Sprite({ x, y, anchor: 0.5, roundPixels: true })
    desks.addChild(sprite)
    return (look, px) => {
      sprite.texture = pictures.of(shape, look)
      if (sprite.scale.x !== px) sprite.scale.set(px)
    }
  }

  /** What is missing for all of them is made together: their pictures are one piece for the card. */
  function wear(changed: readonly Place[]): void {
    if (easel === null) return
    for (const { needs, shape, look } of changed) for (const kept of needs) kept.want(shape, look)
    for (const kept of all) kept.make(easel)
    for (const place of changed) place.wear(place.look, easel.brush.px)
  }

  return {
    rooms,
    signs,
    desks,
    paint: (brush, resolution) => {
      easel = { brush, resolution }
      const closeBefore = all.map((kept) => kept.renew())
      wear(places)
      for (const close of closeBefore) close()
    },
    show: (looks) => {
      const changed: Place[] = []
      for (const place of places) {
        const look = looks.get(place.key) ?? untold
        const { state, isStale } = place.look
        place.look = look
        // What is written on it is no part of its picture. Looked at for each of ten thousand desks whenever one of them changes.
        if (state !== look.state || isStale !== look.isStale) changed.push(place)
      }
      wear(changed)
      return changed.length
    },
  }
}

function paintedBy(paint: typeof paintPlace) {
  return (sitters: readonly Sitter[], { brush }: Easel): Batch<GraphicsContext> => {
    const made = sitters.map(({ placement, look }) => {
      const pen = new GraphicsContext()
      paint(pen, brush, placement, look)
      return pen
    })
    const close = () => {
      for (const one of made) one.destroy()
    }
    return { made, close }
  }
}

function picturesOf(sitters: readonly Sitter[], { brush, resolution }: Easel): Batch<Texture> {
  const paintings = sitters.map(({ placement, look }) => ({
    bounds: reachOf(placement),
    paint: (pen: TurningPen) => paintPlace(pen, brush, placement, look),
  }))
  const { textures, close } = takePictures(paintings, brush.px, resolution)
  return { made: textures, close }
}

function reachOf({ width, height, rotation }: Placement): Bounds {
  return boundsOf({ x: 0, y: 0, width: width + BEYOND_CM, height: height + BEYOND_CM, rotation })
}
