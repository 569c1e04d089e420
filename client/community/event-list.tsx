/** What is planned at a location, with the member's own word for each: one tap to come, one to stay away. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { ToldEvent } from '../../domain/community/events/happening-sections.ts'
import { placeName } from '../../domain/sites/catalogue.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import { NotHere } from '../app/not-here.tsx'
import type { Space } from '../app/with-space.tsx'
import { createStatus } from '../store/status.ts'
import { handFile } from '../ui/hand-file.ts'
import { Icon } from '../ui/icon.tsx'
import { KeyedFor } from '../ui/keyed-for.tsx'
import { SaidText } from '../ui/said-text.tsx'
import { words } from '../ui/words.ts'
import { Coming } from './coming.tsx'
import { timeText, whereText } from './event-texts.ts'
import { createEvents, createOwnWords, type OwnWord } from './happenings-model.ts'

const { happenings } = words

/** So many of the soonest are shown at first: what comes after them on the page must not be a long way down. */
const SHOWN_FIRST = 4

export function EventList(props: { readonly space: Space }): JSX.Element {
  const events = createEvents(() => props.space)
  const wordOf = createOwnWords()
  const [isWhole, setIsWhole] = createSignal(false)
  /** Those that the member comes to or waits for are among them, however far ahead. */
  const shown = () => {
    const ahead = events()?.ahead ?? []
    return isWhole() ? ahead : ahead.filter(({ id }, n) => n < SHOWN_FIRST || isOwn(wordOf(id)))
  }
  return (
    <section class="stack" aria-labelledby="events">
      <h2 id="events">{happenings.events}</h2>
      <Show when={events()}>
        {(known) => (
          <>
            <Age asOf={known().asOf} space={props.space} />
            <ul class="stack">
              <KeyedFor
                each={shown()}
                by={({ id }) => id}
                fallback={
                  <li class="empty">
                    <Icon name="bookings" />
                    <Show when={known().asOf === null} fallback={<p>{happenings.noEvents}</p>}>
                      <NotHere sentence={happenings.notHere} />
                    </Show>
                  </li>
                }
              >
                {(event) => (
                  <EventCard event={event()} word={wordOf(event().id)} space={props.space} />
                )}
              </KeyedFor>
            </ul>
            <Show when={shown().length < known().ahead.length}>
              <div>
                <button type="button" class="button" onClick={() => setIsWhole(true)}>
                  {happenings.allEvents(known().ahead.length)}
                </button>
              </div>
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}

function isOwn({ told, wished }: OwnWord): boolean {
  return told !== null || wished !== null
}

/** How old it is, where there is no connection. */
function Age(props: { readonly asOf: number | null; readonly space: Space }): JSX.Element {
  const status = createStatus()
  const when = () => {
    if (props.asOf === null || status()?.state !== 'offline') return null
    const { date, minute } = toWallTime(props.space.catalogue.zone, toInstant(props.asOf))
    return `${words.amounts.dateWithin(date, props.space.today)}, ${formatMinute(minute)}`
  }
  return <Show when={when()}>{(text) => <p class="soft">{happenings.asOf(text())}</p>}</Show>
}

function EventCard(props: {
  readonly event: ToldEvent
  readonly word: OwnWord
  readonly space: Space
}): JSX.Element {
  const isGoing = () => props.word.told !== null && props.word.wished === null
  return (
    <li class="card stack" data-gap="small">
      <div class="row" data-spread>
        <h3 dir="auto">{props.event.title}</h3>
        <Show when={props.event.isCalledOff}>
          <span class="state" data-tone="problem">
            <Icon name="close" />
            {happenings.calledOff}
          </span>
        </Show>
      </div>
      <p>{timeText(props.event, props.space)}</p>
      <p>{whereText(props.event, props.space)}</p>
      <Show when={props.event.text !== ''}>
        <SaidText text={props.event.text} />
      </Show>
      <Show when={!props.event.isCalledOff && isGoing()}>
        <div class="row">
          <button
            type="button"
            class="button"
            data-kind="quiet"
            aria-label={happenings.addToCalendarLabel(
              props.event.title,
              timeText(props.event, props.space),
            )}
            onClick={() => void handEvent(props.event, props.space)}
          >
            {happenings.addToCalendar}
          </button>
        </div>
      </Show>
      <Show when={!props.event.isCalledOff}>
        <p class="soft">{happenings.room(props.event)}</p>
        <Coming event={props.event} word={props.word} space={props.space} />
      </Show>
    </li>
  )
}

/** A file that every calendar opens: made on the device, with or without a connection. */
async function handEvent(event: ToldEvent, { catalogue, now }: Space): Promise<void> {
  const { eventCalendar } = await import('../../domain/community/events/event-calendar.ts')
  const place = event.resourceId === null ? null : placeName(catalogue, event.resourceId)
  const entry = { event, state: 'going', placeName: place ?? '', site: catalogue.site } as const
  const text = eventCalendar(entry, { url: `${location.origin}/community`, now })
  handFile(`${event.title} ${event.date}.ics`, new Blob([text], { type: 'text/calendar' }))
}
