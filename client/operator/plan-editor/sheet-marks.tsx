/** What lies over the drawing: rings and grips of what is selected, what a hand is doing, and where the others are. */
import { For, type JSX, Show } from 'solid-js'
import type { DraftObject, DraftObjectId } from '../../../floorplans/document/draft/draft.ts'
import { cornersOf } from '../../../floorplans/document/geometry.ts'
import { boxOf, movedBy } from '../../../floorplans/editor/object-box.ts'
import { words } from '../../ui/team-words.ts'
import type { Editor } from './editor.ts'
import { frameOf, type Gestures } from './gesture.ts'

const corners = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
] as const

/** A ring around each thing; one alone has grips to pull. */
export function Selection(props: {
  readonly editor: Editor
  readonly asDrawn: (id: DraftObjectId, object: DraftObject) => DraftObject
}): JSX.Element {
  const shown = () =>
    props.editor.selected().map(([id, object]) => ({ id, object: props.asDrawn(id, object) }))
  const single = () => {
    const [only, ...more] = shown()
    return only === undefined || more.length > 0 || only.object.isLocked ? undefined : only.object
  }
  return (
    <>
      <For each={shown()}>{({ object }) => <Ring object={object} class="sheet-ring" />}</For>
      <Show when={single()}>{(object) => <Grips object={object()} />}</Show>
    </>
  )
}

/** Around the box of a thing, or along a wall. */
export function Ring(props: { readonly object: DraftObject; readonly class: string }): JSX.Element {
  const points = () => {
    const box = boxOf(props.object)
    if (box !== null) return cornersOf(box)
    return props.object.kind === 'wall' ? [props.object.line.from, props.object.line.to] : []
  }
  return (
    <polygon
      class={props.class}
      points={points()
        .map(({ x, y }) => `${x},${y}`)
        .join(' ')}
    />
  )
}

function Grips(props: { readonly object: DraftObject }): JSX.Element {
  const box = () => ('size' in props.object ? boxOf(props.object) : null)
  const line = () => (props.object.kind === 'wall' ? props.object.line : null)
  return (
    <>
      <Show when={box()}>
        {(one) => (
          <For each={corners}>
            {(corner, index) => (
              <circle
                class="sheet-grip"
                data-corner={`${corner.x},${corner.y}`}
                cx={cornersOf(one())[index()]?.x}
                cy={cornersOf(one())[index()]?.y}
                r="8"
              />
            )}
          </For>
        )}
      </Show>
      <Show when={line()}>
        {(one) => (
          <For each={['from', 'to'] as const}>
            {(end) => (
              <circle class="sheet-grip" data-end={end} cx={one()[end].x} cy={one()[end].y} r="8" />
            )}
          </For>
        )}
      </Show>
    </>
  )
}

/** The frame, the thing being drawn, and the lines a drag came to rest on. */
export function Doing(props: { readonly gestures: Gestures }): JSX.Element {
  const framed = () => {
    const now = props.gestures.gesture()
    const isFrame = now?.kind === 'frame' || (now?.kind === 'make' && now.tool !== 'wall')
    return isFrame ? frameOf(now) : undefined
  }
  const wall = () => {
    const now = props.gestures.gesture()
    return now?.kind === 'make' && now.tool === 'wall' ? now : undefined
  }
  const guides = () => {
    const now = props.gestures.gesture()
    return now?.kind === 'move' ? now.guides : undefined
  }
  return (
    <>
      <Show when={framed()}>
        {(frame) => (
          <rect
            class="sheet-frame"
            x={frame().minX}
            y={frame().minY}
            width={frame().maxX - frame().minX}
            height={frame().maxY - frame().minY}
          />
        )}
      </Show>
      <Show when={wall()}>
        {(drawn) => (
          <line
            class="sheet-guide"
            x1={drawn().from.x}
            y1={drawn().from.y}
            x2={drawn().to.x}
            y2={drawn().to.y}
          />
        )}
      </Show>
      <Show when={guides()?.x ?? undefined}>
        {(x) => <line class="sheet-guide" x1={x()} x2={x()} y1={-FAR_CM} y2={FAR_CM} />}
      </Show>
      <Show when={guides()?.y ?? undefined}>
        {(y) => <line class="sheet-guide" y1={y()} y2={y()} x1={-FAR_CM} x2={FAR_CM} />}
      </Show>
    </>
  )
}

/** Beyond every sheet. */
const FAR_CM = 100_000

/** A thing that somebody drags is where they hold it, though nothing of that is written before they let go. */
export function inOthersHands(editor: Editor, id: DraftObjectId, object: DraftObject): DraftObject {
  const hand = editor.people().find(({ drag, selected }) => drag !== null && selected.includes(id))
  const drag = hand?.drag
  if (!drag || object.isLocked) return object
  return { ...object, ...movedBy(object, drag) } as DraftObject // moving keeps the kind
}

/** The others: their hand with their name, and a ring around what they hold, where they hold it. */
export function Others(props: { readonly editor: Editor; readonly scale: number }): JSX.Element {
  const held = (id: DraftObjectId) => {
    const object = props.editor.draft()?.objects.get(id)
    if (object === undefined || object.goneBy !== null) return undefined
    return inOthersHands(props.editor, id, object)
  }
  return (
    <For each={props.editor.people()}>
      {(person) => (
        <g class="sheet-other">
          <For each={person.selected}>
            {(id) => (
              <Show when={held(id)}>
                {(object) => (
                  <>
                    <Show when={person.drag}>
                      <Ring object={object()} class="sheet-other-glow" />
                    </Show>
                    <Ring object={object()} class="sheet-other-ring" />
                  </>
                )}
              </Show>
            )}
          </For>
          <Show when={person.cursor}>
            {(cursor) => (
              <g transform={`translate(${cursor().x} ${cursor().y}) scale(${1 / props.scale})`}>
                <path d="M0 0 L0 16 L4.5 12 L11 12 Z" />
                <text x="12" y="24">
                  {person.drag === null ? person.name : words.drawing.moves(person.name)}
                </text>
              </g>
            )}
          </Show>
        </g>
      )}
    </For>
  )
}
