import type { JSX } from 'solid-js'
import { words } from '../ui/words.ts'

/** "If it's taken": only without a connection, where somebody else may be faster. */
export function NearestChoice(props: {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}): JSX.Element {
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={props.isOn}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        {words.bookings.takeNearest}
      </label>
      <p class="soft">{words.bookings.offlineSheet}</p>
    </>
  )
}
