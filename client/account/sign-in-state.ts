/** The state of signing in, and what each button does. Every step says in words what went wrong. */

import { createResource, createSignal, onMount } from 'solid-js'
import { askSpace } from '../app/ask-space.ts'
import { fetchSamplePeople, type SamplePerson } from '../app/sample.ts'
import { takeWantedPage } from '../app/wanted-page.ts'
import { lastContact } from '../store/contact.ts'
import { readIdentity, writeIdentity } from '../store/identity.ts'
import { isLocked } from '../store/offline-lock.ts'
import { words } from '../ui/words.ts'

export function createSignIn() {
  const [email, setEmail] = createSignal('')
  const [code, setCode] = createSignal('')
  const [step, setStep] = createSignal<'email' | 'code'>('email')
  const [isBusy, setIsBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [people] = createResource(fetchSamplePeople)

  onMount(() => {
    if (readIdentity() !== null && !isLocked(lastContact(), Date.now()))
      location.replace(takeWantedPage())
    const mailed = new URLSearchParams(location.hash.slice(1))
    if (!mailed.has('email')) return
    history.replaceState(null, '', '/sign-in') // the code must not stay in the history
    setEmail(mailed.get('email') ?? '')
    if (!mailed.has('code')) return // an invitation: the code is still to be asked for
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
      const answer = await askSpace('POST', '/api/sign-in/code', { email: email() })
      if (!answer.ok) return answer.message
      setCode('')
      setStep('code')
      return null
    })

  const sendCode = () =>
    attempt(async () => {
      const answer = await askSpace('POST', '/api/sign-in', { email: email(), code: code() })
      if (!answer.ok) return answer.message
      const { member, device } = answer.body as { member: { id: string }; device: string }
      writeIdentity({ memberId: member.id, deviceId: device })
      location.replace(takeWantedPage())
      return null
    })

  const signInAs = (person: SamplePerson) =>
    attempt(async () => {
      setEmail(person.email)
      const asked = await askSpace('POST', '/api/sign-in/code', { email: person.email })
      if (!asked.ok) return asked.message
      setStep('code')
      const mailed = await askSpace('POST', '/api/sample/code', { email: person.email })
      if (mailed.ok) setCode((mailed.body as { code: string }).code)
      return null
    })

  return {
    email,
    setEmail,
    code,
    setCode,
    step,
    setStep,
    isBusy,
    trouble,
    people: () => people() ?? [],
    askCode: () => void askCode(),
    sendCode: () => void sendCode(),
    signInAs: (person: SamplePerson) => void signInAs(person),
  }
}
