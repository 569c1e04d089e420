/** A promo code is entered here; what those that were redeemed give stands below. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { limits } from '../../domain/values/limits.ts'
import type { Space } from '../app/with-space.tsx'
import { createStatus } from '../store/status.ts'
import { makeIntent, sendIntent } from '../sync/send-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { createOwnPromos } from './read-own-funds.ts'

export function OwnPromos(props: { readonly space: Space }): JSX.Element {
  const site = () => props.space.catalogue.site
  const promos = createOwnPromos(() => site().id)
  return (
    <section class="stack" aria-labelledby="own-promos">
      <h2 id="own-promos">{words.promos.title}</h2>
      <CodeForm space={props.space} />
      <Show when={promos().length > 0}>
        <ul class="bill-list">
          <For each={promos()}>
            {({ name, gift }) => (
              <li class="fund">
                <strong>{name}</strong>
                <span class="soft">{words.promos.gives(gift, site().currency)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function CodeForm(props: { readonly space: Space }): JSX.Element {
  const status = createStatus()
  const [code, setCode] = createSignal('')
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  const isOffline = () => status()?.state === 'offline'

  async function use(): Promise<void> {
    setIsBusy(true)
    const body = { siteId: props.space.catalogue.site.id, code: code() }
    const answer = await sendIntent(makeIntent('promo.redeem', body))
    setIsBusy(false)
    if (answer.kind === 'unreachable') return void setTrouble(words.promos.needsConnection)
    if (answer.kind === 'failed') return void setTrouble(answer.message)
    const { outcome } = answer.settled
    if (outcome.kind === 'refused') return void setTrouble(words.refusal(outcome.refusal))
    setTrouble(null)
    showToast(words.promos.used(code().trim()))
    setCode('')
  }

  return (
    <form
      class="stack"
      data-gap="small"
      onSubmit={(event) => {
        event.preventDefault()
        void use()
      }}
    >
      <div class="row">
        <label class="field">
          {words.promos.enter}
          <input
            value={code()}
            maxlength={limits.promoCodeLengthMax}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <button
          type="submit"
          class="button code-use"
          disabled={isBusy() || isOffline() || code().trim() === ''}
        >
          {words.promos.use}
        </button>
      </div>
      <Show when={isOffline()}>
        <p class="soft">{words.promos.needsConnection}</p>
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
    </form>
  )
}
