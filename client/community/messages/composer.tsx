/** The next word to somebody. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { MemberId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { UnsentText } from '../../store/unsent-text.ts'
import { words } from '../../ui/words.ts'
import { wishMessage } from './write-message.ts'

const { threads: said } = words
/** From here on the rest is counted. */
const LETTERS_TOLD = 200

export function Composer(props: {
  readonly other: MemberId
  readonly name: string
  readonly draft: UnsentText
}): JSX.Element {
  const [trouble, setTrouble] = createSignal('')
  const left = () => limits.messageLengthMax - props.draft.text().length
  async function send(): Promise<void> {
    await props.draft.send(async (text) => {
      const why = text === '' ? said.empty : await sendTo(props.other, text)
      setTrouble(why)
      return why === ''
    })
    if (trouble() === '') props.draft.focus()
  }
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label class="field">
        {said.text(props.name)}
        <textarea
          ref={props.draft.field}
          rows="2"
          dir="auto"
          maxlength={limits.messageLengthMax}
          aria-describedby="send-hint"
          value={props.draft.text()}
          onInput={(event) => {
            setTrouble('')
            props.draft.write(event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
            if (!isSend || event.isComposing) return
            event.preventDefault()
            void send()
          }}
        />
      </label>
      <button type="submit" class="button" data-kind="primary">
        {said.send}
      </button>
      <p id="send-hint" class="soft">
        <Show
          when={left() <= LETTERS_TOLD}
          fallback={
            props.draft.isKept() ? said.draftKept : <span class="keys-hint">{said.sendHint}</span>
          }
        >
          {said.lettersLeft(left())}
        </Show>
      </p>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
    </form>
  )
}

/** Why it could not be kept, in words; empty where it is on its way. */
async function sendTo(to: MemberId, text: string): Promise<string> {
  const answer = await wishMessage('message.send', { to, text })
  return answer.kind === 'not-saved' ? words.states.notSaved[answer.why] : ''
}
