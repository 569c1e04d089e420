/** Floors to start from: drawn over what is there, as one step that can be undone. */
import { For, type JSX } from 'solid-js'
import type { Floor } from '../../../domain/sites/site.ts'
import type { Draft } from '../../../floorplans/document/draft/draft.ts'
import { parseFloorPlan } from '../../../floorplans/document/parse-floor-plan.ts'
import { numbering } from '../../../floorplans/editor/desk-rows.ts'
import {
  type TemplateName,
  templateDraft,
  templateNames,
} from '../../../floorplans/editor/templates.ts'
import type { Space } from '../../app/with-space.tsx'
import { fetchPlan } from '../../sync/plan-prefetch.ts'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { copyOfFloor } from './copy-floor.ts'
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
    use(draft, wanted)
  }

  async function copy(floor: Floor): Promise<void> {
    const { editor } = props
    const parsed = parseFloorPlan(await fetchPlan(floor.id, floor.planVersion))
    const draft = editor.draft()
    if (!parsed.ok || draft === null) return showToast(words.drawing.versions.needsConnection)
    // On the whole location no two are called the same: a booking says a name and no floor.
    const all = editor.catalogue().resources.map(({ name }) => name)
    const nextName = numbering([...all, ...editor.takenNames()])
    use(draft, copyOfFloor(parsed.value, editor.catalogue(), newResourceId, nextName))
  }

  function use(draft: Draft, wanted: Draft): void {
    const { id: by } = props.space.member
    if (!props.editor.change((hands) => replaceDraft(hands, draft, wanted, by))) return
    showToast(words.drawing.templates.used)
    props.onDone()
  }

  const others = () =>
    props.editor
      .catalogue()
      .site.floors.filter(({ id, planVersion }) => id !== props.editor.floorId && planVersion > 0)
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
        <For each={others()}>
          {(floor) => (
            <button type="button" class="button" data-kind="soft" onClick={() => void copy(floor)}>
              {words.drawing.templates.copy(floor.name)}
            </button>
          )}
        </For>
      </div>
    </section>
  )
}
