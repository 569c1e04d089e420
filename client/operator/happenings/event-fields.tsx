/** When an event is, and where; and whether the place is kept for it. */
import { For, type JSX, Show } from 'solid-js'
import type { EventHold, EventText } from '../../../domain/bookings/wishes/community-requests.ts'
import { isRoom } from '../../../domain/community/events/other-places.ts'
import { isId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { isLocalDate } from '../../../domain/values/local-date.ts'
import { formatMinute } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'

const { happenings } = words

export interface EventFields {
  readonly draft: EventText
  readonly space: Space
  readonly onChange: (change: Partial<EventText>) => void
}

export function WhenFields(props: EventFields): JSX.Element {
  const readMinute = (text: string): number | null => {
    const [hours, minutes] = text.split(':').map(Number)
    return hours === undefined || minutes === undefined ? null : hours * 60 + minutes
  }
  const time = (field: 'startMinute' | 'endMinute', label: string) => (
    <label class="field">
      {label}
      <input
        type="time"
        required
        value={formatMinute(props.draft[field] % 1440)}
        onChange={(event) => {
          const minute = readMinute(event.currentTarget.value)
          if (minute !== null) props.onChange({ [field]: minute })
        }}
      />
    </label>
  )
  return (
    <>
      <label class="field">
        {happenings.date}
        <input
          type="date"
          required
          min={props.space.today}
          value={props.draft.date}
          onChange={({ currentTarget: { value } }) => {
            if (isLocalDate(value)) props.onChange({ date: value })
          }}
        />
      </label>
      <div class="two-fields">
        {time('startMinute', happenings.from)}
        {time('endMinute', happenings.until)}
      </div>
    </>
  )
}

export function WhereFields(props: EventFields): JSX.Element {
  return (
    <>
      <label class="field">
        {happenings.place}
        <select
          onChange={({ currentTarget: { value } }) => {
            const resourceId = isId('resource', value) ? value : null
            const hold = resourceId === null ? null : (props.draft.hold ?? usualHold)
            props.onChange({ resourceId, hold })
          }}
        >
          <option value="">{happenings.elsewhere}</option>
          <For each={props.space.catalogue.resources.filter(isRoom)}>
            {({ id, name }) => (
              <option value={id} selected={id === props.draft.resourceId}>
                {name}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={props.draft.resourceId !== null}>
        <HoldFields {...props} />
      </Show>
      <label class="field">
        {happenings.where}
        <input
          maxlength="120"
          value={props.draft.where}
          onInput={(event) => props.onChange({ where: event.currentTarget.value })}
        />
      </label>
    </>
  )
}

/** Half an hour before and after: chairs are put up and away. */
const usualHold: EventHold = { setUpMinutes: 30, clearUpMinutes: 30 }

function HoldFields(props: EventFields): JSX.Element {
  const minutes = (field: keyof EventHold, label: string, hold: EventHold) => (
    <label class="field">
      {label}
      <input
        type="number"
        required
        min="0"
        step="5"
        max={limits.eventAroundMinutesMax}
        value={hold[field]}
        onChange={({ currentTarget }) =>
          props.onChange({ hold: { ...hold, [field]: currentTarget.valueAsNumber } })
        }
      />
    </label>
  )
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={props.draft.hold !== null}
          onChange={(event) =>
            props.onChange({ hold: event.currentTarget.checked ? usualHold : null })
          }
        />
        {happenings.hold}
      </label>
      <Show when={props.draft.hold}>
        {(hold) => (
          <>
            <p class="soft">{happenings.holdSentence}</p>
            <div class="two-fields">
              {minutes('setUpMinutes', happenings.setUp, hold())}
              {minutes('clearUpMinutes', happenings.clearUp, hold())}
            </div>
          </>
        )}
      </Show>
    </>
  )
}
