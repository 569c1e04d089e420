/** An event is written in a form; what would be in its way is looked at before it is put up. */
import { type JSX, Show } from 'solid-js'
import type { EventText } from '../../../domain/bookings/wishes/community-requests.ts'
import type { ToldEvent } from '../../../domain/community/events/happening-sections.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Space } from '../../app/with-space.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { Continued } from '../continued.tsx'
import { WhenOffline } from '../when-offline.tsx'
import { EventDays } from './event-days.tsx'
import { WhenFields, WhereFields } from './event-fields.tsx'
import { createEventForm, type EventForm } from './event-form.ts'
import { RepeatFields } from './repeat-fields.tsx'
import { TextFields } from './text-fields.tsx'

const { happenings } = words

export function EventSheet(props: {
  readonly space: Space
  /** Null for a new one. */
  readonly event: ToldEvent | null
  readonly onClose: () => void
}): JSX.Element {
  const form = createEventForm(props.space, props.event)
  return (
    <FormSheet
      submit={happenings.save}
      title={props.event === null ? happenings.newEvent : happenings.changeEvent}
      done={happenings.eventSaved}
      send={form.send}
      beside={
        <Show when={form.days() !== null}>
          <button type="button" class="button" onClick={() => form.setDays(null)}>
            {words.app.back}
          </button>
        </Show>
      }
      onClose={props.onClose}
    >
      <Show when={form.days()} fallback={<Fields form={form} {...props} />}>
        {(found) => (
          <EventDays
            space={props.space}
            days={found()}
            resolutions={form.resolutions()}
            onDays={form.setDays}
            onResolve={form.setResolutions}
            onPlace={(resourceId) => {
              form.set({ resourceId })
              form.setDays(null)
            }}
          />
        )}
      </Show>
    </FormSheet>
  )
}

function Fields(props: {
  readonly space: Space
  readonly event: ToldEvent | null
  readonly form: EventForm
}): JSX.Element {
  const { draft, set, repeating, setRepeating } = props.form
  return (
    <>
      <Continued draft={props.form.kept} />
      <WhenOffline isKept />
      <TextFields
        title={draft().title}
        text={draft().text}
        onTitle={(title) => set({ title })}
        onText={(text) => set({ text })}
      />
      <WhenFields draft={draft()} space={props.space} onChange={set} />
      <Show when={props.event === null}>
        <RepeatFields repeating={repeating()} onChange={setRepeating} />
      </Show>
      <WhereFields draft={draft()} space={props.space} onChange={set} />
      <SizeFields draft={draft()} onChange={set} />
    </>
  )
}

function SizeFields(props: {
  readonly draft: EventText
  readonly onChange: (change: Partial<EventText>) => void
}): JSX.Element {
  return (
    <div class="two-fields">
      <label class="field">
        {happenings.capacity}
        <input
          type="number"
          min="1"
          max={limits.eventPeopleMax}
          placeholder={happenings.capacityHint}
          value={props.draft.capacity ?? ''}
          onInput={({ currentTarget: { value } }) =>
            props.onChange({ capacity: value === '' ? null : Number(value) })
          }
        />
      </label>
      <label class="field">
        {happenings.guestsMax}
        <input
          type="number"
          required
          min="0"
          max={limits.eventGuestsMax}
          value={props.draft.guestsMax}
          onInput={(event) => props.onChange({ guestsMax: Number(event.currentTarget.value) })}
        />
      </label>
    </div>
  )
}
