/** Becoming a member by a link: a name, an address, a membership and a yes to the house rules; then the door asks for its code. */
import { useParams } from '@solidjs/router'
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import './account.css'
import type { HouseRules } from '../../domain/sites/house-rules.ts'
import { limits } from '../../domain/values/limits.ts'
import { askSpace } from '../app/ask-space.ts'
import { words } from '../ui/words.ts'

interface Offer {
  readonly siteName: string
  readonly needsApproval: boolean
  readonly houseRules: HouseRules | null
  readonly tiers: readonly { readonly id: string; readonly name: string }[]
}

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
      <Show when={found()}>{(told) => <JoinForm offer={told()} token={params.token} />}</Show>
    </main>
  )
}

function JoinForm(props: { readonly offer: Offer; readonly token: string }): JSX.Element {
  const [trouble, setTrouble] = createSignal('')
  const [isAsked, setIsAsked] = createSignal(false)
  async function send(form: HTMLFormElement): Promise<void> {
    const said = Object.fromEntries(new FormData(form))
    const acceptedVersion = said['accepted'] === 'on' ? props.offer.houseRules?.version : null
    const path = `/api/join/${props.token}`
    const answer = await askSpace('POST', path, { ...said, acceptedVersion }).catch(() => null)
    if (answer?.ok !== true) {
      setTrouble(answer?.message ?? people.joinOffline)
      return
    }
    if (props.offer.needsApproval) {
      setIsAsked(true)
      return
    }
    location.assign(`/sign-in#${new URLSearchParams({ email: String(said['email']) })}`)
  }
  return (
    <Show when={!isAsked()} fallback={<p role="status">{people.asked(props.offer.siteName)}</p>}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void send(event.currentTarget)
        }}
      >
        <label class="field">
          {people.yourName}
          <input name="name" required autocomplete="name" maxlength={limits.settingNameLengthMax} />
        </label>
        <label class="field">
          {people.yourEmail}
          <input
            name="email"
            type="email"
            required
            autocomplete="email"
            maxlength={limits.emailLengthMax}
          />
        </label>
        <label class="field">
          {people.membership}
          <select name="tierId" required>
            <For each={props.offer.tiers}>
              {({ id, name }) => <option value={id}>{name}</option>}
            </For>
          </select>
        </label>
        <Show when={props.offer.houseRules}>
          {(rules) => (
            <>
              <details>
                <summary>{people.rules}</summary>
                <p class="as-typed">{rules().text}</p>
              </details>
              <label class="choice">
                <input type="checkbox" name="accepted" required />
                {people.acceptRules}
              </label>
            </>
          )}
        </Show>
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
        <button type="submit" class="button" data-kind="primary">
          {props.offer.needsApproval ? people.askToJoin : people.join}
        </button>
      </form>
    </Show>
  )
}
