import { createResource, createSignal, For, type JSX, onMount, Show } from 'solid-js'
import { readIdentity, writeIdentity } from '../store/database.ts'

interface SamplePerson {
  readonly name: string
  readonly email: string
  readonly role: string
}

/** A mail address, then the six digits that were mailed to it. In the sample space one tap does both. */
export function SignInPage(): JSX.Element {
  const [email, setEmail] = createSignal('')
  const [code, setCode] = createSignal('')
  const [step, setStep] = createSignal<'email' | 'code'>('email')
  const [isBusy, setIsBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [people] = createResource(fetchSample)

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
    const found = await work().catch(() => 'Signing in needs a connection.')
    setTrouble(found)
    setIsBusy(false)
  }

  const askCode = () =>
    attempt(async () => {
      const answer = await post('/api/sign-in/code', { email: email() })
      if (!answer.ok) return answer.message
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
    <main class="page sign-in" id="main">
      <h1>Sign in</h1>
      <Show
        when={step() === 'email'}
        fallback={
          <form
            class="stack"
            onSubmit={(event) => {
              event.preventDefault()
              void sendCode()
            }}
          >
            <p>We mailed six digits to {email()}.</p>
            <label class="field">
              Code
              <input
                name="code"
                inputmode="numeric"
                autocomplete="one-time-code"
                pattern="[0-9]{6}"
                maxlength="6"
                required
                value={code()}
                onInput={(event) => setCode(event.currentTarget.value)}
              />
            </label>
            <button type="submit" class="button" data-kind="primary" disabled={isBusy()}>
              Sign in
            </button>
            <button type="button" class="button" data-kind="quiet" onClick={() => setStep('email')}>
              Use another address
            </button>
          </form>
        }
      >
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void askCode()
          }}
        >
          <label class="field">
            E-mail
            <input
              name="email"
              type="email"
              autocomplete="email"
              required
              value={email()}
              onInput={(event) => setEmail(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button" data-kind="primary" disabled={isBusy()}>
            Send code
          </button>
        </form>
        <Show when={(people() ?? []).length > 0}>
          <section class="stack" aria-label="People of the sample space">
            <h2>Or try the sample space as</h2>
            <For each={people()}>
              {(person) => (
                <button
                  type="button"
                  class="button"
                  disabled={isBusy()}
                  onClick={() => void signInAs(person)}
                >
                  {person.name} · {person.role}
                </button>
              )}
            </For>
          </section>
        </Show>
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
    </main>
  )
}

async function fetchSample(): Promise<readonly SamplePerson[]> {
  try {
    const response = await fetch('/api/sample')
    if (!response.ok) return []
    return ((await response.json()) as { people: SamplePerson[] }).people
  } catch {
    return [] // offline, or no sample here
  }
}

type Answer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly message: string }

async function post(path: string, body: object): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-app': '1' },
    body: JSON.stringify(body),
  })
  const found = (await response.json()) as { error?: { message: string } }
  if (response.ok) return { ok: true, body: found }
  return { ok: false, message: found.error?.message ?? 'Something went wrong. Try again.' }
}
