/** The next word to somebody. Every letter is kept on this device, so that it is there after a kill, a reload, and in another tab. */
import { type Accessor, createEffect, createSignal, type JSX, Show, untrack } from 'solid-js'
import type { MemberId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { createUnsentUnder, dropUnsent, keepUnsent } from '../../store/unsent.ts'
import { words } from '../../ui/words.ts'
import { wishMessage } from './write-message.ts'

const { threads: said } = words
/** From here on the rest is counted. */
const LETTERS_TOLD = 200

export interface Draft {
  readonly text: Accessor<string>
  /** What stands there is on the disk of this device. */
  readonly isKept: Accessor<boolean>
  write(text: string): void
  /** The field that shows it: while somebody types there, nothing of another tab takes its place. */
  field(element: HTMLTextAreaElement): void
  focus(): void
}

export function createDraft(other: MemberId): Draft {
  const key = `message/${other}`
  const [text, setText] = createSignal('')
  /** Letters on their way to the disk: until they are there, what is read from it is older than what stands here. */
  const [underway, setUnderway] = createSignal(0)
  const [isRefused, setIsRefused] = createSignal(false)
  const kept = createUnsentUnder(() => key)
  let element: HTMLTextAreaElement | undefined
  createEffect(() => {
    const rows = kept()
    if (rows === undefined || untrack(underway) > 0 || isTyping(element)) return
    setText(String(rows.find((row) => row.key === key)?.value ?? ''))
  })
  async function keep(value: string): Promise<void> {
    setUnderway((count) => count + 1)
    try {
      if (value === '') await dropUnsent([key])
      else setIsRefused(!(await keepUnsent({ key, value, bytes: null })))
    } finally {
      setUnderway((count) => count - 1)
    }
  }
  return {
    text,
    isKept: () => text() !== '' && underway() === 0 && !isRefused(),
    write: (value) => {
      setText(value)
      void keep(value)
    },
    field: (found) => {
      element = found
    },
    focus: () => element?.focus(),
  }
}

function isTyping(element: HTMLTextAreaElement | undefined): boolean {
  return element !== undefined && document.hasFocus() && document.activeElement === element
}

export function Composer(props: {
  readonly other: MemberId
  readonly name: string
  readonly draft: Draft
}): JSX.Element {
  const [trouble, setTrouble] = createSignal('')
  const left = () => limits.messageLengthMax - props.draft.text().length
  async function send(): Promise<void> {
    const text = props.draft.text().trim()
    if (text === '') return void setTrouble(said.empty)
    const answer = await wishMessage('message.send', { to: props.other, text })
    if (answer.kind === 'not-saved') return void setTrouble(words.states.notSaved[answer.why])
    props.draft.write('')
    props.draft.focus()
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
