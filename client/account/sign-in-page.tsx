/** A mail address, then the six digits that were mailed to it. In the sample space one tap does both. */
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import './account.css'
import { words } from '../ui/words.ts'
import { Drawing } from './drawing.tsx'
import { CodeForm, EmailForm } from './sign-in-forms.tsx'
import { createSignIn } from './sign-in-state.ts'

export function SignInPage(): JSX.Element {
  const signIn = createSignIn()
  return (
    <main class="sign-in" id="main" tabindex="-1">
      <Drawing />
      <div class="stack" data-gap="small">
        <h1>{words.account.signIn}</h1>
        <p class="soft">{words.account.welcome}</p>
      </div>
      <Switch>
        <Match when={signIn.step() === 'email'}>
          <EmailForm
            email={signIn.email()}
            isBusy={signIn.isBusy()}
            onEmail={signIn.setEmail}
            onSubmit={signIn.askCode}
          />
        </Match>
        <Match when={signIn.step() === 'code'}>
          <CodeForm
            email={signIn.email()}
            code={signIn.code()}
            isBusy={signIn.isBusy()}
            onCode={signIn.setCode}
            onSubmit={signIn.sendCode}
            onResend={signIn.askCode}
            onBack={() => signIn.setStep('email')}
          />
        </Match>
      </Switch>
      <p role="alert" class="state" data-tone="problem">
        {signIn.trouble()}
      </p>
      <Show when={signIn.step() === 'email' && signIn.people().length > 0}>
        <SamplePeople signIn={signIn} />
      </Show>
    </main>
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
