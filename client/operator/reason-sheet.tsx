import { createSignal, type JSX } from 'solid-js'
import { limits } from '../../domain/values/limits.ts'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'
import { WhenOffline } from './when-offline.tsx'

/** No, and why: the reason is what the member reads. */
export function ReasonSheet(props: {
  readonly title: string
  readonly hint: string
  /** What the button says. */
  readonly verb: string
  readonly onClose: () => void
  readonly onSay: (reason: string) => void
}): JSX.Element {
  const [reason, setReason] = createSignal('')
  const [trouble, setTrouble] = createSignal('')
  return (
    <Sheet title={props.title} onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason().trim() === '') setTrouble(words.approval.reasonMissing)
          else props.onSay(reason().trim())
        }}
      >
        <WhenOffline />
        <label class="field">
          {words.approval.reason}
          <input
            maxlength={limits.noteLengthMax}
            value={reason()}
            aria-describedby="reason-hint"
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        <p class="soft" id="reason-hint">
          {props.hint}
        </p>
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
        <button type="submit" class="button" data-kind="primary" data-wide>
          {props.verb}
        </button>
      </form>
    </Sheet>
  )
}
