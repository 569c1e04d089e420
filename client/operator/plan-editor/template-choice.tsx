/** Floors to start from: drawn over what is there, as one step that can be undone. */
import { For, type JSX } from 'solid-js'
import { numbering } from '../../../floorplans/editor/desk-rows.ts'
import {
  type TemplateName,
  templateDraft,
  templateNames,
} from '../../../floorplans/editor/templates.ts'
import type { Space } from '../../app/with-space.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import type { Editor } from './editor.ts'
import { newObjectId, newResourceId } from './new-object.ts'
import { replaceDraft } from './replace-draft.ts'

export function TemplateChoice(props: {
  readonly space: Space
  readonly editor: Editor
  readonly onDone: () => void
}): JSX.Element {
  function start(name: TemplateName): void {
    const { editor } = props
    const draft = editor.draft()
    if (draft === null) return
    const nextName = numbering(editor.takenNames())
    const wanted = templateDraft(name, {
      objectId: newObjectId,
      resourceId: newResourceId,
      name: (kind) => nextName(words.drawing.tool[kind]),
      zone: (zone) => words.drawing.templates.zones[zone],
    })
    const { id: by } = props.space.member
    if (!editor.change((hands) => replaceDraft(hands, draft, wanted, by))) return
    showToast(words.drawing.templates.used)
    props.onDone()
  }
  return (
    <section class="stack" data-gap="small" aria-labelledby="editor-templates">
      <h3 id="editor-templates">{words.drawing.templates.title}</h3>
      <div class="row">
        <For each={templateNames}>
          {(name) => (
            <button type="button" class="button" data-kind="soft" onClick={() => start(name)}>
              {words.drawing.templates.names[name]}
            </button>
          )}
        </For>
      </div>
    </section>
  )
}
