/** Setting up an authenticator app: a picture to scan, the code that it shows, and the codes to keep for the day on which it is lost. */
import { createSignal, For, type JSX } from 'solid-js'
import { QrCode } from '../../ui/qr-code.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'

const said = words.signingIn

export interface AppSecret {
  readonly secret: string
  /** As a picture says it to the app. */
  readonly url: string
}

export function AppSetUp(props: {
  readonly app: AppSecret
  readonly isBusy: boolean
  readonly onCode: (code: string) => void
}): JSX.Element {
  const [code, setCode] = createSignal('')
  const spelled = () => props.app.secret.match(/.{4}/g)?.join(' ') ?? ''
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        props.onCode(code())
      }}
    >
      <p>{said.scan}</p>
      <div class="app-picture">
        <QrCode text={props.app.url} label={said.appPicture} />
      </div>
      <code class="key">{spelled()}</code>
      <DigitsField label={said.appCode} onInput={setCode} />
      <button type="submit" class="button" data-kind="primary" data-wide disabled={props.isBusy}>
        {said.confirmApp}
      </button>
    </form>
  )
}

export function DigitsField(props: {
  readonly label: string
  readonly hint?: string
  /** False where a longer code for a lost app is as good. */
  readonly isDigitsOnly?: boolean
  readonly onInput: (code: string) => void
}): JSX.Element {
  return (
    <label class="field">
      {props.label}
      <input
        name="proof"
        class="code"
        inputmode={props.isDigitsOnly === false ? 'text' : 'numeric'}
        autocomplete="one-time-code"
        autocapitalize="none"
        minlength="6"
        maxlength={props.isDigitsOnly === false ? 20 : 6}
        required
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <span class="soft">{props.hint}</span>
    </label>
  )
}

export function RecoveryCodes(props: {
  readonly codes: readonly string[]
  readonly onKept: () => void
}): JSX.Element {
  const spelled = () => props.codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
  return (
    <section class="stack" role="status">
      <h2>{said.recoveryTitle}</h2>
      <p>{said.recoverySentence}</p>
      <ul class="recovery-codes">
        <For each={spelled()}>{(code) => <li>{code}</li>}</For>
      </ul>
      <div class="row">
        <button
          type="button"
          class="button"
          onClick={() =>
            void navigator.clipboard
              .writeText(spelled().join('\n'))
              .then(() => showToast(said.copied))
          }
        >
          {said.copy}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          {said.print}
        </button>
        <button type="button" class="button" data-kind="primary" onClick={() => props.onKept()}>
          {said.kept}
        </button>
      </div>
    </section>
  )
}
