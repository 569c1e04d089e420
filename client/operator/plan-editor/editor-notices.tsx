/** What somebody else's hand undid, and what could not be joined: told once, with a way back. */
import { For, type JSX, Show } from 'solid-js'
import { type Touch, WHOLE } from '../../../floorplans/document/draft/touches.ts'
import { words } from '../../ui/team-words.ts'
import type { Editor } from './editor.ts'
import { nameOfTouched, textOfTouched } from './place-facts.ts'

/** Of many losses the newest are told; the others stand as they are. */
const TOLD_MAX = 3

export function EditorNotices(props: { readonly editor: Editor }): JSX.Element {
  const { editor } = props
  const sentence = (touch: Touch) => {
    const draft = editor.draft()
    const name = draft === null ? '' : nameOfTouched(editor.catalogue(), draft, touch.id)
    const property = words.drawing.lostProperty(touch.key === WHOLE ? 'picture' : touch.key)
    return words.drawing.lost(name, property, textOfTouched(touch))
  }
  return (
    <div class="stack" data-gap="small" role="status">
      <For each={editor.lost().slice(0, TOLD_MAX)}>
        {(touch) => (
          <Notice
            text={sentence(touch)}
            again={words.drawing.takeBack}
            editor={editor}
            touches={[touch]}
          />
        )}
      </For>
      <Show when={editor.setAside().length > 0}>
        <Notice
          text={words.drawing.setAside(editor.setAside().length)}
          again={words.drawing.tryAgain}
          editor={editor}
          touches={editor.setAside()}
        />
      </Show>
    </div>
  )
}

function Notice(props: {
  readonly text: string
  readonly again: string
  readonly editor: Editor
  readonly touches: readonly Touch[]
}): JSX.Element {
  return (
    <div class="card stack" data-gap="small">
      <p>{props.text}</p>
      <div class="row">
        <button
          type="button"
          class="button"
          data-kind="soft"
          onClick={() => props.editor.doAgain(props.touches)}
        >
          {props.again}
        </button>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          onClick={() => props.editor.forget(props.touches)}
        >
          {words.drawing.letStand}
        </button>
      </div>
    </div>
  )
}
