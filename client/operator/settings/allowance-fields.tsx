/** What a membership pays for in each week or month. */
import { For, type JSX, Show } from 'solid-js'
import {
  type Allowance,
  type AllowancePeriod,
  allowancePeriods,
  type Rollover,
} from '../../../domain/memberships/allowance.ts'
import { allowanceDates } from '../../../domain/memberships/allowance-period.ts'
import { type LotUnit, lotUnits } from '../../../domain/sites/pass-offer.ts'
import { resourceKinds } from '../../../domain/sites/resource.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { freshUlid } from '../../sync/fresh-id.ts'
import { DateField } from '../../ui/date-field.tsx'
import { words } from '../../ui/team-words.ts'
import { ManyField, MaybeField, NumberField, SelectField } from './fields.tsx'
import type { ProblemAt } from './rules-fields.tsx'

export const kindOptions = Object.values(resourceKinds).map((value) => ({
  value,
  label: words.states.kinds[value],
}))

export const unitOptions = lotUnits.map((value) => ({
  value,
  label: words.settings.passes.units[value],
}))

export function AllowanceFields(props: {
  readonly today: LocalDate
  readonly allowances: readonly Allowance[]
  readonly problemAt: ProblemAt
  readonly onChange: (allowances: readonly Allowance[]) => void
}): JSX.Element {
  const setAt = (index: number, more: Partial<Allowance>) =>
    props.onChange(props.allowances.map((one, at) => (at === index ? { ...one, ...more } : one)))
  return (
    <fieldset class="stack">
      <legend>{words.settings.passes.allowances}</legend>
      <For
        each={props.allowances.map((_, index) => index)}
        fallback={<p class="soft">{words.settings.passes.noAllowance}</p>}
      >
        {(index) => (
          <AllowanceRow
            today={props.today}
            allowance={props.allowances[index] ?? newAllowance()}
            problemAt={(field) => props.problemAt(`allowances.${index}.${field}`)}
            onChange={(more) => setAt(index, more)}
            onRemove={() => props.onChange(props.allowances.toSpliced(index, 1))}
          />
        )}
      </For>
      <button
        type="button"
        class="button"
        onClick={() => props.onChange([...props.allowances, newAllowance()])}
      >
        {words.settings.passes.addAllowance}
      </button>
    </fieldset>
  )
}

function newAllowance(): Allowance {
  return {
    ...{ id: freshUlid(), kinds: ['meeting-room'], unit: 'minutes', amount: 120 },
    ...{ per: 'month', startsOnDay: 1, rollover: null },
  }
}

function AllowanceRow(props: {
  readonly today: LocalDate
  readonly allowance: Allowance
  readonly problemAt: ProblemAt
  readonly onChange: (more: Partial<Allowance>) => void
  readonly onRemove: () => void
}): JSX.Element {
  return (
    <div class="stack">
      <ManyField
        label={words.settings.passes.kinds}
        chosen={props.allowance.kinds}
        options={kindOptions}
        problem={props.problemAt('kinds')}
        onChange={(kinds) => props.onChange({ kinds })}
      />
      <div class="field-grid">
        <NumberField
          label={words.settings.passes.amount}
          value={props.allowance.amount}
          problem={props.problemAt('amount')}
          onChange={(amount) => props.onChange({ amount })}
        />
        <SelectField<LotUnit>
          label={words.settings.tiers.unit}
          value={props.allowance.unit}
          problem={null}
          options={unitOptions}
          onChange={(unit) => props.onChange({ unit })}
        />
        <SelectField<AllowancePeriod>
          label={words.settings.tiers.per}
          value={props.allowance.per}
          problem={null}
          options={allowancePeriods.map((value) => ({
            value,
            label: words.settings.tiers.pers[value],
          }))}
          onChange={(per) => props.onChange({ per })}
        />
        <Show when={props.allowance.per === 'month'}>
          <NumberField
            label={words.settings.passes.startsOnDay}
            value={props.allowance.startsOnDay}
            problem={props.problemAt('startsOnDay')}
            onChange={(startsOnDay) => props.onChange({ startsOnDay })}
          />
        </Show>
        <button type="button" class="button" data-kind="quiet" onClick={() => props.onRemove()}>
          {words.settings.remove}
        </button>
      </div>
      <RolloverFields {...props} />
    </div>
  )
}

function RolloverFields(props: {
  readonly today: LocalDate
  readonly allowance: Allowance
  readonly problemAt: ProblemAt
  readonly onChange: (more: Partial<Allowance>) => void
}): JSX.Element {
  return (
    <>
      <MaybeField<Rollover>
        label={words.settings.passes.rollover}
        value={props.allowance.rollover}
        usual={{
          ...{ periods: 1, amountMax: null },
          from: allowanceDates(props.allowance, props.today).from,
        }}
        onChange={(rollover) => props.onChange({ rollover })}
      >
        {(rollover) => {
          const set = (more: Partial<Rollover>) =>
            props.onChange({ rollover: { ...rollover(), ...more } })
          return (
            <>
              <NumberField
                label={words.settings.passes.rolloverPeriods[props.allowance.per]}
                value={rollover().periods}
                problem={props.problemAt('rollover.periods')}
                onChange={(periods) => set({ periods })}
              />
              <MaybeField
                label={words.settings.passes.rolloverHasMax}
                value={rollover().amountMax}
                usual={props.allowance.amount}
                onChange={(amountMax) => set({ amountMax })}
              >
                {(amountMax) => (
                  <NumberField
                    label={words.settings.passes.rolloverMax}
                    value={amountMax()}
                    problem={props.problemAt('rollover.amountMax')}
                    onChange={(most) => set({ amountMax: most })}
                  />
                )}
              </MaybeField>
              <DateField
                label={words.settings.passes.rolloverFrom}
                value={rollover().from}
                onChange={(from) => set({ from })}
              />
            </>
          )
        }}
      </MaybeField>
      <p class="soft" role="status">
        {words.lots.rollover(props.allowance)}
      </p>
    </>
  )
}
