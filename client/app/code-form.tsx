/** A promo code, looked up by the space: beside the bills, and in the form of what is about to be paid, so that it is no form itself. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { SiteId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { createStatus } from '../store/status.ts'
import { makeIntent, sendIntent } from '../sync/send-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

export function CodeForm(props: { readonly siteId: SiteId }): JSX.Element {
  const status = createStatus()
  const [code, setCode] = createSignal('')
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  const isOffline = () => status()?.state === 'offline'
  const isReady = () => !isBusy() && !isOffline() && code().trim() !== ''

  async function use(): Promise<void> {
    setIsBusy(true)
    const body = { siteId: props.siteId, code: code() }
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
    <div class="stack" data-gap="small">
      <div class="row" data-align="end">
        <label class="field">
          {words.promos.enter}
          <input
            value={code()}
            maxlength={limits.promoCodeLengthMax}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            onInput={(event) => setCode(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              if (isReady()) void use()
            }}
          />
        </label>
        <button type="button" class="button" onClick={() => void use()} disabled={!isReady()}>
          {words.promos.use}
        </button>
      </div>
      <Show when={isOffline()}>
        <p class="soft">{words.promos.needsConnection}</p>
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
    </div>
  )
}
