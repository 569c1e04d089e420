/** What the space has to hear at once says so before somebody types, not after. */
import { type JSX, Show } from 'solid-js'
import { createStatus } from '../store/status.ts'
import { words } from '../ui/team-words.ts'

export function WhenOffline(props: {
  /** What is typed outlives the form. */
  readonly isKept?: boolean
}): JSX.Element {
  const status = createStatus()
  return (
    <Show when={status()?.state === 'offline'}>
      <p class="soft" role="status">
        {props.isKept === true ? words.settings.needsConnection : words.operator.needsConnection}
      </p>
    </Show>
  )
}
