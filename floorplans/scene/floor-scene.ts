/**
 * The plan on a canvas. Layers from below: ground, a picture where the plan has one, rooms, furniture, desks, walls, the mark of what is chosen, words. One frame is
 * drawn when something asks for it and none otherwise. The drawing is painted for one scale; a pinch only moves and scales it, and
 * when the fingers rest it is painted anew for the scale reached, so that lines and letters stay as fine as on paper.
 *
 * Absent on purpose: accessibility. The canvas is hidden from assistive technology; a list in the page carries the same places.
 */
import { Container, Graphics, type WebGLRenderer } from 'pixi.js'
import type { ResourceId } from '../../domain/values/ids.ts'
import type { FloorPlan, Placement, Point } from '../document/floor-plan.ts'
import { middleOfPlaces, sheetBounds } from '../document/geometry.ts'
import { hitTest, hitTestAll } from '../document/hit-test.ts'
import { makeSpatialIndex } from '../document/spatial-index.ts'
import type { Brush } from './brush.ts'
import { boundsSeen, isInSight, middleOf, pan, toPlan, toScreen, zoomAt } from './camera.ts'
import { makeDrive } from './drive.ts'
import { followScreen } from './follow-screen.ts'
import { makeLabelLayer } from './label-layer.ts'
import { legibleScale, ZONE_ZOOM } from './legible.ts'
import type { Looks, ZoneCounts } from './look.ts'
import { paintMarks } from './mark-layer.ts'
import { openRenderer, sharpness } from './open-renderer.ts'
import { readPalette } from './palette.ts'
import { drawForPaper } from './paper.ts'
import { makePointer } from './pointer.ts'
import { makeResourceLayer } from './resource-layer.ts'
import { makeStructureLayer } from './structure-layer.ts'
import { makeZoneLayer } from './zone-layer.ts'

export interface FloorSceneInput {
  readonly host: HTMLElement
  readonly plan: FloorPlan
  /** Pixels at the lower edge that other things cover. */
  readonly coveredBelow: number
  /** No motion between one view and the next. */
  readonly isStill: boolean
  /** Read from across a room: words grow with the drawing. */
  readonly isOnWall?: boolean
  onTap(placement: Placement | null): void
  onHold(placement: Placement): void
  /** A tap met several places about alike; without it the nearest one is taken. */
  onDoubt?(placements: readonly Placement[]): void
}

export interface FloorScene {
  show(looks: Looks, zones: ZoneCounts): void
  /** Puts a picture on the ground, below everything else. */
  lay(picture: Container): void
  /** The chosen resource, ringed; `isKeyboard` adds the ring of the focus. */
  mark(resourceId: ResourceId | null, isKeyboard: boolean): void
  /** Moves only if the resource is out of sight. */
  reveal(resourceId: ResourceId): void
  lookAt(resourceId: ResourceId): void
  zoomBy(factor: number): void
  showAll(): void
  coverBelow(pixels: number): void
  /** The theme changed. */
  repaint(): void
  /** What is seen now, in light, as a picture of its own. */
  forPaper(): HTMLCanvasElement
  close(): void
}

/** A finger's reach around a small desk. */
const REACH_PX = 24
/** A mouse points finer than that. */
const HOVER_PX = 4
/** Places whose distance from a finger differs by less than this are about alike. */
const SLACK_PX = 6
/** More than that in doubt is no choice but a reason to look closer. */
const DOUBTS_MAX = 4
/** Pixels a centimetre at which words for a screen on a desk stand well in a room. */
const HAND_SCALE = 0.18
/** After the last change of scale the drawing is painted anew. */
const REST_MS = 140
const LOOK_AT_ZOOM = 2.4
/** On a small floor that would be too close: a desk of 140 cm is as wide as a thumb. */
const LOOK_AT_SCALE_MAX = 0.6

/** Null when the browser gives no WebGL: the list stands in for the plan. */
export async function openFloorScene(input: FloorSceneInput): Promise<FloorScene | null> {
  const renderer = await openRenderer(input.host)
  return renderer === null ? null : runScene(input, renderer)
}

function runScene(
  { host, plan, isStill, isOnWall, onTap, onHold, onDoubt, coveredBelow }: FloorSceneInput,
  renderer: WebGLRenderer,
): FloorScene {
  const { canvas } = renderer
  const index = makeSpatialIndex(plan.placements)
  const layers = makeLayers(plan)
  const drive = makeDrive({
    bounds: sheetBounds(plan),
    coveredBelow,
    isStill,
    onMove: () => {
      // Rest begins when a frame is seen: on a slow screen the next one may be long in coming.
      if (rest !== null) clearTimeout(rest)
      ask()
    },
  })
  const { camera, view } = drive

  let palette = readPalette(host)
  let paintedScale = 0
  /** Everything is painted anew in the next frame, once, whatever asked for it meanwhile. */
  let mustPaint = true
  let marked: { readonly id: ResourceId | null; readonly isKeyboard: boolean } = {
    id: null,
    isKeyboard: false,
  }
  let frame = 0
  let rest: ReturnType<typeof setTimeout> | null = null

  function ask(): void {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }

  function draw(): void {
    frame = 0
    if (mustPaint) paint()
    const { x, y, scale } = camera()
    const middle = middleOf(view())
    layers.world.scale.set(scale)
    layers.world.position.set(middle.x - x * scale, middle.y - y * scale)
    layers.zones.follow(camera())
    // Words are set for one scale: under way to another one only those are shown that were.
    const isAtScale = Math.abs(scale / paintedScale - 1) <= 0.01
    if (isAtScale) layers.labels.see(boundsSeen(camera(), view()))
    renderer.render(layers.stage)
    if (!isAtScale) paintWhenAtRest()
  }

  function renew(): void {
    mustPaint = true
    ask()
  }

  /** Everything anew for the scale reached. */
  function paint(): void {
    paintedScale = camera().scale
    mustPaint = false
    const brush = brushNow()
    layers.structure.paint(brush, renderer.resolution)
    layers.resources.paint(brush, renderer.resolution)
    const letters = isOnWall === true ? Math.max(1, drive.whole().scale / HAND_SCALE) : 1
    layers.labels.paint(brush, renderer.resolution, boundsSeen(camera(), view()), letters)
    layers.zones.paint(brush, renderer.resolution)
    paintMarks(layers.marks, brush, plan, marked)
  }

  function brushNow(): Brush {
    return { palette, px: 1 / paintedScale }
  }

  function paintWhenAtRest(): void {
    if (rest !== null) clearTimeout(rest)
    rest = setTimeout(renew, REST_MS)
  }

  function resize(): void {
    const { clientWidth, clientHeight } = host
    if (clientWidth === 0 || clientHeight === 0) return
    const { width, height } = view()
    const isSame = clientWidth === width && clientHeight === height
    if (isSame && renderer.resolution === sharpness()) return
    renderer.resize(clientWidth, clientHeight, sharpness())
    drive.resize(clientWidth, clientHeight)
    renew()
    if (paintedScale === 0) return
    // Another size has emptied the canvas: drawn now, it is never seen so.
    drawNow()
  }

  function drawNow(): void {
    cancelAnimationFrame(frame)
    draw()
  }

  function placeAt(at: Point, reachPx = REACH_PX): Placement | null {
    return hitTest(index, toPlan(camera(), view(), at), reachPx / camera().scale)
  }

  function tap(at: Point, isFine: boolean): void {
    const { scale } = camera()
    const point = toPlan(camera(), view(), at)
    const zone = layers.zones.zoneAt(point, camera())
    if (zone !== null) {
      return drive.glideTo({ ...zone, scale: layers.zones.endsAt * ZONE_ZOOM })
    }
    const meant = hitTestAll(index, point, REACH_PX / scale, isFine ? 0 : SLACK_PX / scale)
    if (meant.length > DOUBTS_MAX) return drive.glideTo(zoomAt(camera(), view(), 2, at))
    if (meant.length > 1 && onDoubt !== undefined) onDoubt(meant)
    else onTap(meant[0] ?? null)
  }

  const stopPointer = makePointer(canvas, {
    pan: (dx, dy) => drive.moveTo(pan(camera(), dx, dy)),
    zoom: (factor, at) => drive.moveTo(zoomAt(camera(), view(), factor, at)),
    tap,
    hold: (at) => {
      const held = placeAt(at)
      if (held !== null) onHold(held)
    },
    doubleTap: (at) => drive.glideTo(zoomAt(camera(), view(), 2, at)),
    hover: (at) => {
      canvas.style.cursor = at !== null && placeAt(at, HOVER_PX) !== null ? 'pointer' : 'grab'
    },
  })
  const stopScreen = followScreen(host, resize)
  // The renderer gives the card its pictures again by itself, but only when a frame is drawn.
  canvas.addEventListener('webglcontextrestored', () => queueMicrotask(renew))
  // A name set before its typeface came would keep the wrong letters.
  document.fonts.addEventListener('loadingdone', renew)
  resize()

  return {
    show: (looks, zones) => {
      layers.resources.show(looks)
      layers.labels.show(looks, zones)
      layers.zones.show(zones)
      ask()
    },
    lay: (picture) => {
      layers.world.addChildAt(picture, 1)
      ask()
    },
    mark: (id, isKeyboard) => {
      marked = { id, isKeyboard }
      if (paintedScale > 0) paintMarks(layers.marks, brushNow(), plan, marked)
      ask()
    },
    reveal: (resourceId) => {
      const at = middleOfPlaces(plan, resourceId)
      const isSeen = at === null || isInSight(toScreen(drive.rest(), view(), at), view(), REACH_PX)
      if (!isSeen) drive.glideTo({ ...drive.rest(), ...at })
    },
    lookAt: (resourceId) => {
      const at = middleOfPlaces(plan, resourceId)
      const near = Math.min(LOOK_AT_SCALE_MAX, drive.whole().scale * LOOK_AT_ZOOM)
      const scale = Math.max(drive.rest().scale, near)
      if (at !== null) drive.glideTo({ ...at, scale })
    },
    zoomBy: (factor) => drive.glideTo(zoomAt(drive.rest(), view(), factor, middleOf(view()))),
    showAll: () => drive.glideTo(drive.whole()),
    coverBelow: drive.coverBelow,
    repaint: () => {
      palette = readPalette(host)
      renew()
    },
    forPaper: () =>
      drawForPaper({
        canvas,
        draw: (resolution) => {
          palette = readPalette(host)
          renderer.resize(view().width, view().height, resolution ?? sharpness())
          mustPaint = true
          drawNow()
        },
      }),
    close: () => {
      if (rest !== null) clearTimeout(rest)
      cancelAnimationFrame(frame)
      drive.stop()
      stopPointer()
      stopScreen()
      document.fonts.removeEventListener('loadingdone', renew)
      renderer.destroy()
      canvas.remove()
    },
  }
}

function makeLayers(plan: FloorPlan) {
  const structure = makeStructureLayer(plan)
  const resources = makeResourceLayer(plan)
  const legibleFrom = legibleScale(plan)
  const labels = makeLabelLayer(plan, legibleFrom)
  const zones = makeZoneLayer(plan, legibleFrom)
  const marks = new Graphics()
  const world = new Container({ isRenderGroup: true })
  world.addChild(
    structure.ground,
    resources.rooms,
    structure.furniture,
    resources.signs,
    resources.desks,
    structure.walls,
    labels.container,
    zones.container,
    marks,
  )
  const stage = new Container()
  stage.addChild(world)
  return { structure, resources, labels, zones, marks, world, stage }
}
