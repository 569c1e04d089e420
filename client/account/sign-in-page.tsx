/** A mail address, then the six digits that were mailed to it. In the sample space one tap does both. */
import { For, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import './account.css'
import { words } from '../ui/words.ts'
import { Drawing } from './drawing.tsx'
import { CodeForm, EmailForm } from './sign-in-forms.tsx'
import { createSignIn } from './sign-in-state.ts'
import { hasPasskeys } from './signing-in/browser-passkeys.ts'
import type { DoorStep } from './signing-in/proof-steps.tsx'

const ProofSteps = lazy(async () => ({
  default: (await import('./signing-in/proof-steps.tsx')).ProofSteps,
}))

export function SignInPage(): JSX.Element {
  const signIn = createSignIn()
  const doorStep = (): DoorStep | null => {
    const step = signIn.step()
    return step.kind === 'email' || step.kind === 'code' ? null : step
  }
  const asksWho = () => signIn.step().kind === 'email' || signIn.step().kind === 'proof'
  return (
    <main class="sign-in" id="main" tabindex="-1">
      <Drawing />
      <div class="stack" data-gap="small">
        <h1>{words.account.signIn}</h1>
        <p class="soft">{words.account.welcome}</p>
      </div>
      <Switch>
        <Match when={signIn.step().kind === 'email'}>
          <EmailForm
            email={signIn.email()}
            isBusy={signIn.isBusy()}
            onEmail={signIn.setEmail}
            onSubmit={signIn.askCode}
          />
        </Match>
        <Match when={signIn.step().kind === 'code'}>
          <CodeForm
            email={signIn.email()}
            code={signIn.code()}
            isBusy={signIn.isBusy()}
            onCode={signIn.setCode}
            onSubmit={signIn.sendCode}
            onResend={signIn.askCode}
            onBack={signIn.backToEmail}
          />
        </Match>
        <Match when={doorStep()}>
          {(step) => (
            <Suspense>
              <ProofSteps
                step={step()}
                isBusy={signIn.isBusy()}
                onProof={signIn.prove}
                onAppCode={signIn.confirmApp}
                onKept={signIn.goOn}
              />
            </Suspense>
          )}
        </Match>
      </Switch>
      <Show when={hasPasskeys() && asksWho()}>
        <button
          type="button"
          class="button"
          data-wide
          disabled={signIn.isBusy()}
          onClick={() => signIn.usePasskey()}
        >
          {words.signingIn.withPasskey}
        </button>
      </Show>
      <Show when={signIn.step().kind === 'email' || signIn.step().kind === 'code'}>
        <SharedChoice isShared={signIn.isShared()} onChange={signIn.setIsShared} />
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {signIn.trouble()}
      </p>
      <Show when={signIn.step().kind === 'email' && signIn.people().length > 0}>
        <SamplePeople signIn={signIn} />
      </Show>
    </main>
  )
}

function SharedChoice(props: {
  readonly isShared: boolean
  readonly onChange: (isShared: boolean) => void
}): JSX.Element {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={props.isShared}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        {words.signingIn.shared}
        <br />
        <span class="soft">{words.signingIn.sharedSentence}</span>
      </span>
    </label>
  )
}

function SamplePeople(props: { readonly signIn: ReturnType<typeof createSignIn> }): JSX.Element {
  return (
    <section class="stack">
      <h2>{words.account.trySample}</h2>
      <ul class="people">
        <For each={props.signIn.people()}>
          {(person) => (
            <li>
              <button
                type="button"
                class="button"
                data-wide
                disabled={props.signIn.isBusy()}
                onClick={() => props.signIn.signInAs(person)}
              >
                <span>{person.name}</span>
                <span class="soft">{person.role}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
