import type { JSX } from 'solid-js'
import { limits } from '../../domain/values/limits.ts'
import { words } from './words.ts'

/** Why the team does it: kept with what was done, and read by the member. */
export function ReasonField(props: {
  readonly value: string
  readonly onInput: (reason: string) => void
}): JSX.Element {
  return (
    <label class="field">
      {words.memberships.reason}
      <input
        maxlength={limits.membershipReasonLengthMax}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  )
}
