/**
 * The places in their states. All desks of one look share one picture, so a change of state is a change of reference, and only what changed
 * is touched: a scrub over three hundred desks repaints those that differ. Rooms are few, large and each of its own shape: they stay painted.
 */
import { Container, Graphics, GraphicsContext, Sprite, type Texture } from 'pixi.js'
import type { FloorPlan, Placement } from '../document/floor-plan.ts'
import { boundsOf } from '../document/geometry.ts'
import type { Brush } from './brush.ts'
import { type Look, type Looks, lookStates, placeKey } from './look.ts'
import { paintBadge, paintPlace } from './paint-place.ts'
import { type Darkroom, takePicture } from './take-picture.ts'

export interface ResourceLayer {
  /** Rooms lie under the furniture; their signs and desks over it. */
  readonly rooms: Container
  readonly signs: Container
  readonly desks: Container
  /** Everything anew, for a theme or a scale. */
  paint(brush: Brush): void
  /** Takes new looks and gives the number of places that changed. */
  show(looks: Looks): number
}

interface Place {
  readonly key: string
  /** Shows how it looks. */
  readonly wear: (look: Look, brush: Brush) => void
  look: Look
}

/** Rings and lines reach that far beyond a desk. */
const BEYOND_CM = 16

const untold: Look = { state: 'closed', isStale: false, text: '', detail: '' }

export function makeResourceLayer(plan: FloorPlan, darkroom: Darkroom): ResourceLayer {
  const rooms = new Container()
  const signs = new Container()
  const desks = new Container()
  const shapeOf = makeShapes()
  const paintings = makeKept(paint)
  const badges = makeKept((placement, look, brush) => {
    const pen = new GraphicsContext()
    paintBadge(pen, brush, placement, look)
    return pen
  })
  const pictures = makeKept((placement, look, brush) => {
    const pen = paint(placement, look, brush)
    const picture = takePicture(darkroom, pen, reachOf(placement), brush.px)
    pen.destroy()
    return picture
  })
  const places = plan.placements.map((placement): Place => {
    const key = placeKey(placement.resourceId, placement.unit)
    const wear = placement.shape === 'room' ? asPainting(placement) : asPicture(placement)
    return { key, wear, look: untold }
  })
  let brush: Brush | null = null

  function asPainting(placement: Placement): Place['wear'] {
    const [room, sign] = [new Graphics(), new Graphics()]
    const shape = shapeOf(placement)
    for (const one of [room, sign]) one.position.set(placement.x, placement.y)
    rooms.addChild(room)
    signs.addChild(sign)
    return (look, current) => {
      room.context = paintings.of(shape, look, current)
      sign.context = badges.of(shape, look, current)
    }
  }

  function asPicture(placement: Placement): Place['wear'] {
    const sprite = new Sprite({ anchor: 0.5, roundPixels: true })
    const shape = shapeOf(placement)
    sprite.position.set(placement.x, placement.y)
    desks.addChild(sprite)
    return (look, current) => {
      sprite.texture = pictures.of(shape, look, current)
      if (sprite.scale.x !== current.px) sprite.scale.set(current.px)
    }
  }

  return {
    rooms,
    signs,
    desks,
    paint: (next) => {
      brush = next
      const closeBefore = [paintings, badges, pictures].map((kept) => kept.renew())
      for (const { wear, look } of places) wear(look, next)
      for (const close of closeBefore) close()
    },
    show: (looks) => {
      let changed = 0
      for (const place of places) {
        const look = looks.get(place.key) ?? untold
        const { state, isStale } = place.look
        place.look = look
        // What is written on it is no part of its picture. Looked at for each of ten thousand desks whenever one of them changes.
        if (state === look.state && isStale === look.isStale) continue
        if (brush !== null) place.wear(look, brush)
        changed += 1
      }
      return changed
    },
  }
}

function paint(placement: Placement, look: Look, brush: Brush): GraphicsContext {
  const pen = new GraphicsContext()
  paintPlace(pen, brush, placement, look)
  return pen
}

function reachOf({ width, height, rotation }: Placement) {
  const box = { x: 0, y: 0, width: width + BEYOND_CM, height: height + BEYOND_CM, rotation }
  const { minX, minY, maxX, maxY } = boundsOf(box)
  return { width: maxX - minX, height: maxY - minY }
}

/** Places of one shape, size and angle: the first of them stands for all. */
interface Shape {
  readonly number: number
  readonly placement: Placement
}

function makeShapes(): (placement: Placement) => Shape {
  const known = new Map<string, Shape>()
  return (placement) => {
    const { shape, width, height, rotation } = placement
    const key = [shape, width, height, rotation].join(' ')
    const found = known.get(key) ?? { number: known.size, placement }
    known.set(key, found)
    return found
  }
}

/** What is made once for all places of one shape and look. Asked for every place of a floor at once, so its keys are numbers. */
function makeKept<Made extends GraphicsContext | Texture>(
  make: (placement: Placement, look: Look, brush: Brush) => Made,
) {
  let kept = new Map<number, Made>()
  return {
    of: ({ number, placement }: Shape, look: Look, brush: Brush): Made => {
      const sign = 2 * lookStates.indexOf(look.state) + (look.isStale ? 1 : 0)
      const key = 2 * lookStates.length * number + sign
      const known = kept.get(key)
      if (known !== undefined) return known
      const one = make(placement, look, brush)
      kept.set(key, one)
      return one
    },
    /** Begins anew. The result ends what was kept, once nothing shows it any more. */
    renew: (): (() => void) => {
      const before = kept
      kept = new Map()
      return () => {
        for (const one of before.values()) one.destroy(true)
      }
    },
  }
}
