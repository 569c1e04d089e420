/** From which day something is shown, and until which, if until any. */
import type { JSX } from 'solid-js'
import { isLocalDate, type LocalDate } from '../../../domain/values/local-date.ts'
import { words } from '../../ui/words.ts'

const { happenings } = words

export interface Days {
  readonly from: LocalDate
  readonly until: LocalDate | null
}

export function DayFields(props: {
  readonly days: Days
  readonly onChange: (change: Partial<Days>) => void
}): JSX.Element {
  return (
    <div class="two-fields">
      <label class="field">
        {happenings.firstDay}
        <input
          type="date"
          required
          value={props.days.from}
          onChange={({ currentTarget: { value } }) => {
            if (isLocalDate(value)) props.onChange({ from: value })
          }}
        />
      </label>
      <label class="field">
        {happenings.lastDay}
        <input
          type="date"
          min={props.days.from}
          title={happenings.lastDayHint}
          value={props.days.until ?? ''}
          onChange={({ currentTarget: { value } }) =>
            props.onChange({ until: isLocalDate(value) ? value : null })
          }
        />
      </label>
    </div>
  )
}
