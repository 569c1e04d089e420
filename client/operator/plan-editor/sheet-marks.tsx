/** What lies over the drawing: rings and grips of what is selected, what a hand is doing, and where the others are. */
import { For, type JSX, Show } from 'solid-js'
import type { DraftObject, DraftObjectId, Size } from '../../../floorplans/document/draft/draft.ts'
import type { Point, TurnedBox } from '../../../floorplans/document/floor-plan.ts'
import { cornersOf, distanceBetween, fromBox } from '../../../floorplans/document/geometry.ts'
import { boxOf, movedBy } from '../../../floorplans/editor/object-box.ts'
import type { Line } from '../../../floorplans/editor/snap.ts'
import { words } from '../../ui/team-words.ts'
import type { Editor } from './editor.ts'
import { frameOf, type Gesture, type Gestures } from './gesture.ts'

const corners = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
] as const

/** A ring around each thing; one alone has grips to pull. */
export function Selection(props: {
  readonly editor: Editor
  readonly scale: number
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
      <Show when={single()}>{(object) => <Grips object={object()} scale={props.scale} />}</Show>
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

/** Pixels: what is seen of a grip, how far around it a finger or a hand meets it, and how far above a thing the handle stands that turns it. */
const GRIP_PX = 5
const REACH_PX = 12
const HANDLE_PX = 26

function Grips(props: { readonly object: DraftObject; readonly scale: number }): JSX.Element {
  const box = () => ('size' in props.object ? boxOf(props.object) : null)
  const turning = () => ('rotation' in props.object ? boxOf(props.object) : null)
  const line = () => (props.object.kind === 'wall' ? props.object.line : null)
  /** On a small thing grips leave its middle to be dragged by. */
  const reach = () => {
    const { width, height } = box() ?? { width: 1e9, height: 1e9 }
    return Math.min(
      REACH_PX / props.scale,
      Math.max(GRIP_PX / props.scale, Math.min(width, height) / 4),
    )
  }
  /** What is seen of one is smaller there, too. */
  const seen = () => Math.min(GRIP_PX / props.scale, Math.max(3 / props.scale, reach() * 0.6))
  const above = (one: TurnedBox, px: number) =>
    fromBox(one, { x: 0, y: -one.height / 2 - px / props.scale })
  return (
    <>
      <Show when={turning()}>
        {(one) => {
          const [foot, knob] = [() => above(one(), 0), () => above(one(), HANDLE_PX)]
          return (
            <>
              <line class="sheet-handle" x1={foot().x} y1={foot().y} x2={knob().x} y2={knob().y} />
              <Grip at={knob()} seen={seen()} reach={REACH_PX / props.scale} turn />
            </>
          )
        }}
      </Show>
      <Show when={box()}>
        {(one) => (
          <For each={corners}>
            {(corner, index) => (
              <Grip
                at={cornersOf(one())[index()] ?? one()}
                seen={seen()}
                reach={reach()}
                corner={`${corner.x},${corner.y}`}
              />
            )}
          </For>
        )}
      </Show>
      <Show when={line()}>
        {(one) => (
          <For each={['from', 'to'] as const}>
            {(end) => (
              <Grip
                at={one()[end]}
                seen={GRIP_PX / props.scale}
                reach={REACH_PX / props.scale}
                end={end}
              />
            )}
          </For>
        )}
      </Show>
    </>
  )
}

/** As large on every scale, and met a little beside it, too. */
function Grip(props: {
  readonly at: Point
  readonly seen: number
  readonly reach: number
  readonly corner?: string
  readonly end?: 'from' | 'to'
  readonly turn?: true
}): JSX.Element {
  return (
    <>
      <circle class="sheet-grip" cx={props.at.x} cy={props.at.y} r={props.seen} />
      <circle
        class="sheet-reach"
        data-corner={props.corner}
        data-end={props.end}
        data-turn={props.turn}
        cx={props.at.x}
        cy={props.at.y}
        r={props.reach}
      />
    </>
  )
}

/** The frame, the thing being drawn, and the lines a drag came to rest on. */
export function Doing(props: { readonly gestures: Gestures; readonly scale: number }): JSX.Element {
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
      <Show when={measureOf(props.gestures.gesture())}>
        {(measured) => (
          <text
            class="sheet-measure"
            x={measured().at.x}
            y={measured().at.y - MEASURE_PX / props.scale}
          >
            {measured().text}
          </text>
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

interface Shaped {
  readonly at?: Point
  readonly size?: Size
  readonly rotation?: number
  readonly line?: Line
}

/** A measure stands this far above what is measured: beside a finger, not below it. */
const MEASURE_PX = 14

/** How large, how long or how turned the thing in hand is, above it. */
function measureOf(now: Gesture | null): { readonly at: Point; readonly text: string } | undefined {
  const { length, size, angle } = words.drawing.measures
  const ofSize = (width: number, height: number, at: Point) =>
    width + height === 0 ? undefined : { at, text: size(width, height) }
  const ofLine = ({ from, to }: Line) => {
    const cm = distanceBetween(from, to)
    const at = { x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) }
    return cm === 0 ? undefined : { at, text: length(cm) }
  }
  if (now?.kind === 'make') {
    if (now.tool === 'wall') return ofLine(now)
    if (now.tool === 'zone' || now.tool === 'label') return undefined
    const { minX, minY, maxX, maxY } = frameOf(now)
    return ofSize(maxX - minX, maxY - minY, { x: (minX + maxX) / 2, y: minY })
  }
  if (now?.kind !== 'shape') return undefined
  const changed = now.properties as Shaped // what a grip sets
  if (changed.line !== undefined) return ofLine(changed.line)
  if (changed.rotation !== undefined) return { at: now.at, text: angle(changed.rotation) }
  if (changed.size === undefined || changed.at === undefined) return undefined
  const { width, height } = changed.size
  return ofSize(width, height, { x: changed.at.x, y: changed.at.y - height / 2 })
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
