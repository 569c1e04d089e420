/** While a scale is set the whole sheet takes presses for the two points; with the moving tool in hand it moves as ever. */
import { For, type JSX, Show } from 'solid-js'
import type { Point } from '../../../floorplans/document/floor-plan.ts'
import type { Editor } from '../plan-editor/editor.ts'

/** Beyond every sheet, in centimetres. */
const FAR_CM = 1_000_000
/** Pixels on the screen. */
const MARK_PX = 14

export function ScaleMarks(props: {
  readonly editor: Editor
  readonly scale: number
  readonly pointOf: (event: PointerEvent) => Point
}): JSX.Element {
  const { scaling } = props.editor.background
  const isTaking = () => scaling.points() !== null && props.editor.tool() !== 'hand'

  function press(event: PointerEvent & { readonly currentTarget: Element }): void {
    if (event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    scaling.put(props.pointOf(event))
  }

  function move(event: PointerEvent & { readonly currentTarget: Element }): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    event.stopPropagation()
    scaling.pull(props.pointOf(event))
  }

  const ends = () => {
    const [first, second] = scaling.points() ?? []
    return first === undefined || second === undefined ? undefined : { first, second }
  }
  return (
    <Show when={scaling.points()}>
      {(points) => (
        <>
          <Show when={isTaking()}>
            <rect
              class="scale-sheet"
              x={-FAR_CM}
              y={-FAR_CM}
              width={2 * FAR_CM}
              height={2 * FAR_CM}
              onPointerDown={press}
              onPointerMove={move}
            />
          </Show>
          <Show when={ends()}>
            {(line) => (
              <line
                class="sheet-guide"
                x1={line().first.x}
                y1={line().first.y}
                x2={line().second.x}
                y2={line().second.y}
              />
            )}
          </Show>
          <For each={points()}>
            {({ x, y }) => (
              <path
                class="scale-mark"
                d={`M${-MARK_PX} 0H${MARK_PX}M0 ${-MARK_PX}V${MARK_PX}`}
                transform={`translate(${x} ${y}) scale(${1 / props.scale})`}
              />
            )}
          </For>
        </>
      )}
    </Show>
  )
}
