/** One side of a comparison: the floor as it is there, pale where nothing differs, with a ring and a sign on what does. */
import { createMemo, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { centreOfObject } from '../../../floorplans/document/draft/compare-drafts.ts'
import { type Draft, objectsInOrder } from '../../../floorplans/document/draft/draft.ts'
import { words } from '../../ui/team-words.ts'
import type { Editor } from '../plan-editor/editor.ts'
import { Drawn } from '../plan-editor/floor-sheet.tsx'
import { inPaintOrder } from '../plan-editor/paint-order.ts'
import { nameOfObject } from '../plan-editor/place-facts.ts'
import { RoomNames } from '../plan-editor/room-names.tsx'
import { Ring } from '../plan-editor/sheet-marks.tsx'
import { distanceAt, type SheetView } from '../plan-editor/sheet-view.ts'
import { createWallReaches } from '../plan-editor/wall-joints.ts'
import type { SideName, ToldChange } from './compare-model.ts'
import type { makeLookAround } from './look-around.ts'

interface SheetProps {
  readonly editor: Editor
  readonly side: SideName
  readonly label: string
  readonly draft: Draft
  readonly changes: readonly ToldChange[]
  /** The change that somebody looks at. */
  readonly focused: ToldChange | null
  readonly view: SheetView
  readonly look: ReturnType<typeof makeLookAround>
}

export function ComparedSheet(props: SheetProps): JSX.Element {
  let svg: SVGSVGElement | undefined
  const transform = () => {
    const origin = props.view.toScreen({ x: 0, y: 0 })
    return `translate(${origin.x} ${origin.y}) scale(${props.view.camera().scale})`
  }
  const reachOf = createWallReaches(() => objectsInOrder(props.draft))
  const differing = createMemo(() => new Set(props.changes.map((change) => change[props.side])))
  onMount(() => {
    if (svg === undefined) return
    const sheet = svg
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) {
        props.view.resized(entry.contentRect.width, entry.contentRect.height)
      }
    })
    observer.observe(sheet)
    const wheel = (event: WheelEvent) => props.look.wheel(event, sheet)
    sheet.addEventListener('wheel', wheel, { passive: false })
    onCleanup(() => observer.disconnect())
  })
  return (
    <svg
      ref={svg}
      class="sheet-canvas"
      data-tool="hand"
      data-distance={distanceAt(props.view.camera().scale)}
      role="img"
      aria-label={props.label}
      onPointerDown={props.look.press}
      onPointerMove={props.look.drag}
      onPointerUp={props.look.release}
      onPointerCancel={props.look.release}
    >
      <g transform={transform()} style={{ '--px': 1 / props.view.camera().scale }}>
        <rect class="sheet-floor" width={props.draft.size.width} height={props.draft.size.height} />
        <For each={inPaintOrder(objectsInOrder(props.draft))}>
          {([id, object]) => (
            <g class="drawn" data-same={differing().has(id) ? undefined : ''}>
              <Drawn
                editor={props.editor}
                object={object}
                name={nameOfObject(props.editor.catalogue(), props.draft, object)}
                reach={reachOf(id)}
              />
            </g>
          )}
        </For>
        <RoomNames
          ids={[...props.draft.objects.keys()]}
          objectOf={(id) => props.draft.objects.get(id)}
          nameOf={(room) => nameOfObject(props.editor.catalogue(), props.draft, room)}
          scale={props.view.camera().scale}
        />
        <For each={props.changes}>{(change) => <Mark {...props} change={change} />}</For>
      </g>
    </svg>
  )
}

function Mark(props: SheetProps & { readonly change: ToldChange }): JSX.Element {
  const object = () => props.draft.objects.get(props.change[props.side] ?? '')
  return (
    <Show when={object()}>
      {(there) => (
        <g
          class="compared-mark"
          data-change={props.change.kind}
          data-focused={props.focused === props.change ? '' : undefined}
        >
          <Ring object={there()} class="compared-ring" />
          <g transform={signAt(there(), props.view.camera().scale)}>
            <circle r="9" />
            <text>{words.comparison.signs[props.change.kind]}</text>
          </g>
        </g>
      )}
    </Show>
  )
}

/** In the middle of the thing, and as large as ever however close one looks. */
function signAt(object: Parameters<typeof centreOfObject>[0], scale: number): string {
  const { x, y } = centreOfObject(object)
  return `translate(${x} ${y}) scale(${1 / scale})`
}
