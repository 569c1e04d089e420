/** Labels with a code for each place: chosen, looked at, and printed by the browser. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import {
  labelSheet,
  labelSizes,
  labelsPerSheet,
  type Paper,
  papers,
} from '../../../floorplans/editor/label-sheets.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { StepButton } from '../../ui/step-button.tsx'
import { words } from '../../ui/team-words.ts'
import type { Editor } from '../plan-editor/editor.ts'
import { NumberField, SelectField } from '../settings/fields.tsx'
import { LabelPage } from './label-pages.tsx'
import { createLabels } from './labels-model.ts'

export function LabelsSheet(props: {
  readonly editor: Editor
  readonly onClose: () => void
}): JSX.Element {
  const model = createLabels(props.editor)
  const siteName = () => props.editor.catalogue().site.name
  const count = () => model.group()?.labels.length ?? 0
  return (
    <Sheet title={words.labels.title} onClose={props.onClose}>
      <div class="stack sheet-wide">
        <p class="soft">{words.labels.about}</p>
        <Show when={model.unpublished() > 0}>
          <p class="soft">{words.labels.unpublished(model.unpublished())}</p>
        </Show>
        <Show when={count() > 0} fallback={<p>{words.labels.none}</p>}>
          <Choices model={model} />
          <Preview model={model} siteName={siteName()} />
          <p class="soft">{words.labels.howTo}</p>
          <button type="button" class="button" data-kind="primary" onClick={() => print()}>
            {words.labels.print(count(), model.pages().length)}
          </button>
          <Portal>
            <div class="label-print" aria-hidden="true">
              <For each={model.pages()}>
                {(labels) => (
                  <LabelPage sheet={model.sheet()} labels={labels} siteName={siteName()} />
                )}
              </For>
            </div>
          </Portal>
        </Show>
      </div>
    </Sheet>
  )
}

type Model = ReturnType<typeof createLabels>

function Choices(props: { readonly model: Model }): JSX.Element {
  const { model } = props
  const paperNames = Object.keys(papers) as Paper[] // the keys of the table itself
  return (
    <div class="field-grid">
      <SelectField
        label={words.labels.which}
        value={model.group()?.value ?? ''}
        options={model.groups()}
        problem={null}
        onChange={model.choose}
      />
      <SelectField
        label={words.labels.paper}
        value={model.paper()}
        options={paperNames.map((value) => ({ value, label: words.labels.papers[value] }))}
        problem={null}
        onChange={model.setPaper}
      />
      <SelectField
        label={words.labels.size}
        value={model.size()}
        options={labelSizes.map((value) => {
          const sheet = labelSheet(model.paper(), value)
          const label = words.labels.sizeOf(labelsPerSheet(sheet), sheet.width, sheet.height)
          return { value, label }
        })}
        problem={null}
        onChange={model.setSize}
      />
      <NumberField
        label={words.labels.used}
        value={model.used()}
        step={1}
        problem={null}
        onChange={model.setUsed}
      />
    </div>
  )
}

function Preview(props: { readonly model: Model; readonly siteName: string }): JSX.Element {
  const [wished, setWished] = createSignal(0)
  const pages = () => props.model.pages()
  const at = () => Math.min(wished(), pages().length - 1)
  return (
    <section class="stack" data-gap="small">
      <div class="row" data-spread>
        <p role="status">{words.labels.preview(at() + 1, pages().length)}</p>
        <Show when={pages().length > 1}>
          <div class="row">
            <StepButton
              icon="previous"
              label={words.labels.previous}
              isOff={at() === 0}
              onClick={() => setWished(at() - 1)}
            />
            <StepButton
              icon="next"
              label={words.labels.next}
              isOff={at() === pages().length - 1}
              onClick={() => setWished(at() + 1)}
            />
          </div>
        </Show>
      </div>
      <div class="label-preview">
        <LabelPage
          sheet={props.model.sheet()}
          labels={pages()[at()] ?? []}
          siteName={props.siteName}
        />
      </div>
    </section>
  )
}
