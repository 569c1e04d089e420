import { A } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import type { ToldEvent } from '../../../domain/community/events/happening-sections.ts'
import { laterDaysOf } from '../../../domain/community/events/later-days.ts'
import { placeName } from '../../../domain/sites/catalogue.ts'
import { formatMinute } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { words } from '../../ui/team-words.ts'
import { createOpenOne } from '../open-one.ts'
import { AttendeesSheet } from './attendees-sheet.tsx'
import { createAllEvents } from './board-model.ts'
import { CallOffSheet } from './call-off-sheet.tsx'
import { EventSheet } from './event-sheet.tsx'
import { TellSheet } from './tell-sheet.tsx'

const { happenings } = words

type Opened =
  | { readonly kind: 'edit'; readonly event: ToldEvent | null }
  | { readonly kind: 'tell'; readonly event: ToldEvent }
  | { readonly kind: 'call-off'; readonly event: ToldEvent; readonly later: readonly ToldEvent[] }

export function Events(props: { readonly space: Space }): JSX.Element {
  const events = createAllEvents(() => props.space)
  const [opened, setOpened] = createSignal<Opened | null>(null)
  const close = () => setOpened(null)
  const guestList = createOpenOne('event')
  const asked = () => events()?.find(({ id }) => id === guestList.id())
  const isMissing = () => guestList.id() !== null && events() !== undefined && asked() === undefined
  return (
    <section class="stack" aria-labelledby="events">
      <div class="row" data-spread>
        <h2 id="events">{happenings.events}</h2>
        <button
          type="button"
          class="button"
          data-kind="primary"
          onClick={() => setOpened({ kind: 'edit', event: null })}
        >
          <Icon name="plus" />
          {happenings.newEvent}
        </button>
      </div>
      <Show when={isMissing()}>
        <p class="notice" role="status">
          {happenings.unknownEvent}
        </p>
      </Show>
      <ul class="stack">
        <KeyedFor
          each={events() ?? []}
          by={({ id }) => id}
          fallback={
            <li class="empty">
              <Icon name="bookings" />
              <p>{happenings.noEvents}</p>
            </li>
          }
        >
          {(event) => (
            <EventRow
              event={event()}
              space={props.space}
              later={() => laterDaysOf(event(), events() ?? [])}
              onOpen={setOpened}
              onAttendees={() => guestList.open(event().id)}
            />
          )}
        </KeyedFor>
      </ul>
      <Show when={asked()}>
        {(event) => (
          <AttendeesSheet
            space={props.space}
            event={event()}
            onTell={() => setOpened({ kind: 'tell', event: event() })}
            onClose={guestList.close}
          />
        )}
      </Show>
      <Show when={opened()} keyed>
        {(one) => <OpenedSheet space={props.space} opened={one} onClose={close} />}
      </Show>
    </section>
  )
}

function OpenedSheet(props: {
  readonly space: Space
  readonly opened: Opened
  readonly onClose: () => void
}): JSX.Element {
  const { opened, space, onClose } = props
  switch (opened.kind) {
    case 'edit':
      return <EventSheet space={space} event={opened.event} onClose={onClose} />
    case 'tell':
      return <TellSheet space={space} event={opened.event} onClose={onClose} />
    case 'call-off':
      return <CallOffSheet event={opened.event} later={opened.later} onClose={onClose} />
  }
}

function EventRow(props: {
  readonly event: ToldEvent
  readonly space: Space
  readonly later: () => readonly ToldEvent[]
  readonly onOpen: (opened: Opened) => void
  readonly onAttendees: () => void
}): JSX.Element {
  const title = () => props.event.title
  const isAhead = () => props.event.endsAt > props.space.now && !props.event.isCalledOff
  return (
    <li class="card row" data-spread>
      <div>
        <h3 dir="auto">{title()}</h3>
        <p>{summary(props.event, props.space)}</p>
        <p class="soft">
          {props.event.isCalledOff ? happenings.calledOff : happenings.room(props.event)}
        </p>
      </div>
      <div class="row event-actions">
        <button
          type="button"
          class="button"
          aria-label={happenings.attendeesLabel(title())}
          onClick={() => props.onAttendees()}
        >
          <Icon name="people" />
          {happenings.attendees}
        </button>
        <Show when={!props.event.isCalledOff}>
          <A
            class="button"
            href={`/operator/events/${props.event.id}/door`}
            aria-label={words.door.openLabel(title())}
          >
            {words.door.open}
          </A>
        </Show>
        <Show when={isAhead()}>
          <button
            type="button"
            class="button"
            aria-label={happenings.changeLabel(title())}
            onClick={() => props.onOpen({ kind: 'edit', event: props.event })}
          >
            {happenings.change}
          </button>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            aria-label={happenings.callOffLabel(title())}
            onClick={() =>
              props.onOpen({ kind: 'call-off', event: props.event, later: props.later() })
            }
          >
            {happenings.callOff}
          </button>
        </Show>
      </div>
    </li>
  )
}

function summary(event: ToldEvent, { catalogue, today }: Space): string {
  const time = `${formatMinute(event.startMinute)}–${formatMinute(event.endMinute)}`
  const place = event.resourceId === null ? null : placeName(catalogue, event.resourceId)
  return [`${words.amounts.date(event.date, today)}, ${time}`, place, event.where]
    .filter((one) => one !== null && one !== '')
    .join(' · ')
}
