/** The member's own word about one event: one tap to come, one to stay away. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { ToldEvent } from '../../domain/community/events/happening-sections.ts'
import type { Space } from '../app/with-space.tsx'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import { timeText } from './event-texts.ts'
import type { OwnWord } from './happenings-model.ts'
import { PassButton } from './pass-button.tsx'
import { sayComing, sayHowMany, sayNotComing } from './say-coming.ts'

const { happenings } = words

/** The wish of this device counts before what was told, and is said to be only that. */
export function Coming(props: {
  readonly event: ToldEvent
  readonly word: OwnWord
  readonly space: Space
}): JSX.Element {
  const told = () => props.word.told?.people ?? 0
  const isComing = () => (props.word.wished ?? told()) > 0
  const state = () => {
    const { told, wished } = props.word
    if (wished !== null || told === null) return null
    if (told.state === 'waiting')
      return { tone: 'held', icon: 'clock', text: happenings.youWait } as const
    const text = told.people > 1 ? happenings.youAndGuests(told.people - 1) : happenings.youCome
    return { tone: 'mine', icon: 'check', text } as const
  }
  /** An event that is repeated has one title and many days. */
  const when = () => timeText(props.event, props.space)
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
        <p class="soft">
          {happenings.youWaitSentence}
          {props.event.guestsMax > 0 && ` ${happenings.moreWaits}`}
        </p>
      </Show>
      <p role="status">{props.word.sentence}</p>
      <div class="row" data-align="end">
        <Show when={isComing()} fallback={<Come event={props.event} when={when()} told={told()} />}>
          <Guests
            event={props.event}
            people={props.word.wished ?? told()}
            label={happenings.whoLabel(props.event.title, when())}
            onChange={(people) => void sayHowMany(props.event, people, props.word.told)}
          />
          <Show when={props.word.told?.door}>
            {(door) => <PassButton event={props.event} door={door()} when={when()} />}
          </Show>
          <button
            type="button"
            class="button"
            aria-label={happenings.stayAwayLabel(props.event.title, when())}
            onClick={() => void sayNotComing(props.event, told())}
          >
            {happenings.stayAway}
          </button>
        </Show>
      </div>
    </>
  )
}

/** To come, alone or with guests, or to wait where it is full. */
function Come(props: {
  readonly event: ToldEvent
  readonly when: string
  readonly told: number
}): JSX.Element {
  const [people, setPeople] = createSignal(1)
  const isFull = () => props.event.capacity !== null && props.event.going >= props.event.capacity
  const label = () => (isFull() ? happenings.waitLabel : happenings.comeLabel)
  return (
    <>
      <Guests event={props.event} people={people()} onChange={setPeople} />
      <button
        type="button"
        class="button"
        data-kind="soft"
        aria-label={label()(props.event.title, props.when)}
        onClick={() => void sayComing(props.event, people(), props.told)}
      >
        {isFull() ? happenings.wait : happenings.come}
      </button>
    </>
  )
}

/** How many they are; nothing where nobody may be brought. */
function Guests(props: {
  readonly event: ToldEvent
  readonly people: number
  /** Where several such questions stand on one page. */
  readonly label?: string
  readonly onChange: (people: number) => void
}): JSX.Element {
  return (
    <Show when={props.event.guestsMax > 0}>
      <label class="field">
        {happenings.who}
        <select
          aria-label={props.label}
          onChange={({ currentTarget }) => props.onChange(Number(currentTarget.value))}
        >
          <For each={Array.from({ length: props.event.guestsMax + 1 }, (_, n) => n + 1)}>
            {(number) => (
              <option value={number} selected={number === props.people}>
                {happenings.howMany(number)}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  )
}
