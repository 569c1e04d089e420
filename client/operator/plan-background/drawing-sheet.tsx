/** A drawing was chosen: it can lie below the floor as a picture, or its lines become walls. What was understood is shown first. */
import { createMemo, createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { readSvgWalls, type SvgRead } from '../../../floorplans/editor/svg/svg-walls.ts'
import { wallsOnFloor } from '../../../floorplans/editor/svg/walls-on-floor.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import type { Editor } from '../plan-editor/editor.ts'
import { NumberField } from '../settings/fields.tsx'
import { drawWalls } from './draw-walls.ts'

type Read = Extract<SvgRead, { kind: 'read' }>

const METRE_CM = 100

export function DrawingSheet(props: { readonly editor: Editor; readonly file: Blob }): JSX.Element {
  const { background } = props.editor
  const [text] = createResource(() => props.file.text())
  const found = createMemo(() => {
    const source = text()
    return source === undefined ? undefined : readSvgWalls(source)
  })
  const read = () => {
    const now = found()
    return now?.kind === 'read' && now.lines.length + now.curves.length > 0 ? now : undefined
  }
  const problem = () => {
    const now = found()
    if (now === undefined || read() !== undefined) return ''
    const { none, problems } = words.drawing.background.drawing
    return now.kind === 'refused' ? problems[now.why] : none
  }
  return (
    <Sheet title={words.drawing.background.drawing.title} onClose={background.leaveDrawing}>
      <div class="stack">
        <p>{words.drawing.background.drawing.question}</p>
        <Show when={problem()}>{(why) => <p class="soft">{why()}</p>}</Show>
        <button
          type="button"
          class="button"
          data-kind="primary"
          onClick={() => background.drawAsPicture()}
        >
          {words.drawing.background.drawing.asPicture}
        </button>
        <Show when={read()}>{(one) => <AsWalls editor={props.editor} read={one()} />}</Show>
      </div>
    </Sheet>
  )
}

function AsWalls(props: { readonly editor: Editor; readonly read: Read }): JSX.Element {
  const { drawing } = words.drawing.background
  const [metres, setMetres] = createSignal((props.editor.draft()?.size.width ?? 0) / METRE_CM)
  const isWidth = () => metres() > 0 && metres() * METRE_CM <= 50_000
  const found = createMemo(() =>
    isWidth()
      ? wallsOnFloor(props.read, metres() * METRE_CM)
      : { lines: [], leftOut: props.read.leftOut },
  )
  const lines = () => found().lines
  const left = () => [...found().leftOut].map((reason) => drawing.leftOut[reason])
  function add(): void {
    const walls = lines()
    const height = (props.read.height / props.read.width) * metres() * METRE_CM
    if (!drawWalls(props.editor, walls, { width: metres() * METRE_CM, height })) return
    showToast(drawing.added(walls.length))
    props.editor.background.leaveDrawing()
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (lines().length > 0) add()
      }}
    >
      <Preview read={props.read} />
      <p class="soft">
        {drawing.found(lines().length)} <Show when={left().length > 0}>{drawing.left(left())}</Show>
      </p>
      <NumberField label={drawing.wide} value={metres()} problem={null} onChange={setMetres} />
      <button type="submit" class="button" data-kind="soft" disabled={lines().length === 0}>
        {drawing.asWalls(lines().length)}
      </button>
    </form>
  )
}

/** The lines as they were understood. */
function Preview(props: { readonly read: Read }): JSX.Element {
  return (
    <svg
      class="drawing-preview"
      viewBox={`0 0 ${props.read.width} ${props.read.height}`}
      aria-hidden="true"
    >
      <For each={props.read.lines}>
        {({ from, to }) => <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />}
      </For>
      <For each={props.read.curves}>
        {([from, first, second, to]) => (
          <path
            d={`M${from.x} ${from.y}C${[first, second, to].map(({ x, y }) => `${x} ${y}`).join(' ')}`}
          />
        )}
      </For>
    </svg>
  )
}
