/**
 * The plan on a canvas. Layers from below: ground, rooms, furniture, desks, walls, the mark of what is chosen, words. One frame is
 * drawn when something asks for it and none otherwise. The drawing is painted for one scale; a pinch only moves and scales it, and
 * when the fingers rest it is painted anew for the scale reached, so that lines and letters stay as fine as on paper.
 *
 * Absent on purpose: accessibility. The canvas is hidden from assistive technology; a list in the page carries the same places.
 */
// First, because the page allows no code made of text, and the renderer would make its shaders' code that way.
import 'pixi.js/unsafe-eval'
import 'pixi.js/graphics'
import { Container, Graphics, Ticker, WebGLRenderer } from 'pixi.js'
import type { ResourceId } from '../../domain/values/ids.ts'
import type { FloorPlan, Placement, Point } from '../document/floor-plan.ts'
import { sheetBounds } from '../document/geometry.ts'
import { hitTest } from '../document/hit-test.ts'
import { makeSpatialIndex } from '../document/spatial-index.ts'
import type { Brush } from './brush.ts'
import {
  between,
  type Camera,
  clamp,
  type Insets,
  middleOf,
  pan,
  toPlan,
  toScreen,
  type View,
  wholeOf,
  zoomAt,
} from './camera.ts'
import { makeLabelLayer } from './label-layer.ts'
import type { Looks, ZoneCounts } from './look.ts'
import { paintMarks } from './mark-layer.ts'
import { readPalette } from './palette.ts'
import { makePointer } from './pointer.ts'
import { makeResourceLayer } from './resource-layer.ts'
import { makeStructureLayer } from './structure-layer.ts'

export interface FloorSceneInput {
  readonly host: HTMLElement
  readonly plan: FloorPlan
  /** Pixels at the lower edge that other things cover. */
  readonly coveredBelow: number
  /** No motion between one view and the next. */
  readonly isStill: boolean
  onTap(placement: Placement | null): void
  onHold(placement: Placement): void
}

export interface FloorScene {
  show(looks: Looks, zones: ZoneCounts): void
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
  close(): void
}

/** A finger's reach around a small desk. */
const REACH_PX = 24
/** Twice is sharp on every screen; a third pixel costs more than it shows. */
const RESOLUTION_MAX = 2
const GLIDE_MS = 180
/** After the last change of scale the drawing is painted anew. */
const REST_MS = 140
const LOOK_AT_ZOOM = 2.4

/** Null when the browser gives no WebGL: the list stands in for the plan. */
export async function openFloorScene(input: FloorSceneInput): Promise<FloorScene | null> {
  // The system ticker would ask for a frame sixty times a second for nothing.
  Ticker.system.autoStart = false
  Ticker.system.stop()
  const renderer = new WebGLRenderer()
  const canvas = document.createElement('canvas')
  try {
    await renderer.init({
      canvas,
      antialias: true,
      backgroundAlpha: 0,
      resolution: Math.min(RESOLUTION_MAX, devicePixelRatio),
      autoDensity: true,
      skipExtensionImports: true,
      preferWebGLVersion: 2,
      powerPreference: 'low-power',
    })
  } catch {
    return null
  }
  canvas.setAttribute('aria-hidden', 'true')
  input.host.append(canvas)
  return runScene(input, renderer, canvas)
}

function runScene(
  { host, plan, isStill, onTap, onHold, ...input }: FloorSceneInput,
  renderer: WebGLRenderer,
  canvas: HTMLCanvasElement,
): FloorScene {
  const bounds = sheetBounds(plan)
  const index = makeSpatialIndex(plan.placements)
  const structure = makeStructureLayer(plan)
  const resources = makeResourceLayer(plan)
  const labels = makeLabelLayer(plan)
  const marks = new Graphics()
  const world = new Container({ isRenderGroup: true })
  world.addChild(
    structure.ground,
    resources.rooms,
    structure.furniture,
    resources.desks,
    structure.walls,
    marks,
    labels.container,
  )
  const stage = new Container()
  stage.addChild(world)

  let palette = readPalette(host)
  let view: View = { width: 1, height: 1, insets: insetsFor(input.coveredBelow) }
  let camera: Camera = wholeOf(view, bounds)
  let isWhole = true
  let paintedScale = 0
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
    const middle = middleOf(view)
    world.scale.set(camera.scale)
    world.position.set(middle.x - camera.x * camera.scale, middle.y - camera.y * camera.scale)
    renderer.render(stage)
  }

  /** Everything anew for the scale reached. */
  function paint(): void {
    paintedScale = camera.scale
    const brush = brushNow()
    structure.paint(brush)
    resources.paint(brush)
    labels.paint(brush, renderer.resolution)
    paintMarks(marks, brush, plan, marked)
    ask()
  }

  function brushNow(): Brush {
    return { palette, px: 1 / paintedScale }
  }

  function moveTo(next: Camera): void {
    camera = clamp(next, view, bounds)
    isWhole = camera.scale <= wholeOf(view, bounds).scale * 1.001
    if (Math.abs(camera.scale / paintedScale - 1) > 0.01) paintWhenAtRest()
    ask()
  }

  function paintWhenAtRest(): void {
    if (rest !== null) clearTimeout(rest)
    rest = setTimeout(paint, REST_MS)
  }

  let gliding = 0
  function glide(to: Camera): void {
    cancelAnimationFrame(gliding)
    const goal = clamp(to, view, bounds)
    if (isStill) return moveTo(goal)
    const from = camera
    const start = performance.now()
    const step = (now: number) => {
      const share = Math.min(1, Math.max(0, (now - start) / GLIDE_MS))
      moveTo(between(from, goal, 1 - (1 - share) ** 3))
      if (share < 1) gliding = requestAnimationFrame(step)
    }
    gliding = requestAnimationFrame(step)
  }

  function resize(): void {
    const { clientWidth, clientHeight } = host
    if (clientWidth === 0 || clientHeight === 0) return
    view = { ...view, width: clientWidth, height: clientHeight }
    renderer.resize(clientWidth, clientHeight, Math.min(RESOLUTION_MAX, devicePixelRatio))
    camera = isWhole ? wholeOf(view, bounds) : clamp(camera, view, bounds)
    paint()
  }

  function centreOf(resourceId: ResourceId): Point | null {
    const places = plan.placements.filter((one) => one.resourceId === resourceId)
    if (places.length === 0) return null
    const sum = places.reduce((all, one) => ({ x: all.x + one.x, y: all.y + one.y }), {
      x: 0,
      y: 0,
    })
    return { x: sum.x / places.length, y: sum.y / places.length }
  }

  function placeAt(at: Point): Placement | null {
    return hitTest(index, toPlan(camera, view, at), REACH_PX / camera.scale)
  }

  const stopPointer = makePointer(canvas, {
    pan: (dx, dy) => moveTo(pan(camera, dx, dy)),
    zoom: (factor, at) => moveTo(zoomAt(camera, view, factor, at)),
    tap: (at) => onTap(placeAt(at)),
    hold: (at) => {
      const held = placeAt(at)
      if (held !== null) onHold(held)
    },
    doubleTap: (at) => glide(zoomAt(camera, view, 2, at)),
    hover: (at) => {
      const isOver =
        at !== null && hitTest(index, toPlan(camera, view, at), 4 / camera.scale) !== null
      canvas.style.cursor = isOver ? 'pointer' : 'grab'
    },
  })
  const sizes = new ResizeObserver(resize)
  sizes.observe(host)
  // The renderer gives the card its pictures again by itself, but only when a frame is drawn.
  canvas.addEventListener('webglcontextrestored', () => queueMicrotask(paint))
  // A name set before the typeface came would keep the wrong letters.
  void document.fonts.ready.then(() => paintWhenAtRest())
  resize()

  return {
    show: (looks, zones) => {
      resources.show(looks)
      labels.show(looks, zones)
      ask()
    },
    mark: (id, isKeyboard) => {
      marked = { id, isKeyboard }
      if (paintedScale > 0) paintMarks(marks, brushNow(), plan, marked)
      ask()
    },
    reveal: (resourceId) => {
      const at = centreOf(resourceId)
      if (at !== null && !isInSight(toScreen(camera, view, at), view)) glide({ ...camera, ...at })
    },
    lookAt: (resourceId) => {
      const at = centreOf(resourceId)
      const whole = wholeOf(view, bounds)
      if (at !== null) {
        glide({ ...at, scale: Math.max(camera.scale, whole.scale * LOOK_AT_ZOOM) })
      }
    },
    zoomBy: (factor) => glide(zoomAt(camera, view, factor, middleOf(view))),
    showAll: () => glide(wholeOf(view, bounds)),
    coverBelow: (bottom) => {
      if (bottom === view.insets.bottom) return
      // What is seen stays where it is; only the middle to move around is another.
      const next = { ...view, insets: insetsFor(bottom) }
      camera = { ...camera, ...toPlan(camera, view, middleOf(next)) }
      view = next
      if (bottom === 0) moveTo(camera)
    },
    repaint: () => {
      palette = readPalette(host)
      paint()
    },
    close: () => {
      if (rest !== null) clearTimeout(rest)
      cancelAnimationFrame(frame)
      cancelAnimationFrame(gliding)
      stopPointer()
      sizes.disconnect()
      renderer.destroy()
      canvas.remove()
    },
  }
}

function insetsFor(bottom: number): Insets {
  return { top: 0, right: 0, bottom, left: 0 }
}

function isInSight({ x, y }: Point, { width, height, insets }: View): boolean {
  const edge = REACH_PX
  return (
    x > insets.left + edge &&
    x < width - insets.right - edge &&
    y > insets.top + edge &&
    y < height - insets.bottom - edge
  )
}
