import { For, type JSX, Show } from 'solid-js'
import type { ResourceId } from '../../domain/values/ids.ts'
import { isLocalDate, type LocalDate } from '../../domain/values/local-date.ts'
import { formatMinute, type WallTime } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/team-words.ts'
import { WhenOffline } from './when-offline.tsx'

/** What staff fill in: a name, where, and from when until when. */
export interface ClosureDraft {
  readonly name: string
  readonly resourceIds: readonly ResourceId[] | null
  readonly from: WallTime
  readonly until: WallTime
}

export function ClosureForm(props: {
  readonly space: Space
  readonly draft: ClosureDraft
  readonly onChange: (draft: ClosureDraft) => void
}): JSX.Element {
  const set = (change: Partial<ClosureDraft>) => props.onChange({ ...props.draft, ...change })
  return (
    <>
      <WhenOffline />
      <label class="field">
        {words.operator.closureName}
        <input
          required
          maxlength="80"
          placeholder={words.operator.closureNameHint}
          value={props.draft.name}
          onInput={(event) => set({ name: event.currentTarget.value })}
        />
      </label>
      <TimePoint
        label={words.operator.from}
        today={props.space.today}
        time={props.draft.from}
        onChange={(from) => set({ from })}
      />
      <TimePoint
        label={words.operator.until}
        today={props.space.today}
        time={props.draft.until}
        onChange={(until) => set({ until })}
      />
      <PlacesChoice {...props} />
    </>
  )
}

function TimePoint(props: {
  readonly label: string
  readonly today: LocalDate
  readonly time: WallTime
  readonly onChange: (time: WallTime) => void
}): JSX.Element {
  return (
    <fieldset class="two-fields">
      <legend>{props.label}</legend>
      <label class="field">
        <span class="visually-hidden">{words.operator.date}</span>
        <input
          type="date"
          required
          min={props.today}
          value={props.time.date}
          onChange={(event) => {
            const { value } = event.currentTarget
            if (isLocalDate(value)) props.onChange({ ...props.time, date: value })
          }}
        />
      </label>
      <label class="field">
        <span class="visually-hidden">{words.operator.time}</span>
        <input
          type="time"
          required
          step="900"
          value={formatMinute(props.time.minute)}
          onChange={(event) => {
            const [hours, minutes] = event.currentTarget.value.split(':').map(Number)
            if (hours === undefined || minutes === undefined) return
            props.onChange({ ...props.time, minute: hours * 60 + minutes })
          }}
        />
      </label>
    </fieldset>
  )
}

function PlacesChoice(props: {
  readonly space: Space
  readonly draft: ClosureDraft
  readonly onChange: (draft: ClosureDraft) => void
}): JSX.Element {
  const chosen = () => props.draft.resourceIds ?? []
  const set = (resourceIds: ClosureDraft['resourceIds']) =>
    props.onChange({ ...props.draft, resourceIds })
  const toggle = (id: ResourceId) =>
    set(chosen().includes(id) ? chosen().filter((one) => one !== id) : [...chosen(), id])
  return (
    <fieldset class="stack" data-gap="small">
      <legend class="visually-hidden">{words.operator.someResources}</legend>
      <label class="choice">
        <input
          type="radio"
          name="where"
          checked={props.draft.resourceIds === null}
          onChange={() => set(null)}
        />
        {words.operator.wholeLocation}
      </label>
      <label class="choice">
        <input
          type="radio"
          name="where"
          checked={props.draft.resourceIds !== null}
          onChange={() => set([])}
        />
        {words.operator.someResources}
      </label>
      <Show when={props.draft.resourceIds !== null}>
        <div class="places">
          <For each={props.space.catalogue.resources}>
            {(resource) => (
              <label class="choice">
                <input
                  type="checkbox"
                  checked={chosen().includes(resource.id)}
                  onChange={() => toggle(resource.id)}
                />
                {resource.name}
              </label>
            )}
          </For>
        </div>
      </Show>
    </fieldset>
  )
}
