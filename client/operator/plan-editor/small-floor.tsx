/** The whole floor in small: where one is, and the way to elsewhere. */
import type { JSX } from 'solid-js'
import type { DraftObject } from '../../../floorplans/document/draft/draft.ts'
import type { Bounds } from '../../../floorplans/document/geometry.ts'
import { boundsOfObject } from '../../../floorplans/editor/object-box.ts'
import { words } from '../../ui/team-words.ts'
import type { Editor } from './editor.ts'
import type { SheetView } from './sheet-view.ts'

/** Within this many pixels each way. */
const REACH_PX = { width: 168, height: 132 }
/** An arrow key moves the view by this part of what is in sight. */
const STEP = 0.25
interface Props {
  readonly editor: Editor
  readonly view: SheetView
}

export function SmallFloor({ editor, view }: Props): JSX.Element {
  const size = () => sizeOf(view.whole())
  const scale = () => Math.min(REACH_PX.width / size().width, REACH_PX.height / size().height)
  let map: SVGSVGElement | undefined

  function goTo(event: PointerEvent): void {
    if (map === undefined) return
    const { left, top } = map.getBoundingClientRect()
    const { minX, minY } = view.whole()
    view.centreOn({
      x: minX + (event.clientX - left) / scale(),
      y: minY + (event.clientY - top) / scale(),
    })
  }

  function press(event: PointerEvent & { readonly currentTarget: Element }): void {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    goTo(event)
  }

  const drag = (event: PointerEvent & { readonly currentTarget: Element }) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event)
  }

  function key(event: KeyboardEvent): void {
    const step = steps[event.key]
    if (step === undefined) return
    // The arrows would move what is selected.
    event.preventDefault()
    event.stopPropagation()
    const { width, height } = sizeOf(view.seen())
    const { x, y } = view.middle()
    view.centreOn({ x: x + step.x * width * STEP, y: y + step.y * height * STEP })
  }

  return (
    <button
      type="button"
      class="mini-map"
      aria-label={words.drawing.overview}
      title={words.drawing.overview}
      on:pointerdown={press}
      on:pointermove={drag}
      on:keydown={key}
      // A pointer has been where it pressed; the keys mean the whole of it.
      onClick={(event) => event.detail === 0 && view.showAll()}
    >
      <svg
        ref={map}
        width={size().width * scale()}
        height={size().height * scale()}
        viewBox={boxText(view.whole())}
        aria-hidden="true"
      >
        <path class="mini-rooms" d={boxesOf(editor, isRoom)} />
        <path class="mini-desks" d={boxesOf(editor, isDesk)} />
        <path class="mini-walls" d={wallsOf(editor)} />
        <Frame bounds={within(view.seen(), view.whole())} />
      </svg>
    </button>
  )
}

const steps: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

function Frame(props: { readonly bounds: Bounds }): JSX.Element {
  return (
    <rect
      class="mini-view"
      x={props.bounds.minX}
      y={props.bounds.minY}
      width={Math.max(0, sizeOf(props.bounds).width)}
      height={Math.max(0, sizeOf(props.bounds).height)}
    />
  )
}

const isRoom = (object: DraftObject) => object.kind === 'place' && object.shape === 'room'
const isDesk = (object: DraftObject) => object.kind === 'place' && object.shape !== 'room'

function boxesOf(editor: Editor, is: (object: DraftObject) => boolean): string {
  return editor
    .objects()
    .filter(([, object]) => is(object))
    .map(([, object]) => {
      const { minX, minY, maxX, maxY } = boundsOfObject(object)
      return `M${minX} ${minY}H${maxX}V${maxY}H${minX}z`
    })
    .join('')
}

function wallsOf(editor: Editor): string {
  return editor
    .objects()
    .flatMap(([, object]) => (object.kind === 'wall' ? [object.line] : []))
    .map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`)
    .join('')
}

function sizeOf({ minX, minY, maxX, maxY }: Bounds) {
  return { width: maxX - minX, height: maxY - minY }
}

function boxText(bounds: Bounds): string {
  const { width, height } = sizeOf(bounds)
  return `${bounds.minX} ${bounds.minY} ${width} ${height}`
}

function within(inner: Bounds, outer: Bounds): Bounds {
  return {
    minX: Math.max(inner.minX, outer.minX),
    minY: Math.max(inner.minY, outer.minY),
    maxX: Math.min(inner.maxX, outer.maxX),
    maxY: Math.min(inner.maxY, outer.maxY),
  }
}
