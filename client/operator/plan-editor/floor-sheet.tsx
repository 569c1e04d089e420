/** The sheet: the floor, drawn, with what is selected, what a hand is doing, and where the others are. */
import { createEffect, createMemo, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { DraftObject, DraftObjectId } from '../../../floorplans/document/draft/draft.ts'
import type { Point } from '../../../floorplans/document/floor-plan.ts'
import type { WallReach } from '../../../floorplans/document/geometry.ts'
import { boundsOfObject } from '../../../floorplans/editor/object-box.ts'
import { words } from '../../ui/team-words.ts'
import { DrawnBackground } from '../plan-background/drawn-background.tsx'
import { ScaleMarks } from '../plan-background/scale-marks.tsx'
import { DrawnObject } from './drawn-object.tsx'
import type { Editor } from './editor.ts'
import { createGestures, type Gestures, type Pressed } from './gesture.ts'
import { inPaintOrder } from './paint-order.ts'
import { type Presence, SELECTED_TOLD_MAX } from './people-here.ts'
import { nameOfObject } from './place-facts.ts'
import { RoomNames } from './room-names.tsx'
import { Doing, inOthersHands, Others, Selection } from './sheet-marks.tsx'
import { distanceAt, type SheetView } from './sheet-view.ts'
import { takeWheel } from './sheet-wheel.ts'
import { createWallReaches, isSameReach } from './wall-joints.ts'

/** Between two words about where one's hand is; a hand that moves is still smooth at that. */
const TOLD_EVERY_MS = 80

export function FloorSheet(props: {
  readonly editor: Editor
  readonly view: SheetView
}): JSX.Element {
  const { editor, view } = props
  const gestures = createGestures(editor, view)
  let svg: SVGSVGElement | undefined

  const at = (event: MouseEvent): Point => {
    const { left, top } = svg?.getBoundingClientRect() ?? { left: 0, top: 0 }
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const tell = teller(editor, gestures)
  createEffect(() => {
    editor.selection()
    tell(null)
  })

  function press(event: PointerEvent): void {
    if (event.button > 1) return
    svg?.setPointerCapture(event.pointerId)
    gestures.press(event, at(event), pressedOf(event))
  }

  function move(event: PointerEvent): void {
    gestures.drag(event, at(event))
    tell(view.toPlan(at(event)))
  }

  const wheel = (event: WheelEvent) => takeWheel(view, event, at(event))

  onMount(() => {
    if (svg === undefined) return
    const sheet = svg
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return
      const { width, height } = entry.contentRect
      // On paper, which is measured by nobody, the drawing becomes as wide as the page.
      sheet.setAttribute('viewBox', `0 0 ${width} ${height}`)
      view.resized(width, height)
    })
    observer.observe(sheet)
    sheet.addEventListener('wheel', wheel, { passive: false })
    onCleanup(() => observer.disconnect())
  })

  const transform = () => {
    const { scale } = view.camera()
    const origin = view.toScreen({ x: 0, y: 0 })
    return `translate(${origin.x} ${origin.y}) scale(${scale})`
  }
  const asDrawn = (id: DraftObjectId, object: DraftObject) => {
    const own = gestures.preview().get(id)
    if (own === undefined) return inOthersHands(editor, id, object)
    return { ...object, ...own } as DraftObject // a preview keeps the kind
  }
  const reachOf = createWallReaches(() => editor.objects())
  const seen = () => {
    const shown = editor.objects().filter(([, { kind }]) => !editor.hidden().has(kind))
    return inPaintOrder(shown).map(([id]) => id)
  }

  return (
    <svg
      ref={svg}
      class="sheet-canvas"
      data-tool={editor.tool()}
      data-distance={distanceAt(view.camera().scale)}
      role="img"
      aria-label={words.drawing.canvas}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={gestures.release}
      onPointerCancel={gestures.release}
    >
      <g transform={transform()} style={{ '--px': 1 / view.camera().scale }}>
        <rect
          class="sheet-floor"
          width={editor.draft()?.size.width ?? 0}
          height={editor.draft()?.size.height ?? 0}
        />
        <For each={seen()}>
          {(id) => {
            // What neither changed nor is in a hand is painted no more, however often a hand moves.
            const drawn = createMemo(() => {
              const object = editor.draft()?.objects.get(id)
              return object && asDrawn(id, object)
            })
            const reach = createMemo(() => reachOf(id), undefined, { equals: isSameReach })
            return (
              <Show when={drawn()}>
                {(there) => (
                  <g data-id={id} class="drawn">
                    <Drawn
                      editor={editor}
                      object={there()}
                      name={nameOf(editor, there())}
                      reach={reach()}
                    />
                  </g>
                )}
              </Show>
            )
          }}
        </For>
        <RoomNames
          ids={seen()}
          objectOf={(id) => {
            const object = editor.draft()?.objects.get(id)
            return object && asDrawn(id, object)
          }}
          nameOf={(room) => nameOf(editor, room)}
          scale={view.camera().scale}
        />
        <Selection editor={editor} scale={view.camera().scale} asDrawn={asDrawn} />
        <Doing gestures={gestures} scale={view.camera().scale} />
        <Others editor={editor} scale={view.camera().scale} />
        <ScaleMarks
          editor={editor}
          scale={view.camera().scale}
          pointOf={(event) => view.toPlan(at(event))}
        />
      </g>
    </svg>
  )
}

/** A thing as it is drawn; the picture below the floor has a way of its own. */
export function Drawn(props: {
  readonly editor: Editor
  readonly object: DraftObject
  readonly name: string
  readonly reach: WallReach | undefined
}): JSX.Element {
  const background = () => (props.object.kind === 'background' ? props.object : undefined)
  return (
    <Show
      when={background()}
      fallback={<DrawnObject object={props.object} name={props.name} reach={props.reach} />}
    >
      {(one) => <DrawnBackground editor={props.editor} object={one()} />}
    </Show>
  )
}

function nameOf(editor: Editor, object: DraftObject): string {
  const draft = editor.draft()
  return draft === null ? '' : nameOfObject(editor.catalogue(), draft, object)
}

/** What lies under a press, as the elements say. */
function pressedOf({ target }: PointerEvent): Pressed {
  const element = target instanceof Element ? target : null
  const id = element?.closest('[data-id]')?.getAttribute('data-id') ?? null
  const corner = element?.getAttribute('data-corner')?.split(',').map(Number)
  const end = element?.getAttribute('data-end')
  if (corner !== undefined) {
    const sign = (value: number | undefined) => (value === 1 ? 1 : -1)
    return { id, grip: { kind: 'corner', corner: { x: sign(corner[0]), y: sign(corner[1]) } } }
  }
  if (element?.hasAttribute('data-turn')) return { id, grip: { kind: 'turn' } }
  if (end === 'from' || end === 'to') return { id, grip: { kind: 'end', end } }
  return { id, grip: null }
}

/** Tells the others that one is here, what one has selected, and a few times a second where one's hand is: the last place of it, too. */
function teller(editor: Editor, gestures: Gestures): (at: Point | null) => void {
  let last = 0
  let cursor: Point | null = null
  let later: ReturnType<typeof setTimeout> | null = null
  onCleanup(() => later !== null && clearTimeout(later))
  function say(): void {
    if (later !== null) clearTimeout(later)
    later = null
    last = performance.now()
    const doing = gestures.gesture()
    editor.sayPresence({
      cursor,
      selected: [...editor.selection()].slice(0, SELECTED_TOLD_MAX),
      drag: doing?.kind === 'move' ? doing.by : null,
    } satisfies Presence)
  }
  return (at) => {
    if (at !== null) cursor = { x: Math.round(at.x), y: Math.round(at.y) }
    const waits = TOLD_EVERY_MS - (performance.now() - last)
    if (at === null || waits <= 0) say()
    else later ??= setTimeout(say, waits)
  }
}

/** Brings a thing into sight. */
export function reveal(view: SheetView, object: DraftObject): void {
  const { minX, minY, maxX, maxY } = boundsOfObject(object)
  const at = view.toScreen({ x: (minX + maxX) / 2, y: (minY + maxY) / 2 })
  const middle = view.toScreen(view.middle())
  const isFar =
    Math.abs(at.x - middle.x) > middle.x * 0.9 || Math.abs(at.y - middle.y) > middle.y * 0.9
  if (isFar) view.pan(middle.x - at.x, middle.y - at.y)
}
