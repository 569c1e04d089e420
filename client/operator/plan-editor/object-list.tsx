/**
 * Everything on the floor as a list, which does all that the sheet does: select, add, and by the fields beside it move, turn and change. What
 * was deleted stands at its end and comes back.
 */
import { For, type JSX, Show } from 'solid-js'
import type { DraftObjectId } from '../../../floorplans/document/draft/draft.ts'
import type { Space } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { words } from '../../ui/team-words.ts'
import { ChooseBackground } from '../plan-background/choose-background.tsx'
import { CheckField } from '../settings/fields.tsx'
import type { Editor } from './editor.ts'
import { keepFocus } from './editor-focus.ts'
import type { EditorSheet } from './editor-sheets.tsx'
import { FullnessNote } from './fullness-note.tsx'
import { NumberInput } from './inputs.tsx'
import { type MakingTool, tools } from './new-object.ts'
import { nameOfObject } from './place-facts.ts'
import type { SheetView } from './sheet-view.ts'
import { TemplateChoice } from './template-choice.tsx'
import { ThingGroups } from './thing-groups.tsx'

/** Of what was deleted, the latest; all of it stays in the draft. */
const GONE_SHOWN_MAX = 20
/** A wall that is added from the list is this long. */
const WALL_CM = 300

export function ObjectList(props: {
  readonly space: Space
  readonly editor: Editor
  readonly view: SheetView
  readonly onOpen: (what: EditorSheet) => void
}): JSX.Element {
  const { editor } = props
  const nameOf = (id: DraftObjectId): string => {
    const draft = editor.draft()
    const object = draft?.objects.get(id)
    return draft === null || object === undefined
      ? ''
      : nameOfObject(editor.catalogue(), draft, object)
  }
  return (
    <section class="stack" aria-labelledby="editor-things">
      <div class="row" data-spread>
        <h2 id="editor-things">{words.drawing.things}</h2>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          onClick={() => props.onOpen('labels')}
        >
          {words.labels.open}
        </button>
      </div>
      <FullnessNote editor={editor} />
      <AddButtons {...props} />
      <ChooseBackground editor={editor} />
      <Show when={editor.objects().length === 0}>
        <p class="soft">{words.drawing.nothing}</p>
        <TemplateChoice space={props.space} editor={editor} onDone={() => props.view.showAll()} />
      </Show>
      <CheckField
        label={words.byKeyboard.several}
        isOn={editor.isSeveral()}
        onChange={editor.setSeveral}
      />
      <FloorSize editor={editor} />
      <ThingGroups editor={editor} view={props.view} nameOf={nameOf} />
      <GoneList editor={editor} nameOf={nameOf} />
      <button
        type="button"
        class="button editor-keys"
        data-kind="quiet"
        onClick={() => props.onOpen('keys')}
      >
        {words.byKeyboard.title}
      </button>
    </section>
  )
}

function AddButtons(props: {
  readonly editor: Editor
  readonly view: SheetView
  readonly onOpen: (what: EditorSheet) => void
}): JSX.Element {
  const making = tools.filter((tool): tool is MakingTool => tool !== 'select' && tool !== 'hand')
  const add = (tool: MakingTool) => {
    const at = props.view.middle()
    const to = { x: at.x + WALL_CM, y: at.y }
    props.editor.make(tool, at, null, tool === 'wall' ? to : at)
  }
  return (
    <fieldset class="strip" aria-label={words.drawing.add}>
      <For each={making}>
        {(tool) => (
          <button type="button" class="chip" onClick={() => add(tool)}>
            <Icon name="add" />
            {words.drawing.tool[tool]}
          </button>
        )}
      </For>
      <button type="button" class="chip" onClick={() => props.onOpen('rows')}>
        <Icon name="add" />
        {words.drawing.addRows}
      </button>
      <button type="button" class="chip" onClick={() => props.onOpen('table')}>
        <Icon name="add" />
        {words.placeTable.open}
      </button>
    </fieldset>
  )
}

/** How large the floor is: what lies outside of it cannot be published. */
function FloorSize(props: { readonly editor: Editor }): JSX.Element {
  return (
    <Show when={props.editor.draft()?.size}>
      {(size) => (
        <details>
          <summary>{words.drawing.floorSize(size().width, size().height)}</summary>
          <div class="field-grid">
            <NumberInput
              label={words.drawing.floorWidth}
              value={size().width}
              onSet={(width) => props.editor.setFloor({ ...size(), width })}
            />
            <NumberInput
              label={words.drawing.floorHeight}
              value={size().height}
              onSet={(height) => props.editor.setFloor({ ...size(), height })}
            />
          </div>
        </details>
      )}
    </Show>
  )
}

function GoneList(props: {
  readonly editor: Editor
  readonly nameOf: (id: DraftObjectId) => string
}): JSX.Element {
  const gone = () =>
    [...(props.editor.draft()?.objects ?? [])]
      .flatMap(([id, object]) => (object.goneBy === null ? [] : [id]))
      .slice(-GONE_SHOWN_MAX)
  return (
    <Show when={gone().length > 0}>
      <details>
        <summary>
          {words.drawing.gone} <span class="soft">{gone().length}</span>
        </summary>
        <ul class="editor-list">
          <For each={gone()}>
            {(id) => (
              <li class="row" data-spread>
                {props.nameOf(id)}
                <button
                  type="button"
                  class="button"
                  data-kind="quiet"
                  aria-label={`${words.drawing.restore}: ${props.nameOf(id)}`}
                  onClick={() => keepFocus(() => props.editor.restore(id))}
                >
                  {words.drawing.restore}
                </button>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}
