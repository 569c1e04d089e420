/** "Ana deleted Desk 12", and a button that brings it back. */
import { For, type JSX } from 'solid-js'
import type { MemberId } from '../../../domain/values/ids.ts'
import { words } from '../../ui/team-words.ts'
import { createDeletions } from './deletions.ts'
import type { Editor } from './editor.ts'
import { keepFocus } from './editor-focus.ts'
import { nameOfObject } from './place-facts.ts'

export function DeletionNotices(props: {
  readonly editor: Editor
  readonly me: MemberId
}): JSX.Element {
  const { editor } = props
  const deletions = createDeletions(editor, props.me)
  const whoIs = (by: MemberId) =>
    editor.people().find(({ memberId }) => memberId === by)?.name ?? words.drawing.somebody
  const nameOf = (id: string) => {
    const draft = editor.draft()
    const object = draft?.objects.get(id)
    return draft && object ? nameOfObject(editor.catalogue(), draft, object) : ''
  }
  return (
    <div class="stack" data-gap="small" role="status">
      <For each={deletions.told()}>
        {(one) => (
          <div class="card stack" data-gap="small">
            <p>
              {words.drawing.goneBy(words.byKeyboard.things(one.ids.map(nameOf)), whoIs(one.by))}
            </p>
            <div class="row">
              <button
                type="button"
                class="button"
                data-kind="soft"
                onClick={() => keepFocus(() => deletions.restore(one))}
              >
                {words.drawing.restore}
              </button>
              <button
                type="button"
                class="button"
                data-kind="quiet"
                onClick={() => keepFocus(() => deletions.forget(one))}
              >
                {words.drawing.letStand}
              </button>
            </div>
          </div>
        )}
      </For>
    </div>
  )
}
