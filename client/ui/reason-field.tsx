import type { JSX } from 'solid-js'

/** Why somebody does it, in a sentence: kept with what was done, and read by whom it touches. */
export function ReasonField(props: {
  readonly label: string
  /** Letters at most. */
  readonly max: number
  readonly value: string
  readonly onChange: (reason: string) => void
}): JSX.Element {
  return (
    <label class="field">
      {props.label}
      <input
        maxlength={props.max}
        value={props.value}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
    </label>
  )
}
