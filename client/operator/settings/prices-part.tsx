/** The price table, and what a time would cost by it before it is saved. */
import { createMemo, type JSX, Show, untrack } from 'solid-js'
import type { RateHours, RateRow } from '../../../domain/sites/rate-row.ts'
import { resourceKinds } from '../../../domain/sites/resource.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import type { ResourceId, TierId } from '../../../domain/values/ids.ts'
import type { Weekday } from '../../../domain/values/local-date.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshUlid } from '../../sync/fresh-id.ts'
import { words } from '../../ui/team-words.ts'
import { createAskedPlace } from './asked-place.ts'
import { CheckField, ManyField, MaybeField, NumberField, SelectField } from './fields.tsx'
import { MoneyField } from './money-field.tsx'
import { rateOf } from './rate-of-place.ts'
import { SettingFrame } from './setting-frame.tsx'
import { RowFrame, type RowProps, SettingRows } from './setting-rows.tsx'
import { createSetting } from './setting-state.ts'
import { TimeField, TryIt } from './try-it.tsx'

export function PricesPart(props: { readonly space: Space }): JSX.Element {
  const stamp = createMemo(() => fingerprint(props.space.catalogue.rates))
  return (
    <Show when={stamp()} keyed>
      {(_stamp) => <PricesForm space={props.space} />}
    </Show>
  )
}

function PricesForm(props: { readonly space: Space }): JSX.Element {
  const asked = untrack(createAskedPlace(() => props.space))
  const { rates } = props.space.catalogue
  const meant = asked === undefined ? undefined : rates[rateOf(asked, rates)]?.id
  const setting = createSetting({
    kind: 'rates.save',
    key: `rates/${props.space.catalogue.site.id}`,
    catalogue: () => props.space.catalogue,
    before: () => props.space.catalogue.rates,
    start: props.space.catalogue.rates,
    bodyOf: (rates: readonly RateRow[]) => ({ rates }),
    onSaved: () => undefined,
  })
  return (
    <div class="setting-columns">
      <SettingFrame space={props.space} setting={setting} label={words.settings.parts.prices}>
        <SettingRows
          rows={setting.value()}
          make={newRate}
          onChange={setting.set}
          problemAt={(index, field) => setting.problemAt(`rates.${index}.${field}`)}
          words={words.settings.prices}
        >
          {(row) => <RateFields {...row} space={props.space} isMeant={row.row.id === meant} />}
        </SettingRows>
      </SettingFrame>
      <TryIt
        space={props.space}
        after={setting.after()}
        isSound={setting.isSound()}
        places={props.space.catalogue.resources}
      />
    </div>
  )
}

function newRate(): RateRow {
  const id = `rat_${freshUlid()}`
  const scope = { resourceId: null, kind: 'meeting-room', tierId: null } as const
  return {
    id,
    ...scope,
    hours: null,
    priority: 0,
    hourMinor: 0,
    halfDayMinor: null,
    dayMinor: null,
    isPrepaid: false,
  }
}

type RateFieldsProps = RowProps<RateRow> & {
  readonly space: Space
  /** Somebody came here for this row. */
  readonly isMeant: boolean
}

function RateFields(props: RateFieldsProps): JSX.Element {
  const { catalogue } = props.space
  const name = () =>
    words.settings.prices.rateScope(props.row, catalogue, (kind) =>
      kind in words.states.kinds ? words.states.kinds[kind as keyof typeof words.states.kinds] : '',
    )
  return (
    <RowFrame title={name()} isMeant={props.isMeant} onRemove={props.onRemove}>
      <ScopeFields {...props} />
      <MaybeField
        label={words.settings.prices.hasHalfDay}
        value={props.row.halfDayMinor}
        usual={props.row.hourMinor * 4}
        onChange={(halfDayMinor) => props.onChange({ halfDayMinor })}
      >
        {(halfDayMinor) => (
          <MoneyField
            label={words.settings.prices.halfDay}
            currency={catalogue.site.currency}
            minor={halfDayMinor()}
            problem={props.problemAt('halfDayMinor')}
            onChange={(next) => props.onChange({ halfDayMinor: next })}
          />
        )}
      </MaybeField>
      <MaybeField
        label={words.settings.prices.hasDay}
        value={props.row.dayMinor}
        usual={props.row.hourMinor * 6}
        onChange={(dayMinor) => props.onChange({ dayMinor })}
      >
        {(dayMinor) => (
          <MoneyField
            label={words.settings.prices.day}
            currency={catalogue.site.currency}
            minor={dayMinor()}
            problem={props.problemAt('dayMinor')}
            onChange={(next) => props.onChange({ dayMinor: next })}
          />
        )}
      </MaybeField>
      <MaybeField
        label={words.settings.prices.hasHours}
        value={props.row.hours}
        usual={evenings}
        onChange={(hours) => props.onChange({ hours })}
      >
        {(hours) => (
          <RateHoursFields
            hours={hours()}
            problemAt={props.problemAt}
            onChange={(next) => props.onChange({ hours: next })}
          />
        )}
      </MaybeField>
      <CheckField
        label={words.prepaid.setting}
        isOn={props.row.isPrepaid}
        onChange={(isPrepaid) => props.onChange({ isPrepaid })}
      />
      <p class="soft">{words.prepaid.settingHint}</p>
    </RowFrame>
  )
}

/** What it is for, and what it comes to. */
function ScopeFields(props: RateFieldsProps): JSX.Element {
  const { catalogue } = props.space
  const scope = () => props.row.resourceId ?? props.row.kind ?? ''
  const scopes = [
    { value: '', label: words.settings.prices.allPlaces },
    ...Object.values(resourceKinds).map((kind) => ({
      value: kind as string,
      label: words.states.kinds[kind],
    })),
    ...catalogue.resources.map(({ id, name }) => ({ value: id as string, label: name })),
  ]
  const setScope = (value: string) => {
    const kind = Object.values(resourceKinds).find((one) => one === value) ?? null
    const isPlace = value !== '' && kind === null
    props.onChange({ kind, resourceId: isPlace ? (value as ResourceId) : null }) // one of the catalogue's own
  }
  const tiers = [
    { value: '', label: words.settings.prices.anyTier },
    ...catalogue.tiers.map(({ id, name }) => ({ value: id as string, label: name })),
  ]
  return (
    <div class="field-grid">
      <SelectField
        label={words.settings.prices.scope}
        value={scope()}
        problem={props.problemAt('place')}
        options={scopes}
        onChange={setScope}
      />
      <SelectField
        label={words.settings.prices.tier}
        value={props.row.tierId ?? ''}
        problem={props.problemAt('tierId')}
        options={tiers}
        onChange={(value) => props.onChange({ tierId: value === '' ? null : (value as TierId) })} // one of the catalogue's own
      />
      <MoneyField
        label={words.settings.prices.hour}
        currency={catalogue.site.currency}
        minor={props.row.hourMinor}
        problem={props.problemAt('hourMinor')}
        onChange={(hourMinor) => props.onChange({ hourMinor })}
      />
      <NumberField
        label={words.settings.prices.priority}
        hint={words.settings.prices.priorityHint}
        value={props.row.priority}
        problem={props.problemAt('priority')}
        onChange={(priority) => props.onChange({ priority })}
      />
    </div>
  )
}

const evenings: RateHours = { weekdays: [1, 2, 3, 4, 5], from: 18 * 60, until: 22 * 60 }

function RateHoursFields(props: {
  readonly hours: RateHours
  readonly problemAt: (field: string) => string | null
  readonly onChange: (hours: RateHours) => void
}): JSX.Element {
  const days = words.amounts.weekdayNames.map((label, index) => ({
    value: String(index + 1),
    label,
  }))
  return (
    <>
      <ManyField
        label={words.settings.prices.weekdays}
        chosen={props.hours.weekdays.map(String)}
        options={days}
        problem={props.problemAt('weekdays')}
        onChange={(chosen) =>
          props.onChange({
            ...props.hours,
            weekdays: chosen.map((day) => Number(day) as Weekday), // from the seven above
          })
        }
      />
      <div class="two-fields">
        <TimeField
          label={words.operator.from}
          minute={props.hours.from}
          onChange={(from) => props.onChange({ ...props.hours, from })}
        />
        <TimeField
          label={words.operator.until}
          minute={props.hours.until % 1440}
          onChange={(until) =>
            props.onChange({ ...props.hours, until: until === 0 ? 1440 : until })
          }
        />
      </div>
      <p class="soft" data-problem="">
        {props.problemAt('hours')}
      </p>
    </>
  )
}
