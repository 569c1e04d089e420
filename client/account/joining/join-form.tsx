/** What one says to join: a name, an address, a membership whose cost stands beside it, a promo code, and a yes to the house rules. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { FirstBill } from '../../../domain/billing/memberships/first-bill.ts'
import type { FeeRhythm } from '../../../domain/sites/billing-settings.ts'
import type { HouseRules } from '../../../domain/sites/house-rules.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Money } from '../../../domain/values/money.ts'
import { EmailField } from '../../ui/email-field.tsx'
import { words } from '../../ui/words.ts'
import { type CodeTold, JoinCode } from './join-code.tsx'

const { people } = words

export interface JoinTier {
  readonly id: string
  readonly name: string
  readonly fee: { readonly price: Money; readonly per: FeeRhythm; readonly deposit: Money } | null
  readonly firstBill: FirstBill | null
}

export interface Offer {
  readonly siteName: string
  readonly needsApproval: boolean
  /** A card or the like is asked for before the first booking. */
  readonly needsMethod: boolean
  readonly houseRules: HouseRules | null
  readonly tiers: readonly JoinTier[]
}

export function JoinForm(props: {
  readonly offer: Offer
  /** Where a code is looked up. */
  readonly codePath: string
  readonly isBusy: boolean
  readonly trouble: string
  readonly onSend: (said: Readonly<Record<string, unknown>>) => void
}): JSX.Element {
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSend(Object.fromEntries(new FormData(event.currentTarget)))
      }}
    >
      <label class="field">
        {people.yourName}
        <input name="name" required autocomplete="name" maxlength={limits.settingNameLengthMax} />
      </label>
      <EmailField label={people.yourEmail} name="email" autocomplete="email" />
      <Tiers tiers={props.offer.tiers} codePath={props.codePath} />
      <Show when={props.offer.needsMethod}>
        <p class="soft">{people.methodComes}</p>
      </Show>
      <Show when={props.offer.houseRules}>{(rules) => <Rules rules={rules()} />}</Show>
      <p role="alert" class="state" data-tone="problem">
        {props.trouble}
      </p>
      <button type="submit" class="button" data-kind="primary" disabled={props.isBusy}>
        {props.offer.needsApproval ? people.askToJoin : people.join}
      </button>
    </form>
  )
}

/** The first stands chosen: who has nothing to choose has nothing to do. */
function Tiers(props: {
  readonly tiers: readonly JoinTier[]
  readonly codePath: string
}): JSX.Element {
  const [chosen, setChosen] = createSignal(props.tiers[0]?.id)
  const [told, setTold] = createSignal<CodeTold | null>(null)
  const deposit = () => {
    const asked = props.tiers.find(({ id }) => id === chosen())?.fee?.deposit ?? null
    return asked === null || asked.amountMinor === 0 ? null : asked
  }
  const withCode = () => told()?.firstBills[chosen() ?? '']
  const firstBill = () => {
    const found = withCode()
    const plain = props.tiers.find(({ id }) => id === chosen())?.firstBill ?? null
    return found === undefined ? plain : found
  }
  return (
    <fieldset class="join-plans">
      <legend>{people.membership}</legend>
      <For each={props.tiers}>
        {({ id, name, fee }) => (
          <label class="choice">
            <input
              type="radio"
              name="tierId"
              value={id}
              required
              checked={chosen() === id}
              onChange={() => setChosen(id)}
            />
            <span class="grow">{name}</span>
            <span class="soft">{fee === null ? people.noFee : people.fee(fee.price, fee.per)}</span>
          </label>
        )}
      </For>
      <p class="soft" aria-live="polite">
        <Show when={firstBill()} fallback={people.noFirstBill}>
          {(bill) => people.firstBill(bill().on, bill().total)}
        </Show>
      </p>
      <p class="soft" aria-live="polite">
        <Show when={deposit()}>{(amount) => words.funds.withDeposit(amount())}</Show>
      </p>
      <JoinCode
        path={props.codePath}
        told={told()}
        isForPlan={withCode() !== undefined}
        onTold={setTold}
      />
    </fieldset>
  )
}

function Rules(props: { readonly rules: HouseRules }): JSX.Element {
  return (
    <>
      <details>
        <summary>{people.rules}</summary>
        <p class="as-typed">{props.rules.text}</p>
      </details>
      <label class="choice">
        <input type="checkbox" name="accepted" required />
        {people.acceptRules}
      </label>
    </>
  )
}
