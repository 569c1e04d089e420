/** An address to write to. In a form that is read when it is sent it has a name; else it has a value. */
import type { JSX } from 'solid-js'
import { limits } from '../../domain/values/limits.ts'

export function EmailField(props: {
  readonly label: string
  readonly name?: string
  readonly value?: string
  readonly onInput?: (text: string) => void
  /** What the browser may fill in: the member's own address, or nobody's. */
  readonly autocomplete: 'email' | 'username webauthn' | 'off'
}): JSX.Element {
  return (
    <label class="field">
      {props.label}
      <input
        type="email"
        required
        name={props.name}
        autocomplete={props.autocomplete}
        maxlength={limits.emailLengthMax}
        value={props.value ?? ''}
        onInput={(event) => props.onInput?.(event.currentTarget.value)}
      />
    </label>
  )
}
