/** How the location bills: since when, who it is on paper, its taxes, and what memberships cost. */
import { createMemo, type JSX, Show } from 'solid-js'
import { formatNumber } from '../../../domain/billing/number.ts'
import type { BillingSettings } from '../../../domain/sites/billing-settings.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import type { Space } from '../../app/with-space.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { words } from '../../ui/words.ts'
import { MaybeField, NumberField, TextField } from '../settings/fields.tsx'
import type { ProblemAt } from '../settings/rules-fields.tsx'
import { SettingFrame } from '../settings/setting-frame.tsx'
import { createSetting } from '../settings/setting-state.ts'
import { DunningFields } from './dunning-fields.tsx'
import { TaxFields } from './tax-fields.tsx'
import { TermsFields } from './terms-fields.tsx'

const said = words.billing.settings

/** What the fields of a part of it are given. */
export interface BillingFields {
  readonly billing: BillingSettings
  readonly problemAt: ProblemAt
  readonly onChange: (more: Partial<BillingSettings>) => void
}

export function BillingPart(props: { readonly space: Space }): JSX.Element {
  const stamp = createMemo(() => fingerprint(props.space.catalogue.site.billing))
  return (
    <Show when={stamp()} keyed>
      {(_stamp) => <BillingForm space={props.space} />}
    </Show>
  )
}

function BillingForm(props: { readonly space: Space }): JSX.Element {
  const { site, tiers } = props.space.catalogue
  const setting = createSetting({
    kind: 'billing.save',
    key: `billing/${site.id}`,
    catalogue: () => props.space.catalogue,
    before: () => props.space.catalogue.site.billing,
    start: site.billing,
    bodyOf: (billing: BillingSettings) => ({ billing }),
    onSaved: () => undefined,
  })
  const fields = () => ({
    billing: setting.value(),
    problemAt: setting.problemAt,
    onChange: setting.change,
  })
  return (
    <SettingFrame space={props.space} setting={setting} label={words.billing.parts.settings}>
      <WhenFields {...fields()} today={props.space.today} />
      <CompanyFields {...fields()} />
      <TaxFields {...fields()} today={props.space.today} />
      <DunningFields {...fields()} />
      <TermsFields {...fields()} tiers={tiers} currency={site.currency} />
    </SettingFrame>
  )
}

function WhenFields(props: BillingFields & { readonly today: LocalDate }): JSX.Element {
  const example = () => formatNumber(props.billing.numberPrefix, 'bill', props.today, 1)
  return (
    <fieldset class="stack">
      <legend>{words.billing.title}</legend>
      <MaybeField
        label={said.bills}
        value={props.billing.startsOn}
        usual={props.today}
        onChange={(startsOn) => props.onChange({ startsOn })}
      >
        {(startsOn) => (
          <DateField
            label={said.startsOn}
            hint={said.startsOnHint}
            value={startsOn()}
            onChange={(date) => props.onChange({ startsOn: date })}
          />
        )}
      </MaybeField>
      <div class="field-grid">
        <NumberField
          label={said.billingDay}
          hint={said.billingDayHint}
          value={props.billing.billingDay}
          problem={props.problemAt('billingDay')}
          onChange={(billingDay) => props.onChange({ billingDay })}
        />
        <NumberField
          label={said.dueDays}
          value={props.billing.dueDays}
          problem={props.problemAt('dueDays')}
          onChange={(dueDays) => props.onChange({ dueDays })}
        />
        <TextField
          label={said.numberPrefix}
          hint={said.numberPrefixHint(example())}
          value={props.billing.numberPrefix}
          problem={props.problemAt('numberPrefix')}
          onChange={(numberPrefix) => props.onChange({ numberPrefix })}
        />
      </div>
    </fieldset>
  )
}

function CompanyFields(props: BillingFields): JSX.Element {
  const change = (more: Partial<BillingSettings['company']>) =>
    props.onChange({ company: { ...props.billing.company, ...more } })
  return (
    <fieldset class="stack">
      <legend>{said.company}</legend>
      <div class="field-grid">
        <TextField
          label={said.name}
          value={props.billing.company.name}
          problem={props.problemAt('company.name')}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={said.taxId}
          value={props.billing.company.taxId}
          problem={props.problemAt('company.taxId')}
          onChange={(taxId) => change({ taxId })}
        />
      </div>
      <label class="field">
        {said.address}
        <textarea
          rows={3}
          value={props.billing.company.address}
          onInput={(event) => change({ address: event.currentTarget.value })}
        />
        <span class="soft" data-problem="">
          {props.problemAt('company.address')}
        </span>
      </label>
    </fieldset>
  )
}
