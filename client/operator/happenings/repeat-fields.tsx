import { For, type JSX, Show } from 'solid-js'
import type { EventRepeat, EventText } from '../../../domain/bookings/wishes/community-requests.ts'
import { limits } from '../../../domain/values/limits.ts'
import { addDays } from '../../../domain/values/local-date.ts'
import { freshId } from '../../sync/fresh-id.ts'
import { words } from '../../ui/words.ts'

const { happenings } = words

export interface Repeating {
  /** From one to the next; null happens once. */
  readonly everyWeeks: number | null
  /** With the first. */
  readonly times: number
}

export const once: Repeating = { everyWeeks: null, times: 4 }

/** The further days, each with an id of its own. */
export function repeatsOf(
  { date }: Pick<EventText, 'date'>,
  { everyWeeks, times }: Repeating,
): readonly EventRepeat[] {
  if (everyWeeks === null) return []
  const further = Math.min(times - 1, limits.eventRepeatsMax)
  return Array.from({ length: Math.max(0, further) }, (_, index) => ({
    id: freshId('event'),
    date: addDays(date, 7 * everyWeeks * (index + 1)),
  }))
}

export function RepeatFields(props: {
  readonly repeating: Repeating
  readonly onChange: (repeating: Repeating) => void
}): JSX.Element {
  const set = (change: Partial<Repeating>) => props.onChange({ ...props.repeating, ...change })
  return (
    <div class="two-fields">
      <label class="field">
        {happenings.repeats}
        <select
          onChange={({ currentTarget: { value } }) =>
            set({ everyWeeks: value === '' ? null : Number(value) })
          }
        >
          <option value="">{happenings.once}</option>
          <For each={[1, 2, 4]}>
            {(weeks) => (
              <option value={weeks} selected={weeks === props.repeating.everyWeeks}>
                {happenings.everyWeeks(weeks)}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={props.repeating.everyWeeks !== null}>
        <label class="field">
          {happenings.times}
          <input
            type="number"
            required
            min="2"
            max={limits.eventRepeatsMax + 1}
            value={props.repeating.times}
            onChange={({ currentTarget }) => set({ times: currentTarget.valueAsNumber })}
          />
        </label>
      </Show>
    </div>
  )
}
