/** The state of signing in, and what each button does. Every step says in words what went wrong. */

import { createResource, createSignal, onCleanup, onMount } from 'solid-js'
import { type Answer, askSpace } from '../app/ask-space.ts'
import { fetchSamplePeople, type SamplePerson } from '../app/sample.ts'
import { takeWantedPage } from '../app/wanted-page.ts'
import { lastContact } from '../store/contact.ts'
import { readIdentity, writeIdentity } from '../store/identity.ts'
import { isLocked } from '../store/offline-lock.ts'
import { words } from '../ui/words.ts'
import type { AppSecret } from './signing-in/app-set-up.tsx'
import { offersPasskeys, signWithPasskey } from './signing-in/browser-passkeys.ts'
import type { DoorStep } from './signing-in/proof-steps.tsx'

/** What the space says to a code or a passkey that is right. */
interface Welcomed {
  readonly member: { readonly id: string }
  readonly device: string
  readonly recovery: readonly string[]
  readonly asksForProof: { readonly requiredOn: string | null } | null
}

type Told =
  | Welcomed
  | ({ readonly asks: 'app' } & AppSecret)
  | { readonly asks: 'proof'; readonly ways: readonly string[] }

export type SignInStep = { readonly kind: 'email' } | { readonly kind: 'code' } | DoorStep

/** Whose copy had locked here, or was left, is not kept for who comes after them. It stops nobody from coming in. */
async function letGoOfOthers(memberId: string): Promise<void> {
  await import('../store/erase-others.ts')
    .then(({ eraseCopiesOfOthers }) => eraseCopiesOfOthers(memberId))
    .catch(() => undefined)
}

export function createSignIn() {
  const [email, setEmail] = createSignal('')
  const [code, setCode] = createSignal('')
  const [step, setStep] = createSignal<SignInStep>({ kind: 'email' })
  const [isShared, setIsShared] = createSignal(false)
  const [isBusy, setIsBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [people] = createResource(fetchSamplePeople)
  let next = '/'
  /** The browser's own offer of a passkey, which one asked for by the button takes the place of. */
  let offering = new AbortController()

  onMount(() => {
    if (readIdentity() !== null && !isLocked(lastContact(), Date.now()))
      location.replace(takeWantedPage())
    void offerPasskey()
    const mailed = new URLSearchParams(location.hash.slice(1))
    if (!mailed.has('email')) return
    history.replaceState(null, '', '/sign-in') // the code must not stay in the history
    setEmail(mailed.get('email') ?? '')
    if (mailed.has('mailed')) setStep({ kind: 'code' }) // who joined has it on its way
    if (!mailed.has('code')) return // an invitation: the code is still to be asked for
    setCode(mailed.get('code') ?? '')
    setStep({ kind: 'code' })
  })
  onCleanup(() => offering.abort())

  async function attempt(work: () => Promise<string | null>): Promise<void> {
    setIsBusy(true)
    setTrouble(null)
    const found = await work().catch(() => words.account.needsConnection)
    setTrouble(found)
    setIsBusy(false)
  }

  const askCode = () =>
    attempt(async () => {
      const answer = await askSpace('POST', '/api/sign-in/code', { email: email() })
      if (!answer.ok) return answer.message
      setCode('')
      setStep({ kind: 'code' })
      return null
    })

  const sendCode = (more: object = {}) =>
    attempt(async () => {
      const body = { email: email(), code: code(), isShared: isShared(), ...more }
      return take(await askSpace('POST', '/api/sign-in', body))
    })

  /** In, or what more is asked for. */
  async function take(answer: Answer): Promise<string | null> {
    if (!answer.ok) return answer.message
    const told = answer.body as Told // our own server
    if ('asks' in told) {
      setStep(told.asks === 'app' ? { kind: 'app', app: told } : { kind: 'proof', ways: told.ways })
      return null
    }
    await letGoOfOthers(told.member.id)
    writeIdentity({ memberId: told.member.id, deviceId: told.device }, isShared())
    const asked = told.asksForProof
    next = asked === null ? takeWantedPage() : `/me/sign-in?ask=${asked.requiredOn ?? ''}`
    if (told.recovery.length > 0) setStep({ kind: 'recovery', codes: told.recovery })
    else location.replace(next)
    return null
  }

  /** Asked for by the button, or offered by the browser where one types: then nobody waits, and nothing is said when none is chosen. */
  async function signByPasskey(isOffered: boolean): Promise<string | null> {
    offering.abort()
    offering = new AbortController()
    const { signal } = offering
    const asked = await askSpace('POST', '/api/sign-in/passkey/challenge')
    if (!asked.ok) return isOffered ? null : asked.message
    const { options } = asked.body as { options: unknown } // our own server
    const mediation = isOffered ? ({ mediation: 'conditional' } as const) : {}
    const answer = await signWithPasskey(options, { ...mediation, signal })
    if (answer === null) return isOffered ? null : words.signingIn.cancelled
    return take(await askSpace('POST', '/api/sign-in/passkey', { answer, isShared: isShared() }))
  }

  async function offerPasskey(): Promise<void> {
    if (!(await offersPasskeys())) return
    // Without a connection nothing is offered, and the door says so when it is asked.
    const found = await signByPasskey(true).catch(() => null)
    if (found !== null) setTrouble(found)
  }

  const signInAs = (person: SamplePerson) =>
    attempt(async () => {
      setEmail(person.email)
      const asked = await askSpace('POST', '/api/sign-in/code', { email: person.email })
      if (!asked.ok) return asked.message
      setStep({ kind: 'code' })
      const mailed = await askSpace('POST', '/api/sample/code', { email: person.email })
      if (mailed.ok) setCode((mailed.body as { code: string }).code)
      return null
    })

  /** With the secret that the step before it showed. */
  function confirmApp(appCode: string): void {
    const at = step()
    if (at.kind === 'app') void sendCode({ app: { secret: at.app.secret, code: appCode } })
  }

  return {
    email,
    setEmail,
    code,
    setCode,
    step,
    backToEmail: () => setStep({ kind: 'email' }),
    isShared,
    setIsShared,
    isBusy,
    trouble,
    people: () => people() ?? [],
    askCode: () => void askCode(),
    sendCode: () => void sendCode(),
    prove: (proof: string) => void sendCode({ proof }),
    confirmApp,
    goOn: () => location.replace(next),
    usePasskey: () => void attempt(() => signByPasskey(false)),
    signInAs: (person: SamplePerson) => void signInAs(person),
  }
}
