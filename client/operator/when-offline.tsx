/** What the space has to hear at once says so before somebody types, not after. */
import { type JSX, Show } from 'solid-js'
import { createStatus } from '../store/status.ts'
import { words } from '../ui/team-words.ts'

export function WhenOffline(): JSX.Element {
  const status = createStatus()
  return (
    <Show when={status()?.state === 'offline'}>
      <p class="soft" role="status">
        {words.settings.needsConnection}
      </p>
    </Show>
  )
}
