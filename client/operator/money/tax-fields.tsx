/** The tax: how it is called, whether prices have it in them, and its rates by kind and day. */
import { type JSX, Show } from 'solid-js'
import {
  type ChargeKind,
  chargeKinds,
  type TaxRate,
} from '../../../domain/sites/billing-settings.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { DateField } from '../../ui/date-field.tsx'
import { words } from '../../ui/words.ts'
import { CheckField, ManyField, NumberField, SelectField, TextField } from '../settings/fields.tsx'
import { RowFrame, type RowProps, SettingRows } from '../settings/setting-rows.tsx'
import type { BillingFields } from './billing-part.tsx'

const said = words.billing.settings

const ownKinds = chargeKinds.map((value) => ({ value, label: said.rateTitle(value) }))
const kindOptions = [{ value: 'all' as const, label: said.rateTitle(null) }, ...ownKinds]

export function TaxFields(props: BillingFields & { readonly today: LocalDate }): JSX.Element {
  return (
    <fieldset class="stack">
      <legend>{said.taxes}</legend>
      <div class="field-grid">
        <TextField
          label={said.taxName}
          value={props.billing.taxName}
          problem={props.problemAt('taxName')}
          onChange={(taxName) => props.onChange({ taxName })}
        />
      </div>
      <CheckField
        label={said.isIncluded}
        isOn={props.billing.isTaxIncluded}
        onChange={(isTaxIncluded) => props.onChange({ isTaxIncluded })}
      />
      <SettingRows<TaxRate>
        rows={props.billing.taxRates}
        make={() => ({ kind: null, from: props.today, basisPoints: 0 })}
        onChange={(taxRates) => props.onChange({ taxRates })}
        problemAt={(index, field) => props.problemAt(`taxRates.${index}.${field}`)}
        words={said.rates}
      >
        {(row) => <RateFields {...row} />}
      </SettingRows>
      <ReverseFields {...props} />
    </fieldset>
  )
}

function RateFields(props: RowProps<TaxRate>): JSX.Element {
  return (
    <RowFrame title={said.rateTitle(props.row.kind)} onRemove={props.onRemove}>
      <div class="field-grid">
        <SelectField<ChargeKind | 'all'>
          label={said.rateKind}
          value={props.row.kind ?? 'all'}
          problem={props.problemAt('from')}
          options={kindOptions}
          onChange={(kind) => props.onChange({ kind: kind === 'all' ? null : kind })}
        />
        <DateField
          label={said.rateFrom}
          value={props.row.from}
          onChange={(from) => props.onChange({ from })}
        />
        <NumberField
          label={said.rate}
          value={props.row.basisPoints / 100}
          problem={props.problemAt('basisPoints')}
          onChange={(rate) => props.onChange({ basisPoints: Math.round(rate * 100) })}
        />
      </div>
    </RowFrame>
  )
}

function ReverseFields(props: BillingFields): JSX.Element {
  const reverse = () => props.billing.reverseCharge
  return (
    <>
      <ManyField<ChargeKind>
        label={said.reverse.kinds}
        chosen={reverse().kinds}
        options={ownKinds}
        problem={null}
        onChange={(kinds) => {
          const note = reverse().note === '' ? said.reverse.usualNote : reverse().note
          props.onChange({ reverseCharge: { kinds, note } })
        }}
      />
      <p class="soft">{said.reverse.sentence}</p>
      <Show when={reverse().kinds.length > 0}>
        <TextField
          label={said.reverse.note}
          value={reverse().note}
          problem={props.problemAt('reverseCharge.note')}
          onChange={(note) => props.onChange({ reverseCharge: { ...reverse(), note } })}
        />
      </Show>
    </>
  )
}
