/** What of a thread the team is shown, and why. Kept on this device like any wish, so that it is reported without a network too. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { ViewedThread } from '../../../domain/community/messages/message-view.ts'
import type { MessageId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { wishMessage } from './write-message.ts'

const { threads: said } = words
/** The latest that can be chosen. */
const OFFERED_MAX = 40

export function ReportSheet(props: {
  readonly thread: ViewedThread
  readonly name: string
  readonly onClose: () => void
}): JSX.Element {
  const offered = props.thread.messages
    .flatMap(({ id, isOwn, text, state }) =>
      id === null || isOwn || state.kind !== 'delivered' ? [] : [{ id, text }],
    )
    .slice(-OFFERED_MAX)
    .reverse()
  const [chosen, setChosen] = createSignal<readonly MessageId[]>([])
  const [why, setWhy] = createSignal('')
  const choose = (id: MessageId, isIn: boolean) =>
    setChosen([...chosen().filter((one) => one !== id), ...(isIn ? [id] : [])])
  async function send(): Promise<string | null> {
    const text = why().trim()
    if (chosen().length === 0 || text === '') return said.reportMissing
    const body = { with: props.thread.with, messageIds: chosen(), why: text }
    const answer = await wishMessage('message.report', body)
    return answer.kind === 'not-saved' ? words.states.notSaved[answer.why] : null
  }
  return (
    <FormSheet
      title={said.reportTitle(props.name)}
      submit={said.reportSend}
      isReady={offered.length > 0}
      done={said.reportDone}
      send={send}
      onClose={props.onClose}
    >
      <p class="soft">{said.reportHint}</p>
      <Show when={offered.length > 0} fallback={<p>{said.reportNothing(props.name)}</p>}>
        <fieldset class="stack report-choice" data-gap="small">
          <legend>{said.reportWhich}</legend>
          <For each={offered}>
            {({ id, text }) => (
              <label class="choice">
                <input
                  type="checkbox"
                  disabled={!chosen().includes(id) && chosen().length >= limits.reportMessagesMax}
                  onChange={(event) => choose(id, event.currentTarget.checked)}
                />
                <span dir="auto">{text}</span>
              </label>
            )}
          </For>
        </fieldset>
        <label class="field">
          {said.reportWhy}
          <textarea
            rows="3"
            maxlength={limits.reportNoteLengthMax}
            value={why()}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
        </label>
      </Show>
    </FormSheet>
  )
}
