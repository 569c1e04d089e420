/**
 * The places in their states. All desks of one look share one painted picture, so a change of state is a change of reference, and only
 * what changed is touched: a scrub over three hundred desks repaints those that differ.
 */
import { Container, Graphics, GraphicsContext } from 'pixi.js'
import type { FloorPlan, Placement } from '../document/floor-plan.ts'
import type { Brush } from './brush.ts'
import { isSameLook, type Look, type Looks, placeKey } from './look.ts'
import { paintPlace } from './paint-place.ts'

export interface ResourceLayer {
  /** Rooms lie under the furniture, desks over it. */
  readonly rooms: Container
  readonly desks: Container
  /** Everything anew, for a theme or a scale. */
  paint(brush: Brush): void
  /** Takes new looks and gives the number of places that changed. */
  show(looks: Looks): number
}

interface Place {
  readonly key: string
  readonly placement: Placement
  readonly graphics: Graphics
  look: Look
}

const untold: Look = { state: 'closed', isStale: false, text: '', detail: '' }

export function makeResourceLayer(plan: FloorPlan): ResourceLayer {
  const rooms = new Container()
  const desks = new Container()
  const places = plan.placements.map((placement): Place => {
    const graphics = new Graphics()
    graphics.position.set(placement.x, placement.y)
    const home = placement.shape === 'room' ? rooms : desks
    home.addChild(graphics)
    return {
      key: placeKey(placement.resourceId, placement.unit),
      placement,
      graphics,
      look: untold,
    }
  })
  let brush: Brush | null = null
  let pictures = new Map<string, GraphicsContext>()

  function pictureOf({ placement, look }: Place, current: Brush): GraphicsContext {
    const { shape, width, height, rotation } = placement
    const key = [shape, width, height, rotation, look.state, look.isStale].join(' ')
    const known = pictures.get(key)
    if (known !== undefined) return known
    const pen = new GraphicsContext()
    paintPlace(pen, current, placement, look)
    pictures.set(key, pen)
    return pen
  }

  return {
    rooms,
    desks,
    paint: (next) => {
      brush = next
      const before = pictures
      pictures = new Map()
      for (const place of places) place.graphics.context = pictureOf(place, next)
      for (const picture of before.values()) picture.destroy()
    },
    show: (looks) => {
      let changed = 0
      for (const place of places) {
        const look = looks.get(place.key) ?? untold
        if (isSameLook(place.look, look)) continue
        place.look = look
        if (brush !== null) place.graphics.context = pictureOf(place, brush)
        changed += 1
      }
      return changed
    },
  }
}
