import { createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { EmailField } from '../ui/email-field.tsx'
import { words } from '../ui/words.ts'

export function EmailForm(props: {
  readonly email: string
  readonly isBusy: boolean
  readonly onEmail: (email: string) => void
  readonly onSubmit: () => void
}): JSX.Element {
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      <EmailField
        label={words.account.email}
        name="email"
        autocomplete="username webauthn"
        value={props.email}
        onInput={props.onEmail}
      />
      <button type="submit" class="button" data-kind="primary" data-wide disabled={props.isBusy}>
        {words.account.sendCode}
      </button>
    </form>
  )
}

export function CodeForm(props: {
  readonly email: string
  readonly code: string
  readonly isBusy: boolean
  readonly onCode: (code: string) => void
  readonly onSubmit: () => void
  readonly onResend: () => void
  readonly onBack: () => void
}): JSX.Element {
  const waitSeconds = createCountdown(30)
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      <p>{words.account.mailed(props.email)}</p>
      <label class="field">
        {words.account.code}
        <input
          name="code"
          class="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          pattern="[0-9]{6}"
          maxlength="6"
          required
          value={props.code}
          onInput={(event) => props.onCode(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" data-kind="primary" data-wide disabled={props.isBusy}>
        {words.account.signIn}
      </button>
      <div class="row" data-spread>
        <button type="button" class="button" data-kind="quiet" onClick={() => props.onBack()}>
          {words.account.otherAddress}
        </button>
        <Show
          when={waitSeconds() === 0}
          fallback={<span class="soft">{words.account.resendIn(waitSeconds())}</span>}
        >
          <button type="button" class="button" data-kind="quiet" onClick={() => props.onResend()}>
            {words.account.resend}
          </button>
        </Show>
      </div>
    </form>
  )
}

/** Seconds left, down to zero. */
function createCountdown(from: number): () => number {
  const [left, setLeft] = createSignal(from)
  const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000)
  onCleanup(() => clearInterval(timer))
  return left
}
