/** Becoming a member by a link: who one is and what one joins with; then the door has mailed its code already, and behind it is the first booking. */
import { useParams } from '@solidjs/router'
import { createResource, createSignal, type JSX, Show } from 'solid-js'
import '../account.css'
import './join.css'
import { createAct } from '../../app/act.ts'
import { askSpace } from '../../app/ask-space.ts'
import { wantPage } from '../../app/wanted-page.ts'
import { words } from '../../ui/words.ts'
import { JoinForm, type Offer } from './join-form.tsx'

const { people } = words

export function JoinPage(): JSX.Element {
  const params = useParams<{ token: string }>()
  const [offer] = createResource(
    () => params.token,
    async (token): Promise<Offer | 'gone' | 'offline'> => {
      const answer = await askSpace('GET', `/api/join/${token}`).catch(() => null)
      if (answer === null) return 'offline'
      if (!answer.ok) return 'offline'
      const { offer } = answer.body as { readonly offer: Offer | null } // our own server
      return offer ?? 'gone'
    },
  )
  const found = () => {
    const told = offer.latest
    return typeof told === 'object' ? told : null
  }
  return (
    <main class="sign-in" id="main" tabindex="-1">
      <Show when={found()} fallback={<h1>{people.join}</h1>}>
        {(told) => <h1>{people.joinAt(told().siteName)}</h1>}
      </Show>
      <Show when={offer.latest === 'gone'}>
        <p role="alert">{people.joinGone}</p>
      </Show>
      <Show when={offer.latest === 'offline'}>
        <p role="alert">{people.joinOffline}</p>
      </Show>
      <Show when={found()}>{(told) => <Joining offer={told()} token={params.token} />}</Show>
    </main>
  )
}

function Joining(props: { readonly offer: Offer; readonly token: string }): JSX.Element {
  const [isAsked, setIsAsked] = createSignal(false)
  const act = createAct()
  async function send(said: Readonly<Record<string, unknown>>): Promise<void> {
    const { houseRules, needsApproval, needsMethod } = props.offer
    const acceptedVersion = said['accepted'] === 'on' ? houseRules?.version : null
    const body = { ...said, acceptedVersion }
    if ((await act.run(() => askSpace('POST', `/api/join/${props.token}`, body))) === null) return
    if (needsApproval) return void setIsAsked(true)
    const email = String(said['email'])
    // The door asks for it again where it cannot be mailed now.
    const mailed = await askSpace('POST', '/api/sign-in/code', { email }).catch(() => null)
    wantPage(needsMethod ? '/me/payment-methods?from=join' : '/book')
    const known = { email, ...(mailed?.ok === true ? { mailed: '1' } : {}) }
    location.assign(`/sign-in#${new URLSearchParams(known)}`)
  }
  return (
    <Show when={!isAsked()} fallback={<p role="status">{people.asked(props.offer.siteName)}</p>}>
      <JoinForm
        offer={props.offer}
        codePath={`/api/join/${props.token}/code`}
        isBusy={act.isBusy()}
        trouble={act.trouble() ?? ''}
        onSend={(said) => void send(said)}
      />
    </Show>
  )
}
