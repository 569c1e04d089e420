/** What the door asks of staff besides the mailed code: the app's code, a passkey, or to set up an app now. */
import { createSignal, type JSX, Show } from 'solid-js'
import './signing-in.css'
import { words } from '../../ui/words.ts'
import { type AppSecret, AppSetUp, DigitsField, RecoveryCodes } from './app-set-up.tsx'

const said = words.signingIn

/** More than a mailed code. */
export type DoorStep =
  | { readonly kind: 'proof'; readonly ways: readonly string[] }
  | { readonly kind: 'app'; readonly app: AppSecret }
  | { readonly kind: 'recovery'; readonly codes: readonly string[] }

export function ProofSteps(props: {
  readonly step: DoorStep
  readonly isBusy: boolean
  readonly onProof: (code: string) => void
  readonly onAppCode: (code: string) => void
  readonly onKept: () => void
}): JSX.Element {
  const of = <Kind extends DoorStep['kind']>(kind: Kind) => {
    const { step } = props
    return step.kind === kind ? (step as Extract<DoorStep, { kind: Kind }>) : null // as just asked
  }
  return (
    <>
      <Show when={of('proof')}>
        {(step) => (
          <Show
            when={step().ways.includes('app')}
            fallback={<p role="status">{said.passkeyAsked}</p>}
          >
            <ProofForm isBusy={props.isBusy} onProof={props.onProof} />
          </Show>
        )}
      </Show>
      <Show when={of('app')}>
        {(step) => (
          <>
            <p role="status">{said.mustSetUp}</p>
            <AppSetUp app={step().app} isBusy={props.isBusy} onCode={props.onAppCode} />
          </>
        )}
      </Show>
      <Show when={of('recovery')}>
        {(step) => <RecoveryCodes codes={step().codes} onKept={props.onKept} />}
      </Show>
      <Show when={of('proof')}>
        <p class="soft">{said.lost}</p>
      </Show>
    </>
  )
}

function ProofForm(props: {
  readonly isBusy: boolean
  readonly onProof: (code: string) => void
}): JSX.Element {
  const [code, setCode] = createSignal('')
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        props.onProof(code())
      }}
    >
      <p role="status">{said.proofSentence}</p>
      <DigitsField
        label={said.appCode}
        hint={said.proofOrRecovery}
        isDigitsOnly={false}
        onInput={setCode}
      />
      <button type="submit" class="button" data-kind="primary" data-wide disabled={props.isBusy}>
        {words.account.signIn}
      </button>
    </form>
  )
}
