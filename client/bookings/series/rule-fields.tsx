/** The rule beyond the usual ways, and where it ends. */
import { For, type JSX, Show } from 'solid-js'
import {
  type Recurrence,
  type Rhythm,
  usualRhythms,
} from '../../../domain/bookings/series/recurrence.ts'
import { limits } from '../../../domain/values/limits.ts'
import {
  addDays,
  isLocalDate,
  type LocalDate,
  type Weekday,
} from '../../../domain/values/local-date.ts'
import { words } from '../../ui/words.ts'
import { CountField } from '../count-field.tsx'

export interface Rule {
  readonly rhythm: Rhythm
  readonly every: number
  readonly end: Recurrence['end']
}

interface RuleProps {
  readonly rule: Rule
  readonly startOn: LocalDate
  readonly onChange: (rule: Rule) => void
}

type Unit = keyof typeof words.series.units
const units: readonly Unit[] = ['daily', 'weekly', 'monthly']
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** Every so many days, weeks or months, and on which of their days. */
export function RhythmFields(props: RuleProps): JSX.Element {
  const unit = (): Unit =>
    props.rule.rhythm.kind === 'daily' || props.rule.rhythm.kind === 'weekly'
      ? props.rule.rhythm.kind
      : 'monthly'
  const ofUnit = (wanted: Unit) =>
    usualRhythms(props.startOn).filter(({ kind }) => kind.startsWith(wanted))
  const chooseUnit = (wanted: string) => {
    const [rhythm] = units.flatMap((one) => (one === wanted ? ofUnit(one) : []))
    if (rhythm !== undefined) props.onChange({ ...props.rule, rhythm })
  }
  return (
    <>
      <div class="two-fields">
        <CountField
          label={words.series.every}
          value={props.rule.every}
          max={limits.recurrenceEveryMax}
          onChange={(every) => props.onChange({ ...props.rule, every })}
        />
        <label class="field">
          {words.series.unit}
          <select onChange={(event) => chooseUnit(event.currentTarget.value)}>
            <For each={units}>
              {(one) => (
                <option value={one} selected={unit() === one}>
                  {words.series.units[one]}
                </option>
              )}
            </For>
          </select>
        </label>
      </div>
      <Show when={props.rule.rhythm.kind === 'weekly' && props.rule.rhythm.weekdays}>
        {(chosen) => (
          <WeekdayChips
            chosen={chosen()}
            onChange={(days) =>
              props.onChange({ ...props.rule, rhythm: { kind: 'weekly', weekdays: days } })
            }
          />
        )}
      </Show>
      <Show when={unit() === 'monthly'}>
        <MonthlyChoice {...props} rhythms={ofUnit('monthly')} />
      </Show>
    </>
  )
}

/** At least one stays chosen: a week without a day has no date. */
export function WeekdayChips(props: {
  readonly chosen: readonly Weekday[]
  readonly onChange: (days: readonly Weekday[]) => void
}): JSX.Element {
  const toggle = (day: Weekday) => {
    const without = props.chosen.filter((one) => one !== day)
    const next = without.length < props.chosen.length ? without : [...without, day].sort()
    if (next.length > 0) props.onChange(next)
  }
  return (
    <fieldset class="strip">
      <legend class="visually-hidden">{words.series.onDays}</legend>
      <For each={weekdays}>
        {(day) => (
          <button
            type="button"
            class="chip"
            aria-pressed={props.chosen.includes(day)}
            aria-label={words.series.onDay(day)}
            onClick={() => toggle(day)}
          >
            {words.series.shortDay(day)}
          </button>
        )}
      </For>
    </fieldset>
  )
}

function MonthlyChoice(props: RuleProps & { readonly rhythms: readonly Rhythm[] }): JSX.Element {
  const isChosen = (rhythm: Rhythm) => JSON.stringify(rhythm) === JSON.stringify(props.rule.rhythm)
  return (
    <label class="field">
      {words.series.onDays}
      <select
        onChange={(event) => {
          const rhythm = props.rhythms[Number(event.currentTarget.value)]
          if (rhythm !== undefined) props.onChange({ ...props.rule, rhythm })
        }}
      >
        <For each={props.rhythms}>
          {(rhythm, index) => (
            <option value={index()} selected={isChosen(rhythm)}>
              {words.series.rhythm({ rhythm, every: props.rule.every })}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}

/** There is no series without an end. */
export function EndFields(props: RuleProps): JSX.Element {
  const isCount = () => props.rule.end.kind === 'count'
  const change = (end: Recurrence['end']) => props.onChange({ ...props.rule, end })
  const lastDay = () => (props.rule.end.kind === 'until' ? props.rule.end.on : '')
  return (
    <div class="two-fields">
      <label class="field">
        {words.series.ends}
        <select
          onChange={(event) =>
            change(
              event.currentTarget.value === 'count'
                ? { kind: 'count', count: 4 }
                : { kind: 'until', on: addDays(props.startOn, 27) },
            )
          }
        >
          <option value="count" selected={isCount()}>
            {words.series.endsAfter}
          </option>
          <option value="until" selected={!isCount()}>
            {words.series.endsOn}
          </option>
        </select>
      </label>
      <Show
        when={props.rule.end.kind === 'count' && props.rule.end.count}
        fallback={
          <label class="field">
            {words.series.lastDay}
            <input
              type="date"
              min={props.startOn}
              required
              value={lastDay()}
              onChange={(event) => {
                const on = event.currentTarget.value
                if (isLocalDate(on)) change({ kind: 'until', on })
              }}
              onBlur={({ currentTarget }) => {
                currentTarget.value = lastDay()
              }}
            />
          </label>
        }
      >
        {(number) => (
          <CountField
            label={words.series.times}
            value={number()}
            max={COUNT_MAX}
            onChange={(count) => change({ kind: 'count', count })}
          />
        )}
      </Show>
    </div>
  )
}

/** More than anybody means; how many are too many, the preview says. */
const COUNT_MAX = 1_000_000
