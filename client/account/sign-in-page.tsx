/** A mail address, then the six digits that were mailed to it. In the sample space one tap does both. */
import { createResource, createSignal, For, type JSX, Match, onMount, Show, Switch } from 'solid-js'
import './account.css'
import { fetchSamplePeople, type SamplePerson } from '../app/sample.ts'
import { readIdentity, writeIdentity } from '../store/database.ts'
import { words } from '../ui/words.ts'
import { post } from './post.ts'
import { CodeForm, EmailForm } from './sign-in-forms.tsx'

export function SignInPage(): JSX.Element {
  const [email, setEmail] = createSignal('')
  const [code, setCode] = createSignal('')
  const [step, setStep] = createSignal<'email' | 'code'>('email')
  const [isBusy, setIsBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [people] = createResource(fetchSamplePeople)

  onMount(() => {
    if (readIdentity() !== null) location.replace('/')
    const mailed = new URLSearchParams(location.hash.slice(1))
    if (!mailed.has('code')) return
    history.replaceState(null, '', '/sign-in') // the code must not stay in the history
    setEmail(mailed.get('email') ?? '')
    setCode(mailed.get('code') ?? '')
    setStep('code')
  })

  async function attempt(work: () => Promise<string | null>): Promise<void> {
    setIsBusy(true)
    setTrouble(null)
    const found = await work().catch(() => words.account.needsConnection)
    setTrouble(found)
    setIsBusy(false)
  }

  const askCode = () =>
    attempt(async () => {
      const answer = await post('/api/sign-in/code', { email: email() })
      if (!answer.ok) return answer.message
      setCode('')
      setStep('code')
      return null
    })

  const sendCode = () =>
    attempt(async () => {
      const answer = await post('/api/sign-in', { email: email(), code: code() })
      if (!answer.ok) return answer.message
      const { member, device } = answer.body as { member: { id: string }; device: string }
      writeIdentity({ memberId: member.id, deviceId: device })
      location.replace('/')
      return null
    })

  const signInAs = (person: SamplePerson) =>
    attempt(async () => {
      setEmail(person.email)
      const asked = await post('/api/sign-in/code', { email: person.email })
      if (!asked.ok) return asked.message
      setStep('code')
      const mailed = await post('/api/sample/code', { email: person.email })
      if (mailed.ok) setCode((mailed.body as { code: string }).code)
      return null
    })

  return (
    <main class="sign-in" id="main">
      <Drawing />
      <div class="stack" data-gap="small">
        <h1>{words.account.signIn}</h1>
        <p class="soft">{words.account.welcome}</p>
      </div>
      <Switch>
        <Match when={step() === 'email'}>
          <EmailForm
            email={email()}
            isBusy={isBusy()}
            onEmail={setEmail}
            onSubmit={() => void askCode()}
          />
        </Match>
        <Match when={step() === 'code'}>
          <CodeForm
            email={email()}
            code={code()}
            isBusy={isBusy()}
            onCode={setCode}
            onSubmit={() => void sendCode()}
            onResend={() => void askCode()}
            onBack={() => setStep('email')}
          />
        </Match>
      </Switch>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <Show when={step() === 'email' && (people() ?? []).length > 0}>
        <section class="stack">
          <h2>{words.account.trySample}</h2>
          <ul class="people">
            <For each={people()}>
              {(person) => (
                <li>
                  <button
                    type="button"
                    class="button"
                    data-wide
                    disabled={isBusy()}
                    onClick={() => void signInAs(person)}
                  >
                    <span>{person.name}</span>
                    <span class="soft">{person.role}</span>
                  </button>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </main>
  )
}

/** A corner of a floor plan: walls, a door, two desks. */
function Drawing(): JSX.Element {
  return (
    <svg class="drawing" viewBox="0 0 320 120" aria-hidden="true">
      <path d="M8 112V12h200M304 12v100M232 12h72M8 112h120M168 112h136" data-kind="wall" />
      <path d="M128 112a40 40 0 0 1 40-40v40M208 12a24 24 0 0 0 24 24V12" />
      <rect x="40" y="36" width="56" height="30" rx="4" data-kind="mine" />
      <rect x="112" y="36" width="56" height="30" rx="4" />
      <rect x="216" y="52" width="64" height="40" rx="20" />
      <path d="M56 74h24M128 74h24M228 44h10M258 44h10M228 100h10M258 100h10" />
    </svg>
  )
}
