import { type JSX, Show } from 'solid-js'
import { isLocalDate, type LocalDate } from '../../domain/values/local-date.ts'

/** What is no date yet is being typed, and changes nothing; what counts is shown again once one goes on. */
export function DateField(props: {
  readonly label: string
  readonly hint?: string
  readonly value: LocalDate
  readonly onChange: (date: LocalDate) => void
}): JSX.Element {
  return (
    <label class="field">
      {props.label}
      <input
        type="date"
        value={props.value}
        onInput={(event) => {
          const typed = event.currentTarget.value
          if (isLocalDate(typed)) props.onChange(typed)
        }}
        onBlur={(event) => {
          event.currentTarget.value = props.value
        }}
      />
      <Show when={props.hint}>
        <span class="soft">{props.hint}</span>
      </Show>
    </label>
  )
}
