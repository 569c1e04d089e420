/** What can be set about the picture a floor is drawn over: how strong it is, who sees it, its scale, and the floor around it. */
import { createSignal, createUniqueId, type JSX, Match, onMount, Show, Switch } from 'solid-js'
import { backgroundViewers, type DraftObjectOf } from '../../../floorplans/document/draft/draft.ts'
import { OPACITY_MIN } from '../../../floorplans/document/plan-fields.ts'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import type { OneProps } from '../plan-editor/one-object.ts'
import { NumberField, SelectField } from '../settings/fields.tsx'

export function BackgroundFields(props: OneProps<DraftObjectOf<'background'>>): JSX.Element {
  const set = props.editor.set
  return (
    <>
      <OpacityField {...props} />
      <SelectField
        label={words.drawing.background.shownTo}
        value={props.object.shownTo}
        options={backgroundViewers.map((value) => ({
          value,
          label: words.drawing.background.viewers[value],
        }))}
        problem={null}
        onChange={(shownTo) => set(props.id, { shownTo })}
      />
      <div class="stack background-scale" data-gap="small">
        <ScaleFields {...props} />
        <FitFloor {...props} />
      </div>
    </>
  )
}

/** The picture follows the slider; the draft gets the value where one lets go. */
function OpacityField(props: OneProps<DraftObjectOf<'background'>>): JSX.Element {
  const id = createUniqueId()
  const { background } = props.editor
  return (
    <div class="field">
      <label for={id}>
        {words.drawing.background.opacity} <output for={id}>{background.opacity()}</output>
      </label>
      <input
        id={id}
        type="range"
        min={OPACITY_MIN}
        max={100}
        step={5}
        value={props.object.opacity}
        onInput={({ currentTarget }) => background.pullOpacity(currentTarget.valueAsNumber)}
        onChange={({ currentTarget }) => {
          props.editor.set(props.id, { opacity: currentTarget.valueAsNumber })
          background.pullOpacity(null)
        }}
      />
    </div>
  )
}

function ScaleFields(props: OneProps): JSX.Element {
  const { scaling } = props.editor.background
  const count = () => scaling.points()?.length
  return (
    <Show
      when={scaling.points() !== null}
      fallback={
        <button
          type="button"
          class="button"
          data-kind="soft"
          onClick={() => {
            props.editor.setTool('select')
            scaling.start()
          }}
        >
          {words.drawing.background.scale.start}
        </button>
      }
    >
      <p role="status">
        <Switch>
          <Match when={count() === 0}>{words.drawing.background.scale.first}</Match>
          <Match when={count() === 1}>{words.drawing.background.scale.second}</Match>
        </Switch>
      </p>
      <Show when={count() === 2}>
        <Distance {...props} />
      </Show>
      <button type="button" class="button" data-kind="quiet" onClick={() => scaling.stop()}>
        {words.drawing.background.scale.stop}
      </button>
    </Show>
  )
}

function Distance(props: OneProps): JSX.Element {
  const [metres, setMetres] = createSignal(Number.NaN)
  const [problem, setProblem] = createSignal<string | null>(null)
  let form: HTMLFormElement | undefined
  onMount(() => form?.querySelector('input')?.focus())
  function use(): void {
    const scaled = props.editor.background.scale(metres())
    if (scaled === null) return
    if (scaled.kind === 'scaled') showToast(words.drawing.background.scale.done)
    else setProblem(words.drawing.background.scale.problems[scaled.why])
  }
  return (
    <form
      ref={form}
      class="stack"
      data-gap="small"
      onSubmit={(event) => {
        event.preventDefault()
        use()
      }}
    >
      <NumberField
        label={words.drawing.background.scale.distance}
        value={metres()}
        problem={problem()}
        onChange={setMetres}
      />
      <button type="submit" class="button" data-kind="primary">
        {words.drawing.background.scale.use}
      </button>
    </form>
  )
}

function FitFloor(props: OneProps): JSX.Element {
  function fit(): void {
    const isFitted = props.editor.background.fitFloor()
    const { fitted, fitsNot } = words.drawing.background
    showToast(isFitted ? fitted : fitsNot)
  }
  return (
    <button type="button" class="button" data-kind="soft" onClick={fit}>
      {words.drawing.background.fit}
    </button>
  )
}
