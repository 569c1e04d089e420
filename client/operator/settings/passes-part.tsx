/** What is sold to book with, how it counts, and what single members and teams hold. */
import { createMemo, type JSX, Show } from 'solid-js'
import type { LotUnit, PassOffer, PassSettings } from '../../../domain/sites/pass-offer.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { words } from '../../ui/team-words.ts'
import { kindOptions, unitOptions } from './allowance-fields.tsx'
import { ManyField, MaybeField, NumberField, SelectField, TextField } from './fields.tsx'
import { HeldPasses } from './held-passes.tsx'
import { MoneyField } from './money-field.tsx'
import type { ProblemAt } from './rules-fields.tsx'
import { SettingFrame } from './setting-frame.tsx'
import { RowFrame, type RowProps, SettingRows } from './setting-rows.tsx'
import { createSetting } from './setting-state.ts'

export function PassesPart(props: { readonly space: Space }): JSX.Element {
  const stamp = createMemo(() => fingerprint(props.space.catalogue.site.passes))
  return (
    <div class="stack">
      <Show when={stamp()} keyed>
        {(_stamp) => <PassesForm space={props.space} />}
      </Show>
      <HeldPasses space={props.space} />
    </div>
  )
}

function PassesForm(props: { readonly space: Space }): JSX.Element {
  const { site } = props.space.catalogue
  const setting = createSetting({
    kind: 'passes.save',
    key: `passes/${site.id}`,
    catalogue: () => props.space.catalogue,
    before: () => props.space.catalogue.site.passes,
    start: site.passes,
    bodyOf: (passes: PassSettings) => ({
      passes: {
        ...passes,
        offers: passes.offers.map((one) => ({ ...one, name: one.name.trim() })),
      },
    }),
    onSaved: () => undefined,
  })
  return (
    <SettingFrame space={props.space} setting={setting} label={words.settings.parts.passes}>
      <SettingRows
        rows={setting.value().offers}
        make={newOffer}
        onChange={(offers) => setting.change({ offers })}
        problemAt={(index, field) => setting.problemAt(`offers.${index}.${field}`)}
        words={words.settings.passes}
      >
        {(row) => <OfferFields {...row} currency={site.currency} />}
      </SettingRows>
      <CountingFields
        passes={setting.value()}
        problemAt={setting.problemAt}
        onChange={setting.change}
      />
    </SettingFrame>
  )
}

function newOffer(): PassOffer {
  return {
    ...{ id: freshId('pass'), name: '', kinds: ['hot-desk'], unit: 'days', amount: 1 },
    ...{ priceMinor: 0, validDays: null },
  }
}

function CountingFields(props: {
  readonly passes: PassSettings
  readonly problemAt: ProblemAt
  readonly onChange: (more: Partial<PassSettings>) => void
}): JSX.Element {
  return (
    <fieldset class="stack">
      <legend>{words.settings.passes.counting}</legend>
      <div class="field-grid">
        <NumberField
          label={words.settings.passes.dayEnds}
          value={props.passes.dayEndsAtMinute / 60}
          problem={props.problemAt('dayEndsAtMinute')}
          onChange={(hours) => props.onChange({ dayEndsAtMinute: Math.round(hours * 60) })}
        />
        <NumberField
          label={words.settings.passes.halfDay}
          value={props.passes.halfDayMinutes / 60}
          problem={props.problemAt('halfDayMinutes')}
          onChange={(hours) => props.onChange({ halfDayMinutes: Math.round(hours * 60) })}
        />
        <NumberField
          label={words.settings.passes.grace}
          value={props.passes.graceDays}
          problem={props.problemAt('graceDays')}
          onChange={(graceDays) => props.onChange({ graceDays })}
        />
      </div>
    </fieldset>
  )
}

function OfferFields(props: RowProps<PassOffer> & { readonly currency: string }): JSX.Element {
  return (
    <RowFrame title={props.row.name || words.settings.passes.add} onRemove={props.onRemove}>
      <div class="field-grid">
        <TextField
          label={words.settings.passes.name}
          value={props.row.name}
          problem={props.problemAt('name')}
          onChange={(name) => props.onChange({ name })}
        />
        <MoneyField
          label={words.settings.passes.price}
          currency={props.currency}
          minor={props.row.priceMinor}
          problem={props.problemAt('priceMinor')}
          onChange={(priceMinor) => props.onChange({ priceMinor })}
        />
        <NumberField
          label={words.settings.passes.amount}
          value={props.row.amount}
          problem={props.problemAt('amount')}
          onChange={(amount) => props.onChange({ amount })}
        />
        <SelectField<LotUnit>
          label={words.settings.tiers.unit}
          value={props.row.unit}
          problem={null}
          options={unitOptions}
          onChange={(unit) => props.onChange({ unit })}
        />
      </div>
      <ManyField
        label={words.settings.passes.kinds}
        chosen={props.row.kinds}
        options={kindOptions}
        problem={props.problemAt('kinds')}
        onChange={(kinds) => props.onChange({ kinds })}
      />
      <MaybeField
        label={words.settings.passes.expires}
        value={props.row.validDays}
        usual={90}
        onChange={(validDays) => props.onChange({ validDays })}
      >
        {(days) => (
          <NumberField
            label={words.settings.passes.validDays}
            value={days()}
            problem={props.problemAt('validDays')}
            onChange={(validDays) => props.onChange({ validDays })}
          />
        )}
      </MaybeField>
    </RowFrame>
  )
}
