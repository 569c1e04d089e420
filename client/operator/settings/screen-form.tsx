import { createSignal, For, type JSX, Show } from 'solid-js'
import type { ScreenSettings } from '../../../domain/sites/screen.ts'
import type { Floor } from '../../../domain/sites/site.ts'
import type { FloorId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { words } from '../../ui/team-words.ts'

/** What one screen shows. */
export function ScreenForm(props: {
  readonly floors: readonly Floor[]
  readonly start: ScreenSettings
  readonly onSave: (settings: ScreenSettings) => void
  readonly onLeave: () => void
}): JSX.Element {
  const { name, floorIds, secondsPerFloor, showsNames } = props.start
  const [draft, setDraft] = createSignal({ name, floorIds, secondsPerFloor, showsNames })
  const change = (more: Partial<ScreenSettings>) => setDraft({ ...draft(), ...more })

  return (
    <form
      class="stack setting"
      aria-label={words.lobby.screens}
      onSubmit={(event) => {
        event.preventDefault()
        props.onSave(draft())
      }}
    >
      <label class="field">
        {words.lobby.name}
        <input
          required
          maxlength={limits.settingNameLengthMax}
          value={draft().name}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </label>
      <FloorsField
        floors={props.floors}
        chosen={draft().floorIds}
        onChange={(floorIds) => change({ floorIds })}
      />
      <Show when={draft().floorIds.length > 1}>
        <label class="field">
          {words.lobby.seconds}
          <input
            type="number"
            required
            min={limits.secondsPerFloorMin}
            max={limits.secondsPerFloorMax}
            value={draft().secondsPerFloor}
            onInput={(event) => change({ secondsPerFloor: event.currentTarget.valueAsNumber })}
          />
        </label>
      </Show>
      <label class="choice">
        <input
          type="checkbox"
          checked={draft().showsNames}
          onChange={(event) => change({ showsNames: event.currentTarget.checked })}
        />
        {words.lobby.showsNames}
      </label>
      <div class="row">
        <button
          type="submit"
          class="button"
          data-kind="primary"
          disabled={draft().floorIds.length === 0}
        >
          {words.lobby.save}
        </button>
        <button type="button" class="button" onClick={() => props.onLeave()}>
          {words.settings.discard}
        </button>
      </div>
    </form>
  )
}

function FloorsField(props: {
  readonly floors: readonly Floor[]
  readonly chosen: readonly FloorId[]
  readonly onChange: (chosen: readonly FloorId[]) => void
}): JSX.Element {
  function turn(floor: Floor, isOn: boolean): void {
    const others = props.chosen.filter((id) => id !== floor.id)
    props.onChange(isOn ? [...others, floor.id] : others)
  }
  return (
    <fieldset class="stack" data-gap="small">
      <legend>{words.lobby.floors}</legend>
      <For each={props.floors}>
        {(floor) => (
          <label class="choice">
            <input
              type="checkbox"
              checked={props.chosen.includes(floor.id)}
              onChange={(event) => turn(floor, event.currentTarget.checked)}
            />
            {floor.name}
          </label>
        )}
      </For>
    </fieldset>
  )
}
