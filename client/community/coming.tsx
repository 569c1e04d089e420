/** The member's own word about one event: one tap to come, one to stay away. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { ToldEvent } from '../../domain/community/events/happening-sections.ts'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import type { OwnWord } from './happenings-model.ts'
import { PassButton } from './pass-button.tsx'
import { sayComing } from './say-coming.ts'

const { happenings } = words

/** The wish of this device counts before what was told, and is said to be only that. */
export function Coming(props: { readonly event: ToldEvent; readonly word: OwnWord }): JSX.Element {
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
                data-kind="soft"
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
          <Show when={props.word.told?.door}>
            {(door) => <PassButton event={props.event} door={door()} />}
          </Show>
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
