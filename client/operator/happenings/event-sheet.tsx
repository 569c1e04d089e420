import { createSignal, For, type JSX } from 'solid-js'
import type { EventText } from '../../../domain/bookings/wishes/community-requests.ts'
import type { ToldEvent } from '../../../domain/community/events/happening-sections.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import { isId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { addDays, isLocalDate } from '../../../domain/values/local-date.ts'
import { formatMinute } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { sendHappening } from './send-happening.ts'
import { TextFields } from './text-fields.tsx'

const { happenings } = words
/** An evening after work. */
const EVENING = 18 * 60

export function EventSheet(props: {
  readonly space: Space
  /** Null for a new one. */
  readonly event: ToldEvent | null
  readonly onClose: () => void
}): JSX.Element {
  const [draft, setDraft] = createSignal(textOf(props.event, props.space))
  const set = (change: Partial<EventText>) => setDraft({ ...draft(), ...change })
  async function send(): Promise<string | null> {
    const event = { ...draft(), title: draft().title.trim() }
    if (event.title === '') return happenings.titleMissing
    if (!Number.isInteger(event.guestsMax) || !isCount(event.capacity))
      return happenings.wrongNumber
    const siteId = props.space.catalogue.site.id
    return sendHappening('event.save', { siteId, event, revision: props.event?.revision ?? 0 })
  }
  return (
    <FormSheet
      submit={happenings.save}
      title={props.event === null ? happenings.newEvent : happenings.changeEvent}
      done={happenings.eventSaved}
      send={send}
      onClose={props.onClose}
    >
      <TextFields
        title={draft().title}
        text={draft().text}
        onTitle={(title) => set({ title })}
        onText={(text) => set({ text })}
      />
      <WhenFields draft={draft()} space={props.space} onChange={set} />
      <WhereFields draft={draft()} space={props.space} onChange={set} />
      <div class="two-fields">
        <label class="field">
          {happenings.capacity}
          <input
            type="number"
            min="1"
            max={limits.eventPeopleMax}
            placeholder={happenings.capacityHint}
            value={draft().capacity ?? ''}
            onInput={({ currentTarget: { value } }) =>
              set({ capacity: value === '' ? null : Number(value) })
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
            value={draft().guestsMax}
            onInput={(event) => set({ guestsMax: Number(event.currentTarget.value) })}
          />
        </label>
      </div>
    </FormSheet>
  )
}

interface Fields {
  readonly draft: EventText
  readonly space: Space
  readonly onChange: (change: Partial<EventText>) => void
}

function WhenFields(props: Fields): JSX.Element {
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

function WhereFields(props: Fields): JSX.Element {
  return (
    <>
      <label class="field">
        {happenings.place}
        <select
          value={props.draft.resourceId ?? ''}
          onChange={({ currentTarget: { value } }) =>
            props.onChange({ resourceId: isId('resource', value) ? value : null })
          }
        >
          <option value="">{happenings.elsewhere}</option>
          <For each={props.space.catalogue.resources.filter(isRoom)}>
            {({ id, name }) => <option value={id}>{name}</option>}
          </For>
        </select>
      </label>
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

function isRoom({ kind }: Resource): boolean {
  return kind !== 'hot-desk' && kind !== 'dedicated-desk' && kind !== 'equipment'
}

function isCount(capacity: number | null): boolean {
  return capacity === null || (Number.isInteger(capacity) && capacity > 0)
}

function textOf(event: ToldEvent | null, { today }: Space): EventText {
  if (event === null) {
    return {
      ...{ id: freshId('event'), title: '', text: '', resourceId: null, where: '' },
      ...{ date: addDays(today, 7), startMinute: EVENING, endMinute: EVENING + 120 },
      ...{ capacity: null, guestsMax: 0 },
    }
  }
  const { id, title, text, resourceId, where, date, startMinute, endMinute } = event
  const { capacity, guestsMax } = event
  return {
    ...{ id, title, text, resourceId, where, date, startMinute, endMinute },
    ...{ capacity, guestsMax },
  }
}
