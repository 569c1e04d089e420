/**
 * Runs in the browser: the portal's scene and a bare `ParticleContainer` of as many sprites, side by side in one page. What is measured is
 * JavaScript: what an event, a frame's callback and a change of looks take; the card's own work is somebody else's.
 */
import { Container, Particle, ParticleContainer, Texture, WebGLRenderer } from 'pixi.js'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import { hitTest } from '../../floorplans/document/hit-test.ts'
import { makeSpatialIndex } from '../../floorplans/document/spatial-index.ts'
import { openFloorScene } from '../../floorplans/scene/floor-scene.ts'
import type { Looks, ZoneCounts } from '../../floorplans/scene/look.ts'
import { countsOf, floorOf, looksAt } from './floor.ts'

export type Deed = 'pan' | 'zoom' | 'change'

/** One of the two sides, standing in the page. */
interface Stage {
  /** What the deed of this number needs, made before its time is taken: it is not the scene's work. */
  prepare?(kind: Deed): void
  /** Does something that a person sees in the next frame. */
  deed(kind: Deed, n: number): void
  close(): void
}

export interface PlanBench {
  /** Milliseconds until the first frame is drawn. */
  open(side: 'ours' | 'bare', desks: number): Promise<number>
  /** JavaScript milliseconds a frame, over some frames. */
  frames(kind: Deed): Promise<number>
  /** Frames that are asked for while nothing happens. */
  idle(): Promise<number>
  /** Microseconds until it is known which desk is meant: by the index, and by looking at all. */
  hits(side: 'ours' | 'bare', desks: number): number
  close(): void
}

const FRAMES = 20
const IDLE_MS = 500
/** Longer than the scene waits until it paints anew. */
const REST_MS = 400
const POINTS = 300
/** Small, because a machine without a card draws every pixel itself; JavaScript costs the same. */
const SIZE = { width: 480, height: 300 }

const askFrame = globalThis.requestAnimationFrame.bind(globalThis)
let spentMs = 0
let asked = 0
globalThis.requestAnimationFrame = (work) => {
  asked += 1
  return askFrame((at) => timed(() => work(at)))
}
// A pointer that is made up cannot be captured.
HTMLElement.prototype.setPointerCapture = () => undefined

const host = document.createElement('div')
Object.assign(host.style, { width: `${SIZE.width}px`, height: `${SIZE.height}px` })
document.body.append(host)
let stage: Stage | null = null

const bench: PlanBench = {
  open: async (side, desks) => {
    bench.close()
    const plan = floorOf(desks)
    // What places look like is what the page knows before it opens the scene.
    const shown = { looks: looksAt(plan, 0), counts: countsOf(plan) }
    const from = performance.now()
    stage = side === 'ours' ? await openOurs(plan, shown) : await openBare(plan)
    await frame()
    return performance.now() - from
  },
  frames: async (kind) => {
    await after(REST_MS)
    spentMs = 0
    for (let n = 0; n < FRAMES; n += 1) {
      stage?.prepare?.(kind)
      timed(() => stage?.deed(kind, n))
      await frame()
    }
    return spentMs / FRAMES
  },
  idle: async () => {
    await after(REST_MS)
    asked = 0
    await after(IDLE_MS)
    return asked
  },
  hits: (side, desks) => {
    const plan = floorOf(desks)
    const find = side === 'ours' ? byIndex(plan) : byLooking(plan)
    const from = performance.now()
    for (let n = 0; n < POINTS; n += 1) {
      find({ x: (n * 7919) % plan.width, y: (n * 104_729) % plan.height })
    }
    return ((performance.now() - from) / POINTS) * 1000
  },
  close: () => {
    stage?.close()
    stage = null
  },
}
Object.assign(globalThis, { planBench: bench })

interface Shown {
  readonly looks: Looks
  readonly counts: ZoneCounts
}

async function openOurs(plan: FloorPlan, { looks: first, counts }: Shown): Promise<Stage> {
  const scene = await openFloorScene({
    ...{ host, plan, coveredBelow: 0, isStill: true },
    onTap: () => undefined,
    onHold: () => undefined,
  })
  if (scene === null) throw new Error('This browser draws no WebGL')
  const canvas = host.querySelector('canvas')
  let moment = 0
  let looks = first
  scene.show(looks, counts)
  return {
    prepare: (kind) => {
      if (kind !== 'change') return
      moment += 1
      looks = looksAt(plan, moment)
    },
    deed: (kind, n) => {
      if (kind === 'change') return scene.show(looks, counts)
      const at = { clientX: 200 + (n % 20) * 4, clientY: 150, pointerId: 1 }
      if (kind === 'pan' && n === 0) canvas?.dispatchEvent(new PointerEvent('pointerdown', at))
      const event =
        kind === 'pan'
          ? new PointerEvent('pointermove', at)
          : new WheelEvent('wheel', { ...at, deltaY: n < FRAMES / 2 ? -20 : 20 })
      canvas?.dispatchEvent(event)
      if (kind === 'pan' && n === FRAMES - 1) {
        canvas?.dispatchEvent(new PointerEvent('pointercancel', at))
      }
    },
    close: scene.close,
  }
}

const tints = [0x2a7d6f, 0x3556a8, 0xb4540a, 0x8a8a8a, 0x5b4b9a, 0xcccccc]

async function openBare(plan: FloorPlan): Promise<Stage> {
  const renderer = new WebGLRenderer()
  const canvas = document.createElement('canvas')
  await renderer.init({ canvas, antialias: true, backgroundAlpha: 0, ...SIZE })
  host.append(canvas)
  const particles = plan.placements.map(
    ({ x, y }, index) =>
      new Particle({ texture: Texture.WHITE, x, y, scaleX: 160, scaleY: 140, tint: tintOf(index) }),
  )
  const scale = Math.min(SIZE.width / plan.width, SIZE.height / plan.height)
  const all = new ParticleContainer({ particles, scale })
  const root = new Container({ children: [all] })
  let moment = 0
  const draw = () => requestAnimationFrame(() => renderer.render(root))
  draw()
  return {
    deed: (kind, n) => {
      if (kind === 'pan') all.x = (n % 20) * 4
      if (kind === 'zoom') all.scale.set(scale * (1 + n / 100))
      if (kind === 'change') {
        moment += 1
        for (let index = moment % 20; index < particles.length; index += 20) {
          const particle = particles[index]
          if (particle !== undefined) particle.tint = tintOf(index + moment)
        }
        all.update()
      }
      draw()
    },
    close: () => {
      renderer.destroy()
      canvas.remove()
    },
  }
}

function tintOf(index: number): number {
  return tints[index % tints.length] ?? 0
}

function byIndex(plan: FloorPlan) {
  const index = makeSpatialIndex(plan.placements)
  return (point: { readonly x: number; readonly y: number }) => hitTest(index, point, 50)
}

function byLooking({ placements }: FloorPlan) {
  const everything = { near: () => placements }
  return (point: { readonly x: number; readonly y: number }) => hitTest(everything, point, 50)
}

function timed(work: () => void): void {
  const from = performance.now()
  work()
  spentMs += performance.now() - from
}

/** Until what was asked for before has been drawn. */
function frame(): Promise<void> {
  return new Promise((resolve) => askFrame(() => resolve()))
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
