/** Memberships: what each may book, for how long, how far ahead, and how much of it. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Quota, QuotaPeriod } from '../../../domain/memberships/quota.ts'
import { quotaPeriods } from '../../../domain/memberships/quota.ts'
import type { Tier } from '../../../domain/memberships/tier.ts'
import { freeUntilStart } from '../../../domain/sites/cancellation-policy.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId, freshUlid } from '../../sync/fresh-id.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { AllowanceFields, kindOptions } from './allowance-fields.tsx'
import { CancellationFields } from './cancellation-fields.tsx'
import { ManyField, MaybeField, NumberField, SelectField, TextField } from './fields.tsx'
import { AdvanceFields, type ProblemAt } from './rules-fields.tsx'
import { SettingFrame } from './setting-frame.tsx'
import { createSetting } from './setting-state.ts'

export function TiersPart(props: { readonly space: Space }): JSX.Element {
  const [editing, setEditing] = createSignal<Tier | null>(null)
  return (
    <div class="stack">
      <div class="row">
        <button
          type="button"
          class="button"
          data-kind="primary"
          onClick={() => setEditing(newTier())}
        >
          {words.settings.tiers.add}
        </button>
      </div>
      <ul class="place-cards">
        <For each={props.space.catalogue.tiers}>
          {(tier) => (
            <li>
              <button
                type="button"
                class="button place-card"
                aria-label={words.settings.tiers.edit(tier.name)}
                onClick={() => setEditing(tier)}
              >
                <strong>{tier.name}</strong>
                <span class="soft">
                  {tier.kinds.map((kind) => words.states.kinds[kind]).join(', ')}
                </span>
                <For each={tier.allowances}>
                  {(one) => <span class="soft">{words.lots.allowance(one)}</span>}
                </For>
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={editing()} keyed>
        {(tier) => <TierForm space={props.space} tier={tier} onClose={() => setEditing(null)} />}
      </Show>
    </div>
  )
}

function newTier(): Tier {
  return {
    id: freshId('tier'),
    name: '',
    kinds: ['hot-desk'],
    advanceLimits: [{ kind: 'calendar-days', days: 14 }],
    maxMinutes: null,
    cancellation: null,
    quotas: [],
    allowances: [],
  }
}

function TierForm(props: {
  readonly space: Space
  readonly tier: Tier
  readonly onClose: () => void
}): JSX.Element {
  const { tier } = props
  const before = () => props.space.catalogue.tiers.find(({ id }) => id === tier.id) ?? null
  const title = before() === null ? words.settings.tiers.add : words.settings.tiers.edit(tier.name)
  const setting = createSetting({
    kind: 'tier.save',
    key: `tier/${before() === null ? 'new' : tier.id}`,
    catalogue: () => props.space.catalogue,
    before,
    start: tier,
    bodyOf: (value: Tier) => ({ tier: { ...value, id: tier.id, name: value.name.trim() } }),
    onSaved: props.onClose,
  })
  return (
    <Sheet title={title} onClose={props.onClose}>
      <SettingFrame space={props.space} setting={setting} label={title}>
        <TierFields
          today={props.space.today}
          tier={setting.value()}
          problemAt={setting.problemAt}
          onChange={setting.change}
        />
      </SettingFrame>
    </Sheet>
  )
}

function TierFields(props: {
  readonly today: LocalDate
  readonly tier: Tier
  readonly problemAt: ProblemAt
  readonly onChange: (more: Partial<Tier>) => void
}): JSX.Element {
  return (
    <>
      <TextField
        label={words.settings.tiers.name}
        value={props.tier.name}
        problem={props.problemAt('name')}
        onChange={(name) => props.onChange({ name })}
      />
      <ManyField
        label={words.settings.tiers.kinds}
        chosen={props.tier.kinds}
        options={kindOptions}
        problem={null}
        onChange={(kinds) => props.onChange({ kinds })}
      />
      <MaybeField
        label={words.settings.tiers.maxMinutes}
        value={props.tier.maxMinutes}
        usual={240}
        onChange={(maxMinutes) => props.onChange({ maxMinutes })}
      >
        {(minutes) => (
          <NumberField
            label={words.settings.places.minutes}
            value={minutes()}
            problem={props.problemAt('maxMinutes')}
            onChange={(maxMinutes) => props.onChange({ maxMinutes })}
          />
        )}
      </MaybeField>
      <AdvanceFields
        limits={props.tier.advanceLimits}
        problemAt={props.problemAt}
        onChange={(advanceLimits) => props.onChange({ advanceLimits })}
      />
      <QuotaFields
        quotas={props.tier.quotas}
        problemAt={props.problemAt}
        onChange={(quotas) => props.onChange({ quotas })}
      />
      <AllowanceFields
        today={props.today}
        allowances={props.tier.allowances}
        problemAt={props.problemAt}
        onChange={(allowances) => props.onChange({ allowances })}
      />
      <MaybeField
        label={words.settings.tiers.ownCancellation}
        value={props.tier.cancellation}
        usual={freeUntilStart}
        onChange={(cancellation) => props.onChange({ cancellation })}
      >
        {(policy) => (
          <CancellationFields
            policy={policy()}
            problemAt={(field) => props.problemAt(`cancellation.${field}`)}
            onChange={(cancellation) => props.onChange({ cancellation })}
          />
        )}
      </MaybeField>
    </>
  )
}

function QuotaFields(props: {
  readonly quotas: readonly Quota[]
  readonly problemAt: ProblemAt
  readonly onChange: (quotas: readonly Quota[]) => void
}): JSX.Element {
  const setAt = (index: number, more: Partial<Quota>) =>
    props.onChange(props.quotas.map((one, at) => (at === index ? { ...one, ...more } : one)))
  return (
    <fieldset class="stack">
      <legend>{words.settings.tiers.quotas}</legend>
      <For
        each={props.quotas.map((_, index) => index)}
        fallback={<p class="soft">{words.settings.tiers.everything}</p>}
      >
        {(index) => (
          <QuotaRow
            quota={props.quotas[index] ?? newQuota()}
            problemAt={(field) => props.problemAt(`quotas.${index}.${field}`)}
            onChange={(more) => setAt(index, more)}
            onRemove={() => props.onChange(props.quotas.toSpliced(index, 1))}
          />
        )}
      </For>
      <button
        type="button"
        class="button"
        onClick={() => props.onChange([...props.quotas, newQuota()])}
      >
        {words.settings.tiers.addQuota}
      </button>
    </fieldset>
  )
}

function newQuota(): Quota {
  return { id: freshUlid(), kinds: ['hot-desk'], per: 'day', unit: 'bookings', max: 1 }
}

function QuotaRow(props: {
  readonly quota: Quota
  readonly problemAt: ProblemAt
  readonly onChange: (more: Partial<Quota>) => void
  readonly onRemove: () => void
}): JSX.Element {
  const units = ['bookings', 'minutes'] as const
  return (
    <div class="stack">
      <ManyField
        label={words.settings.tiers.kinds}
        chosen={props.quota.kinds}
        options={kindOptions}
        problem={props.problemAt('kinds')}
        onChange={(kinds) => props.onChange({ kinds })}
      />
      <div class="field-grid">
        <NumberField
          label={words.settings.tiers.quotaMax}
          value={props.quota.max}
          problem={props.problemAt('max')}
          onChange={(max) => props.onChange({ max })}
        />
        <SelectField
          label={words.settings.tiers.unit}
          value={props.quota.unit}
          problem={null}
          options={units.map((value) => ({
            value,
            label: words.settings.tiers.units[value],
          }))}
          onChange={(unit) => props.onChange({ unit })}
        />
        <SelectField<QuotaPeriod>
          label={words.settings.tiers.per}
          value={props.quota.per}
          problem={null}
          options={quotaPeriods.map((value) => ({
            value,
            label: words.settings.tiers.pers[value],
          }))}
          onChange={(per) => props.onChange({ per })}
        />
        <button type="button" class="button" data-kind="quiet" onClick={() => props.onRemove()}>
          {words.settings.remove}
        </button>
      </div>
    </div>
  )
}
