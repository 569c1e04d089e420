/** What is sold to book with, how it counts, and what single members and teams hold. */
import { createMemo, For, type JSX, Show } from 'solid-js'
import type { LotUnit, PassOffer, PassSettings } from '../../../domain/sites/pass-offer.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import { encodeUlid, makeId } from '../../../domain/values/ids.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import { kindOptions, unitOptions } from './allowance-fields.tsx'
import { ManyField, MaybeField, NumberField, SelectField, TextField } from './fields.tsx'
import { HeldPasses } from './held-passes.tsx'
import { MoneyField } from './money-field.tsx'
import type { ProblemAt } from './rules-fields.tsx'
import { SettingFrame } from './setting-frame.tsx'
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
  const offers = () => setting.value().offers
  const setOffers = (next: readonly PassOffer[]) => setting.change({ offers: next })
  return (
    <SettingFrame space={props.space} setting={setting} label={words.settings.parts.passes}>
      <p class="soft">{words.settings.passes.sentence}</p>
      <For
        each={offers().map((_, index) => index)}
        fallback={<p class="soft">{words.settings.passes.none}</p>}
      >
        {(index) => (
          <OfferFields
            offer={offers()[index] ?? newOffer()}
            currency={site.currency}
            problemAt={(field) => setting.problemAt(`offers.${index}.${field}`)}
            onChange={(more) =>
              setOffers(offers().map((one, at) => (at === index ? { ...one, ...more } : one)))
            }
            onRemove={() => setOffers(offers().toSpliced(index, 1))}
          />
        )}
      </For>
      <button type="button" class="button" onClick={() => setOffers([...offers(), newOffer()])}>
        {words.settings.passes.add}
      </button>
      <CountingFields
        passes={setting.value()}
        problemAt={setting.problemAt}
        onChange={setting.change}
      />
    </SettingFrame>
  )
}

function newOffer(): PassOffer {
  const ulid = encodeUlid(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
  return {
    ...{ id: makeId('pass', ulid), name: '', kinds: ['hot-desk'], unit: 'days', amount: 1 },
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

function OfferFields(props: {
  readonly offer: PassOffer
  readonly currency: string
  readonly problemAt: ProblemAt
  readonly onChange: (more: Partial<PassOffer>) => void
  readonly onRemove: () => void
}): JSX.Element {
  return (
    <fieldset class="stack">
      <legend>{props.offer.name || words.settings.passes.add}</legend>
      <div class="field-grid">
        <TextField
          label={words.settings.passes.name}
          value={props.offer.name}
          problem={props.problemAt('name')}
          onChange={(name) => props.onChange({ name })}
        />
        <MoneyField
          label={words.settings.passes.price}
          currency={props.currency}
          minor={props.offer.priceMinor}
          problem={props.problemAt('priceMinor')}
          onChange={(priceMinor) => props.onChange({ priceMinor })}
        />
        <NumberField
          label={words.settings.passes.amount}
          value={props.offer.amount}
          problem={props.problemAt('amount')}
          onChange={(amount) => props.onChange({ amount })}
        />
        <SelectField<LotUnit>
          label={words.settings.tiers.unit}
          value={props.offer.unit}
          problem={null}
          options={unitOptions}
          onChange={(unit) => props.onChange({ unit })}
        />
      </div>
      <ManyField
        label={words.settings.passes.kinds}
        chosen={props.offer.kinds}
        options={kindOptions}
        problem={props.problemAt('kinds')}
        onChange={(kinds) => props.onChange({ kinds })}
      />
      <MaybeField
        label={words.settings.passes.expires}
        value={props.offer.validDays}
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
      <div class="row">
        <button type="button" class="button" onClick={() => props.onRemove()}>
          {words.settings.remove}
        </button>
      </div>
    </fieldset>
  )
}
