/** The upper and the lower edge of the plan: which day and floor, and which time of it. */
import { type Component, For, type JSX, Show } from 'solid-js'
import type { TimeChip, TimeSpan } from '../../domain/bookings/wishes/times-of-day.ts'
import type { Floor } from '../../domain/sites/site.ts'
import type { FloorId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { BookingRow } from '../store/rows.ts'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import { type PlanTime, SCRUB_STEP } from './plan-time.ts'
import { TimeScrubber } from './time-scrubber.tsx'

/** Days to choose from, lent by the bookings room. */
export interface DaysProps {
  readonly today: LocalDate
  readonly date: LocalDate
  readonly bookings: readonly BookingRow[]
  readonly onChange: (date: LocalDate) => void
}

export function PlanHead(props: {
  readonly days: Component<DaysProps>
  readonly today: LocalDate
  readonly time: PlanTime
  readonly bookings: readonly BookingRow[]
  readonly floors: readonly Floor[]
  readonly floor: Floor
  readonly onFloor: (id: FloorId) => void
  readonly isListShown: boolean
  /** Null where there is nothing but the list. */
  readonly onToggleList: (() => void) | null
  /** Finds a person. */
  readonly find: JSX.Element
}): JSX.Element {
  return (
    <div class="plan-head">
      <Show when={props.floors.length > 1}>
        <label>
          <span class="visually-hidden">{words.floor.floor}</span>
          <select
            class="button"
            onChange={({ currentTarget }) => {
              const chosen = props.floors[currentTarget.selectedIndex]
              if (chosen !== undefined) props.onFloor(chosen.id)
            }}
          >
            <For each={props.floors}>
              {(floor) => (
                <option value={floor.id} selected={floor.id === props.floor.id}>
                  {floor.name}
                </option>
              )}
            </For>
          </select>
        </label>
      </Show>
      <props.days
        today={props.today}
        date={props.time.date()}
        bookings={props.bookings}
        onChange={props.time.setDate}
      />
      {props.find}
      <Show when={props.onToggleList}>
        {(toggle) => (
          <button
            type="button"
            class="button plan-toggle"
            data-kind="icon"
            aria-label={props.isListShown ? words.floor.showPlan : words.floor.showList}
            onClick={() => toggle()()}
          >
            <Icon name={props.isListShown ? 'plan' : 'list'} />
          </button>
        )}
      </Show>
    </div>
  )
}

const chips: readonly Exclude<TimeChip, 'custom'>[] = ['now', 'morning', 'afternoon', 'all-day']

export function PlanFoot(props: {
  readonly time: PlanTime
  readonly free: readonly TimeSpan[] | null
}): JSX.Element {
  const isOn = (span: TimeSpan | null) =>
    span !== null && span.from === props.time.span().from && span.until === props.time.span().until
  const possible = () =>
    chips.filter((chip) =>
      chip === 'now' ? props.time.nowMinute() !== null : props.time.spanFor(chip) !== null,
    )
  return (
    <div class="plan-foot">
      <Show
        when={props.time.open()}
        fallback={<p class="plan-closed">{words.floor.closedThatDay}</p>}
      >
        {(open) => (
          <>
            <div class="plan-times">
              <strong class="plan-time">
                {words.amounts.timeRange(props.time.span().from, props.time.span().until)}
              </strong>
              <div class="strip">
                <For each={possible()}>
                  {(chip) => (
                    <button
                      type="button"
                      class="plan-chip"
                      aria-pressed={isOn(props.time.spanFor(chip))}
                      onClick={() => {
                        const span = props.time.spanFor(chip)
                        if (span !== null) props.time.setSpan(span)
                      }}
                    >
                      {words.bookings.chips[chip]}
                    </button>
                  )}
                </For>
              </div>
            </div>
            <TimeScrubber
              open={open()}
              span={props.time.span()}
              step={SCRUB_STEP}
              free={props.free}
              nowMinute={props.time.nowMinute()}
              onChange={props.time.setSpan}
            />
          </>
        )}
      </Show>
    </div>
  )
}
