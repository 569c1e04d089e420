/**
 * The places in their states. All desks of one look share one picture, so a change of state is a change of reference, and only what changed
 * is touched: a scrub over three hundred desks repaints those that differ. Rooms are few, large and each of its own shape: they stay painted.
 * A picture is two triangles; the painting itself has a thousand, and would be sent to the card again for every place in every frame. All
 * desks together are one thing for the renderer (`place-field.ts`).
 */
import { Container, Graphics, GraphicsContext, type Texture } from 'pixi.js'
import type { FloorPlan, Placement } from '../document/floor-plan.ts'
import { type Bounds, boundsOf } from '../document/geometry.ts'
import type { Brush } from './brush.ts'
import {
  type Batch,
  type Easel,
  makeKept,
  makeShapes,
  type Shape,
  type Sitter,
} from './kept-looks.ts'
import { type Look, type Looks, placeKey } from './look.ts'
import { paintPlace, paintRoomState } from './paint-place.ts'
import type { TurningPen } from './pen.ts'
import { takePictures } from './picture.ts'
import { PlaceField } from './place-field.ts'

export interface ResourceLayer {
  /** Rooms lie under the furniture; what says their state, and desks, over it. */
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
  /** Of a room its floor and its sign, of a desk which one it is. */
  readonly drawn: readonly [floor: Graphics, sign: Graphics] | number
  look: Look
}

/** Rings and lines reach that far beyond a desk. */
const BEYOND_CM = 16

const untold: Look = { state: 'closed', isStale: false, text: '', detail: '' }

export function makeResourceLayer(plan: FloorPlan): ResourceLayer {
  const rooms = new Container()
  const signs = new Container()
  const desks = new PlaceField(plan.placements.filter(({ shape }) => shape !== 'room'))
  const shapeOf = makeShapes()
  const paintings = makeKept(paintedBy(paintPlace))
  const states = makeKept(paintedBy(paintRoomState))
  const pictures = makeKept(picturesOf)
  const all = [paintings, states, pictures]
  let count = 0
  const places = plan.placements.map((placement): Place => {
    const isRoom = placement.shape === 'room'
    return {
      key: placeKey(placement.resourceId, placement.unit),
      shape: shapeOf(placement),
      drawn: isRoom ? roomAt(placement) : count++,
      look: untold,
    }
  })
  let easel: Easel | null = null

  function roomAt({ x, y }: Placement): Exclude<Place['drawn'], number> {
    const [room, sign] = [new Graphics({ x, y }), new Graphics({ x, y })]
    rooms.addChild(room)
    signs.addChild(sign)
    return [room, sign]
  }

  /** What is missing for all of them is made together: their pictures are one piece for the card. */
  function make(of: readonly Place[], from: Easel): void {
    for (const { drawn, shape, look } of of) {
      if (typeof drawn === 'number') pictures.want(shape, look)
      else for (const kept of [paintings, states]) kept.want(shape, look)
    }
    for (const kept of all) kept.make(from)
  }

  /** Each shows how it looks, which was made before. Gives the desks among them. */
  function wear(changed: readonly Place[]): readonly (readonly [number, Texture])[] {
    return changed.flatMap(({ drawn, shape, look }) => {
      if (typeof drawn === 'number') return [[drawn, pictures.of(shape, look)] as const]
      const [room, sign] = drawn
      room.context = paintings.of(shape, look)
      sign.context = states.of(shape, look)
      return []
    })
  }

  return {
    rooms,
    signs,
    desks,
    paint: (brush, resolution) => {
      easel = { brush, resolution }
      const closeBefore = all.map((kept) => kept.renew())
      make(places, easel)
      desks.lay(
        wear(places).map(([, texture]) => texture),
        brush.px,
      )
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
      if (easel === null || changed.length === 0) return changed.length
      make(changed, easel)
      const worn = wear(changed)
      if (worn.length > 0) desks.change(worn)
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
