import { For, type JSX } from 'solid-js'
import type { Currency } from '../../../domain/values/money.ts'
import { words } from '../../ui/words.ts'
import { countedPeriods, type TypedLimits } from './limits-typed.ts'

const { teams } = words

export function LimitsFields(props: {
  readonly typed: TypedLimits
  readonly currency: Currency
  readonly onChange: (typed: TypedLimits) => void
}): JSX.Element {
  const set = (more: Partial<TypedLimits>) => props.onChange({ ...props.typed, ...more })
  return (
    <fieldset class="stack team-limits" data-gap="small">
      <legend>{teams.limits}</legend>
      <p class="soft">{teams.limitsSentence}</p>
      <Limit
        label={teams.desks}
        value={props.typed.desks}
        per={props.typed.desksPer}
        periods={countedPeriods}
        onValue={(desks) => set({ desks })}
        onPer={(desksPer) => set({ desksPer })}
      />
      <Limit
        label={teams.rooms}
        value={props.typed.rooms}
        per={props.typed.roomsPer}
        periods={countedPeriods}
        onValue={(rooms) => set({ rooms })}
        onPer={(roomsPer) => set({ roomsPer })}
      />
      <Limit
        label={teams.money(props.currency)}
        value={props.typed.money}
        per={props.typed.moneyPer}
        periods={['week', 'month']}
        onValue={(money) => set({ money })}
        onPer={(moneyPer) => set({ moneyPer })}
      />
    </fieldset>
  )
}

function Limit<Period extends 'day' | 'week' | 'month'>(props: {
  readonly label: string
  readonly value: string
  readonly per: Period
  readonly periods: readonly Period[]
  readonly onValue: (value: string) => void
  readonly onPer: (per: Period) => void
}): JSX.Element {
  return (
    <div class="team-limit">
      <label class="field">
        {props.label}
        <input
          inputmode="decimal"
          autocomplete="off"
          maxlength={8}
          value={props.value}
          onInput={(event) => props.onValue(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        {teams.per}
        <select
          aria-label={`${props.label}: ${teams.per}`}
          onChange={({ currentTarget: { value } }) => {
            const found = props.periods.find((one) => one === value)
            if (found !== undefined) props.onPer(found)
          }}
        >
          <For each={props.periods}>
            {(one) => (
              <option value={one} selected={one === props.per}>
                {teams.periods[one]}
              </option>
            )}
          </For>
        </select>
      </label>
    </div>
  )
}
