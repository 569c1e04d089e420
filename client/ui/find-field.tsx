/** What a list is narrowed by while one types: as long as anything the app searches by. */
import { type JSX, Show } from 'solid-js'
import { limits } from '../../domain/values/limits.ts'

export function FindField(props: {
  readonly label: string
  readonly value: string
  readonly onInput: (text: string) => void
  readonly placeholder?: string
  /** Said to a screen reader alone, where the hint or the title says it to everybody else. */
  readonly isLabelHidden?: boolean
  /** It takes what its row leaves. */
  readonly grows?: boolean
}): JSX.Element {
  return (
    <label class={props.grows ? 'field grow' : 'field'}>
      <Show when={props.isLabelHidden} fallback={props.label}>
        <span class="visually-hidden">{props.label}</span>
      </Show>
      <input
        type="search"
        autocomplete="off"
        maxlength={limits.searchLengthMax}
        placeholder={props.placeholder}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  )
}
