/** Where one looks at the sheet from: the same camera as the viewer's, over a sheet with a margin around the floor. */
import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import type { Draft, Size } from '../../../floorplans/document/draft/draft.ts'
import type { Point } from '../../../floorplans/document/floor-plan.ts'
import { type Bounds, sheetBounds } from '../../../floorplans/document/geometry.ts'
import {
  boundsSeen,
  type Camera,
  middleOf,
  pan,
  toPlan,
  toScreen,
  type View,
  wholeOf,
  zoomAt,
} from '../../../floorplans/scene/camera.ts'

export interface SheetView {
  readonly camera: Accessor<Camera>
  toPlan(screen: Point): Point
  toScreen(point: Point): Point
  pan(dx: number, dy: number): void
  zoom(factor: number, at?: Point): void
  showAll(): void
  /** Something comes into the middle with all of it in sight, otherwise as close as a name can be read. */
  lookAt(bounds: Bounds): void
  /** The sheet's element has another size. */
  resized(width: number, height: number): void
  /** What is in sight, in the middle. */
  middle(): Point
  /** The whole sheet, and the part of it that is in sight. */
  whole(): Bounds
  seen(): Bounds
  /** A point comes into the middle. */
  centreOn(point: Point): void
}

const NO_INSETS = { top: 0, right: 0, bottom: 0, left: 0 }
/** Pixels per centimetre: from a floor of half a kilometre on a phone to a desk that fills the window. */
const SCALE_MIN = 0.005
const SCALE_MAX = 8
/** A desk is a thumb wide. */
const SCALE_NEAR = 0.35
/** A narrower sheet has no room to spare. */
const WIDE_PX = 600
/** Room around the floor, and around the words that stand outside. */
const MARGIN_CM = 60

/** From how far one looks: where the numbers of desks, and where those of seats at a table, are too small to be read. */
export function distanceAt(scale: number): 'far' | 'middle' | 'near' {
  return scale < DESKS_READ_FROM ? 'far' : scale < SEATS_READ_FROM ? 'middle' : 'near'
}

/** A number of 9 pixels on a desk of 72 centimetres, and on a seat's part of a table, 45 deep. */
const DESKS_READ_FROM = 0.145
const SEATS_READ_FROM = 0.22

export interface Sheet {
  readonly size: Size
  /** Where words stand, which may be outside of the floor. */
  readonly labels: readonly Point[]
}

export function sheetOf(draft: Draft | null): Sheet {
  const labels = [...(draft?.objects.values() ?? [])].flatMap((object) =>
    object.kind === 'label' && object.goneBy === null ? [object.at] : [],
  )
  return { size: draft?.size ?? { width: 1, height: 1 }, labels }
}

/** `coveredLeft` are pixels that tools take of a sheet that is wide enough to leave them free. */
export function createSheetView(sheet: () => Sheet, coveredLeft = 0): SheetView {
  const [view, setView] = createSignal<View>({ width: 1, height: 1, insets: NO_INSETS })
  const [camera, setCamera] = createSignal<Camera>({ x: 0, y: 0, scale: 1 })
  /** Until somebody looks elsewhere the whole floor stays in sight. */
  let isWhole = true

  function bounds(): Bounds {
    const { size, labels } = sheet()
    const { minX, minY, maxX, maxY } = sheetBounds({ ...size, labels })
    return {
      minX: minX - MARGIN_CM,
      minY: minY - MARGIN_CM,
      maxX: maxX + MARGIN_CM,
      maxY: maxY + MARGIN_CM,
    }
  }

  function showAll(): void {
    isWhole = true
    setCamera(wholeOf(view(), bounds()))
  }

  // A floor that becomes larger stays in sight as a whole, as it was.
  const shape = createMemo(() => `${sheet().size.width} ${sheet().size.height}`)
  createEffect(
    on(
      shape,
      () => {
        if (isWhole) showAll()
      },
      { defer: true },
    ),
  )

  return {
    camera,
    toPlan: (screen) => toPlan(camera(), view(), screen),
    toScreen: (point) => toScreen(camera(), view(), point),
    pan: (dx, dy) => {
      isWhole = false
      setCamera(pan(camera(), dx, dy))
    },
    zoom: (factor, at = middleOf(view())) => {
      isWhole = false
      const scale = camera().scale
      const wanted = Math.min(SCALE_MAX, Math.max(SCALE_MIN, scale * factor))
      setCamera(zoomAt(camera(), view(), wanted / scale, at))
    },
    showAll,
    lookAt: (bounds) => {
      isWhole = false
      const { scale, ...middle } = wholeOf(view(), bounds)
      setCamera({ ...middle, scale: Math.min(scale, Math.max(SCALE_NEAR, camera().scale)) })
    },
    resized: (width, height) => {
      const left = width < WIDE_PX ? 0 : coveredLeft
      setView({ width, height, insets: { ...NO_INSETS, left } })
      if (isWhole) showAll()
    },
    whole: createMemo(bounds),
    seen: () => boundsSeen(camera(), view()),
    centreOn: (point) => {
      isWhole = false
      setCamera({ ...camera(), ...point })
    },
    middle: () => ({ x: Math.round(camera().x), y: Math.round(camera().y) }),
  }
}
