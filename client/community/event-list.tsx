/** What is planned at a location, with the member's own word for each: one tap to come, one to stay away. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { ToldEvent } from '../../domain/community/events/happening-sections.ts'
import { placeName } from '../../domain/sites/catalogue.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import { createStatus } from '../store/status.ts'
import { Icon } from '../ui/icon.tsx'
import { SaidText } from '../ui/said-text.tsx'
import { words } from '../ui/words.ts'
import { createEvents, createOwnWords, type OwnWord } from './happenings-model.ts'
import { sayComing } from './say-coming.ts'

const { happenings } = words

export function EventList(props: { readonly space: Space }): JSX.Element {
  const events = createEvents(() => props.space)
  const wordOf = createOwnWords()
  return (
    <section class="stack" aria-labelledby="events">
      <h2 id="events">{happenings.events}</h2>
      <Show when={events()}>
        {(known) => (
          <>
            <Age asOf={known().asOf} space={props.space} />
            <ul class="stack">
              <For
                each={known().ahead}
                fallback={
                  <li class="empty">
                    <Icon name="bookings" />
                    <p>{known().asOf === null ? happenings.notHere : happenings.noEvents}</p>
                  </li>
                }
              >
                {(event) => <EventCard event={event} word={wordOf(event.id)} space={props.space} />}
              </For>
            </ul>
          </>
        )}
      </Show>
    </section>
  )
}

/** How old it is, where there is no connection. */
function Age(props: { readonly asOf: number | null; readonly space: Space }): JSX.Element {
  const status = createStatus()
  const when = () => {
    if (props.asOf === null || status()?.state === 'online') return null
    const { date, minute } = toWallTime(props.space.catalogue.zone, toInstant(props.asOf))
    return `${words.amounts.date(date, props.space.today)}, ${formatMinute(minute)}`
  }
  return <Show when={when()}>{(text) => <p class="soft">{happenings.asOf(text())}</p>}</Show>
}

function EventCard(props: {
  readonly event: ToldEvent
  readonly word: OwnWord
  readonly space: Space
}): JSX.Element {
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
      <Show when={!props.event.isCalledOff}>
        <p class="soft">{happenings.room(props.event)}</p>
        <Coming event={props.event} word={props.word} />
      </Show>
    </li>
  )
}

/** The wish of this device counts before what was told, and is said to be only that. */
function Coming(props: { readonly event: ToldEvent; readonly word: OwnWord }): JSX.Element {
  const [people, setPeople] = createSignal(1)
  const isComing = () => (props.word.wished ?? props.word.told?.people ?? 0) > 0
  const state = () => {
    const { told, wished } = props.word
    if (wished !== null || told === null) return null
    if (told.state === 'waiting')
      return { tone: 'held', icon: 'clock', text: happenings.youWait } as const
    const text = told.people > 1 ? happenings.youAndGuests(told.people - 1) : happenings.youCome
    return { tone: 'mine', icon: 'check', text } as const
  }
  const isFull = () => props.event.capacity !== null && props.event.going >= props.event.capacity
  return (
    <>
      <Show when={state()}>
        {(known) => (
          <p class="state" data-tone={known().tone}>
            <Icon name={known().icon} />
            {known().text}
          </p>
        )}
      </Show>
      <Show when={state()?.tone === 'held'}>
        <p class="soft">{happenings.youWaitSentence}</p>
      </Show>
      <p role="status">{props.word.sentence}</p>
      <div class="row" data-align="end">
        <Show
          when={isComing()}
          fallback={
            <>
              <Show when={props.event.guestsMax > 0}>
                <label class="field">
                  {happenings.who}
                  <select onChange={(event) => setPeople(Number(event.currentTarget.value))}>
                    <For each={Array.from({ length: props.event.guestsMax + 1 }, (_, n) => n + 1)}>
                      {(number) => <option value={number}>{happenings.howMany(number)}</option>}
                    </For>
                  </select>
                </label>
              </Show>
              <button
                type="button"
                class="button"
                data-kind="primary"
                aria-label={
                  isFull()
                    ? happenings.waitLabel(props.event.title)
                    : happenings.comeLabel(props.event.title)
                }
                onClick={() => void sayComing(props.event, people())}
              >
                {isFull() ? happenings.wait : happenings.come}
              </button>
            </>
          }
        >
          <button
            type="button"
            class="button"
            aria-label={happenings.stayAwayLabel(props.event.title)}
            onClick={() => void sayComing(props.event, 0)}
          >
            {happenings.stayAway}
          </button>
        </Show>
      </div>
    </>
  )
}

function timeText({ date, startMinute, endMinute }: ToldEvent, { today }: Space): string {
  const end = formatMinute(endMinute)
  const isNextDay = endMinute <= startMinute
  const until = isNextDay ? `${end} ${happenings.nextDay}` : end
  return `${words.amounts.date(date, today)}, ${formatMinute(startMinute)}–${until}`
}

function whereText({ resourceId, where }: ToldEvent, { catalogue }: Space): string {
  const place = resourceId === null ? null : placeName(catalogue, resourceId)
  return [place, where].filter((one) => one !== null && one !== '').join(' · ')
}
