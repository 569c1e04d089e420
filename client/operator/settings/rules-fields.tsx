/** The fields of booking rules. Each part stands for itself, so that a membership can use the same ones. */
import { For, type JSX } from 'solid-js'
import {
  type AdvanceLimit,
  type BookingRules,
  type CheckInRules,
  usualCheckIn,
} from '../../../domain/sites/booking-rules.ts'
import { words } from '../../ui/team-words.ts'
import { CancellationFields } from './cancellation-fields.tsx'
import { MaybeField, NumberField, SelectField } from './fields.tsx'
import { GranularityFields } from './granularity-fields.tsx'

export type ProblemAt = (field: string) => string | null

export function RulesFields(props: {
  readonly rules: BookingRules
  readonly problemAt: ProblemAt
  readonly onChange: (rules: BookingRules) => void
}): JSX.Element {
  const change = (more: Partial<BookingRules>) => props.onChange({ ...props.rules, ...more })
  const minutes = (field: (typeof minuteFields)[number]) => (
    <NumberField
      label={words.settings.rules[field]}
      value={props.rules[field]}
      problem={props.problemAt(`rules.${field}`)}
      hint={hintOf(props.rules[field])}
      onChange={(value) => change({ [field]: value })}
    />
  )
  return (
    <div class="stack">
      <GranularityFields
        granularities={props.rules.granularities}
        problemAt={props.problemAt}
        onChange={(granularities) => change({ granularities })}
      />
      <div class="field-grid">
        <For each={minuteFields}>{minutes}</For>
      </div>
      <AdvanceFields
        limits={props.rules.advanceLimits}
        problemAt={(field) => props.problemAt(`rules.${field}`)}
        onChange={(advanceLimits) => change({ advanceLimits })}
      />
      <CancellationFields
        policy={props.rules.cancellation}
        problemAt={(field) => props.problemAt(`rules.cancellation.${field}`)}
        onChange={(cancellation) => change({ cancellation })}
      />
      <MaybeField
        label={words.settings.rules.checkIn}
        value={props.rules.checkIn}
        usual={usualCheckIn}
        onChange={(checkIn) => change({ checkIn })}
      >
        {(checkIn) => (
          <CheckInFields
            checkIn={checkIn()}
            problemAt={props.problemAt}
            onChange={(next) => change({ checkIn: next })}
          />
        )}
      </MaybeField>
    </div>
  )
}

/** What is offered first where a series is to end by itself. */
const usualMisses = usualCheckIn.missesToSuspend ?? 3

const minuteFields = [
  'minMinutes',
  'maxMinutes',
  'incrementMinutes',
  'noticeMinutes',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
] as const

/** "90" is easier to mean when it says "1 hour 30 minutes". */
function hintOf(minutes: number): string {
  return minutes >= 60 && Number.isInteger(minutes) ? words.amounts.duration(minutes) : ''
}

/** How far ahead one may book, in both senses (D-07). */
export function AdvanceFields(props: {
  readonly limits: readonly AdvanceLimit[]
  readonly problemAt: ProblemAt
  readonly onChange: (limits: readonly AdvanceLimit[]) => void
}): JSX.Element {
  const kinds = ['calendar-days', 'elapsed-days'] as const
  const setAt = (index: number, limit: AdvanceLimit) =>
    props.onChange(props.limits.with(index, limit))
  return (
    <fieldset class="stack">
      <legend>{words.settings.rules.advance}</legend>
      <For each={props.limits.map((_, index) => index)}>
        {(index) => (
          <div class="field-grid">
            <NumberField
              label={words.settings.rules.days}
              value={props.limits[index]?.days ?? 0}
              problem={props.problemAt(`advanceLimits.${index}.days`)}
              onChange={(days) =>
                setAt(index, { kind: props.limits[index]?.kind ?? 'calendar-days', days })
              }
            />
            <SelectField
              label={words.settings.rules.daysKind}
              value={props.limits[index]?.kind ?? 'calendar-days'}
              problem={null}
              options={kinds.map((value) => ({ value, label: words.settings.rules[value] }))}
              onChange={(kind) => setAt(index, { kind, days: props.limits[index]?.days ?? 0 })}
            />
            <button
              type="button"
              class="button"
              data-kind="quiet"
              onClick={() => props.onChange(props.limits.toSpliced(index, 1))}
            >
              {words.settings.remove}
            </button>
          </div>
        )}
      </For>
      <button
        type="button"
        class="button"
        onClick={() => props.onChange([...props.limits, { kind: 'calendar-days', days: 14 }])}
      >
        {words.settings.rules.addLimit}
      </button>
    </fieldset>
  )
}

/** When its members check in, and what becomes of a series that nobody comes to. */
function CheckInFields(props: {
  readonly checkIn: CheckInRules
  readonly problemAt: ProblemAt
  readonly onChange: (checkIn: CheckInRules) => void
}): JSX.Element {
  const change = (some: Partial<CheckInRules>) => props.onChange({ ...props.checkIn, ...some })
  return (
    <div class="field-grid">
      <NumberField
        label={words.settings.rules.checkInOpens}
        value={props.checkIn.opensMinutesBefore}
        problem={props.problemAt('rules.checkIn.opensMinutesBefore')}
        onChange={(opensMinutesBefore) => change({ opensMinutesBefore })}
      />
      <NumberField
        label={words.settings.rules.checkInReleases}
        value={props.checkIn.releaseMinutesAfter}
        problem={props.problemAt('rules.checkIn.releaseMinutesAfter')}
        onChange={(releaseMinutesAfter) => change({ releaseMinutesAfter })}
      />
      <MaybeField
        label={words.settings.rules.suspends}
        value={props.checkIn.missesToSuspend}
        usual={usualMisses}
        onChange={(missesToSuspend) => change({ missesToSuspend })}
      >
        {(misses) => (
          <NumberField
            label={words.settings.rules.missesToSuspend}
            value={misses()}
            problem={props.problemAt('rules.checkIn.missesToSuspend')}
            onChange={(missesToSuspend) => change({ missesToSuspend })}
          />
        )}
      </MaybeField>
    </div>
  )
}
