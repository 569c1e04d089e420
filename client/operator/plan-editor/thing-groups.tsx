/** What is on the floor, by kind: each thing is selected, or taken along with the others, and comes into sight. */
import { createMemo, For, type JSX, Show } from 'solid-js'
import type { DraftObjectId, DraftObjectKind } from '../../../floorplans/document/draft/draft.ts'
import { words } from '../../ui/team-words.ts'
import type { Editor } from './editor.ts'
import { focusFields } from './editor-focus.ts'
import { reveal } from './floor-sheet.tsx'
import { LayerChoice } from './layer-choice.tsx'
import { type Around, isSamePart, markOfObject, namedParts } from './place-facts.ts'
import type { SheetView } from './sheet-view.ts'

const order: readonly DraftObjectKind[] = [
  'place',
  'zone',
  'wall',
  'fixture',
  'label',
  'area',
  'background',
]

export function ThingGroups(props: {
  readonly editor: Editor
  readonly view: SheetView
  readonly nameOf: (id: DraftObjectId) => string
}): JSX.Element {
  const { editor } = props
  const ids = createMemo(() => {
    const byKind = new Map<DraftObjectKind, DraftObjectId[]>()
    for (const [id, { kind }] of editor.objects())
      byKind.set(kind, [...(byKind.get(kind) ?? []), id])
    return byKind
  })
  const isLocked = (id: DraftObjectId) => editor.draft()?.objects.get(id)?.isLocked === true

  function choose(event: MouseEvent, id: DraftObjectId): void {
    const isOneMore = event.shiftKey || event.ctrlKey || event.metaKey || editor.isSeveral()
    // Pressed again by a key, a thing opens: its fields are next.
    const isAgain =
      event.detail === 0 && editor.selection().size === 1 && editor.selection().has(id)
    if (isOneMore) editor.toggle(id)
    else if (isAgain) return focusFields()
    else editor.select([id])
    const object = editor.draft()?.objects.get(id)
    if (object !== undefined) reveal(props.view, object)
  }

  /** The same while nothing of it changed: each thing is marked anew only then. */
  const around = createMemo(
    () => {
      const draft = editor.draft()
      return draft === null ? [] : namedParts(editor.catalogue(), draft)
    },
    [],
    {
      equals: (before, now) =>
        before.length === now.length && before.every((one, at) => isSamePart(one, now[at])),
    },
  )
  return (
    <For each={order.filter((kind) => ids().has(kind))}>
      {(kind) => (
        <details open={kind === 'place'}>
          <summary>
            {words.drawing.kinds[kind]} <span class="soft">{ids().get(kind)?.length}</span>
            <Show when={editor.hidden().has(kind)}>
              {' '}
              <span class="soft">{words.layers.hiddenMark}</span>
            </Show>
          </summary>
          <LayerChoice editor={editor} kind={kind} />
          <ul class="editor-list">
            <For each={ids().get(kind)}>
              {(id) => (
                <li>
                  <button
                    type="button"
                    class="button"
                    data-kind="quiet"
                    data-thing=""
                    aria-pressed={editor.selection().has(id)}
                    onClick={(event) => choose(event, id)}
                  >
                    {props.nameOf(id)}
                    <Mark editor={editor} id={id} around={around()} />
                    <Show when={isLocked(id)}>
                      <span class="soft">{words.drawing.lockedMark}</span>
                    </Show>
                  </button>
                </li>
              )}
            </For>
          </ul>
        </details>
      )}
    </For>
  )
}

function Mark(props: {
  readonly editor: Editor
  readonly id: DraftObjectId
  readonly around: readonly Around[]
}): JSX.Element {
  const object = createMemo(() => props.editor.draft()?.objects.get(props.id))
  const mark = createMemo(() => {
    const one = object()
    return one === undefined ? null : markOfObject(one, props.around)
  })
  return <Show when={mark()}>{(text) => <span class="soft">{text()}</span>}</Show>
}
