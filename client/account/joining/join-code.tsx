/** A promo code on the form to join: what it gives is said before anything is sent, and it goes with the form. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { FirstBill } from '../../../domain/billing/memberships/first-bill.ts'
import type { PromoGift } from '../../../domain/sites/promo.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Currency } from '../../../domain/values/money.ts'
import { createAct } from '../../app/act.ts'
import { askSpace } from '../../app/ask-space.ts'
import { words } from '../../ui/words.ts'

/** As the space tells it. */
export interface CodeTold {
  readonly name: string
  readonly gift: PromoGift
  readonly currency: Currency
  /** With it, of each membership that it is for. */
  readonly firstBills: Readonly<Record<string, FirstBill | null>>
}

export function JoinCode(props: {
  readonly path: string
  readonly told: CodeTold | null
  readonly isForPlan: boolean
  readonly onTold: (told: CodeTold | null) => void
}): JSX.Element {
  const act = createAct()
  const [code, setCode] = createSignal('')
  let field!: HTMLInputElement
  const isReady = () => !act.isBusy() && code().trim() !== ''

  async function look(): Promise<void> {
    // It may be for the people of a partner, who are known by their address.
    const email = new FormData(field.form ?? undefined).get('email')
    const body = { code: code(), email }
    const found = await act.run(() => askSpace('POST', props.path, body))
    props.onTold(found as CodeTold | null) // our own server
  }

  const says = () => {
    const { told } = props
    if (told === null) return ''
    if (!props.isForPlan) return words.promos.notForPlan
    return words.promos.withCode(told.name, words.promos.gives(told.gift, told.currency))
  }

  return (
    <details>
      <summary>{words.promos.have}</summary>
      <div class="stack" data-gap="small">
        <div class="row" data-align="end">
          <label class="field">
            {words.promos.enter}
            <input
              ref={field}
              name="code"
              value={code()}
              maxlength={limits.promoCodeLengthMax}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              onInput={(event) => {
                setCode(event.currentTarget.value)
                props.onTold(null)
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                if (isReady()) void look()
              }}
            />
          </label>
          <button type="button" class="button" onClick={() => void look()} disabled={!isReady()}>
            {words.promos.use}
          </button>
        </div>
        <p role="status">
          <Show when={says()}>{(said) => <span class="soft">{said()}</span>}</Show>
        </p>
        <p role="alert" class="state" data-tone="problem">
          {act.trouble()}
        </p>
      </div>
    </details>
  )
}
