import type { JSX } from 'solid-js'

/** A whole number from 1 on. While what is typed is none, what was there stays, and is shown again once one goes on. */
export function CountField(props: {
  readonly label: string
  readonly kind?: 'people'
  readonly value: number
  readonly max?: number
  readonly onChange: (count: number) => void
}): JSX.Element {
  function take(number: number): void {
    const isWithin = number >= 1 && number <= (props.max ?? Number.MAX_SAFE_INTEGER)
    if (Number.isInteger(number) && isWithin) props.onChange(number)
  }
  return (
    <label class="field" data-kind={props.kind}>
      {props.label}
      <input
        type="number"
        inputmode="numeric"
        required
        min="1"
        max={props.max}
        value={props.value}
        onInput={(event) => take(event.currentTarget.valueAsNumber)}
        onBlur={(event) => {
          event.currentTarget.value = String(props.value)
        }}
      />
    </label>
  )
}
