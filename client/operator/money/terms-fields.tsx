/** What each membership costs, and how its members change, pause and end it. */
import { For, type JSX, Show } from 'solid-js'
import { feeOf } from '../../../domain/billing/memberships/fee-periods.ts'
import type { Tier } from '../../../domain/memberships/tier.ts'
import {
  feeRhythms,
  type MembershipFee,
  type PauseTerms,
} from '../../../domain/sites/billing-settings.ts'
import { money } from '../../../domain/values/money.ts'
import { words } from '../../ui/words.ts'
import { CheckField, NumberField, SelectField } from '../settings/fields.tsx'
import { MoneyField } from '../settings/money-field.tsx'
import type { BillingFields } from './billing-part.tsx'

const said = words.memberships.terms

/** Until somebody says more: by the month and by days, and changed by the space alone. */
function freshFee(tierId: MembershipFee['tierId']): MembershipFee {
  const terms = { isOffered: false, isByDays: true, noticeDays: 0, pause: null }
  return { tierId, priceMinor: 0, per: 'month', ...terms }
}

const usualPause: PauseTerms = { daysMax: 30, priceMinor: 0, keepsPasses: true }

export function TermsFields(
  props: BillingFields & { readonly tiers: readonly Tier[]; readonly currency: string },
): JSX.Element {
  return (
    <fieldset class="stack">
      <legend>{said.title}</legend>
      <p class="soft">{said.sentence}</p>
      <For each={props.tiers}>{(tier) => <TierTerms {...props} tier={tier} />}</For>
    </fieldset>
  )
}

function TierTerms(
  props: BillingFields & { readonly tier: Tier; readonly currency: string },
): JSX.Element {
  const fee = () => feeOf(props.billing, props.tier.id) ?? freshFee(props.tier.id)
  const change = (more: Partial<MembershipFee>) => {
    const { fees } = props.billing
    const changed = { ...fee(), ...more }
    const isKnown = fees.some(({ tierId }) => tierId === props.tier.id)
    props.onChange({
      fees: isKnown
        ? fees.map((one) => (one.tierId === props.tier.id ? changed : one))
        : [...fees, changed],
    })
  }
  const problemAt = (field: string) => {
    const index = props.billing.fees.findIndex(({ tierId }) => tierId === props.tier.id)
    return props.problemAt(`fees.${index}.${field}`)
  }
  return (
    <details>
      <summary>
        {props.tier.name} <PriceNow fee={fee()} currency={props.currency} />
      </summary>
      <div class="field-grid">
        <MoneyField
          label={said.price}
          currency={props.currency}
          minor={fee().priceMinor}
          problem={problemAt('priceMinor')}
          onChange={(priceMinor) => change({ priceMinor })}
        />
        <SelectField
          label={said.per}
          value={fee().per}
          problem={problemAt('per')}
          options={feeRhythms.map((value) => ({ value, label: said.rhythms[value] }))}
          onChange={(per) => change({ per })}
        />
        <NumberField
          label={said.noticeDays}
          value={fee().noticeDays}
          problem={problemAt('noticeDays')}
          onChange={(noticeDays) => change({ noticeDays })}
        />
        <MoneyField
          label={said.deposit}
          currency={props.currency}
          minor={fee().depositMinor ?? 0}
          problem={problemAt('depositMinor')}
          onChange={(depositMinor) => change({ depositMinor })}
        />
      </div>
      <CheckField
        label={said.isOffered}
        isOn={fee().isOffered}
        onChange={(isOffered) => change({ isOffered })}
      />
      <CheckField
        label={said.isByDays}
        isOn={fee().isByDays}
        onChange={(isByDays) => change({ isByDays })}
      />
      <CheckField
        label={said.pause}
        isOn={fee().pause !== null}
        onChange={(isOn) => change({ pause: isOn ? usualPause : null })}
      />
      <Show when={fee().pause}>
        {(pause) => (
          <PauseFields
            pause={pause()}
            currency={props.currency}
            problemAt={problemAt}
            onChange={(more) => change({ pause: { ...pause(), ...more } })}
          />
        )}
      </Show>
    </details>
  )
}

function PauseFields(props: {
  readonly pause: PauseTerms
  readonly currency: string
  readonly problemAt: BillingFields['problemAt']
  readonly onChange: (more: Partial<PauseTerms>) => void
}): JSX.Element {
  return (
    <>
      <div class="field-grid">
        <NumberField
          label={said.daysMax}
          value={props.pause.daysMax}
          problem={props.problemAt('pause.daysMax')}
          onChange={(daysMax) => props.onChange({ daysMax })}
        />
        <MoneyField
          label={said.pausePrice}
          currency={props.currency}
          minor={props.pause.priceMinor}
          problem={props.problemAt('pause.priceMinor')}
          onChange={(priceMinor) => props.onChange({ priceMinor })}
        />
      </div>
      <CheckField
        label={said.keepsPasses}
        isOn={props.pause.keepsPasses}
        onChange={(keepsPasses) => props.onChange({ keepsPasses })}
      />
      <CheckField
        label={said.sparesAddons}
        isOn={props.pause.sparesAddons === true}
        onChange={(sparesAddons) => props.onChange({ sparesAddons })}
      />
    </>
  )
}

/** What it costs as it stands, and the deposit that it asks for. */
function PriceNow(props: { readonly fee: MembershipFee; readonly currency: string }): JSX.Element {
  return (
    <span class="soft">
      {words.memberships.price(props.fee, props.currency)}
      <Show when={props.fee.depositMinor}>
        {(minor) => <>, {words.funds.depositOf(money(minor(), props.currency))}</>}
      </Show>
    </span>
  )
}
