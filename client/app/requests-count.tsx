/** How many requests wait for the team at the location that is shown, beside the name of their page. */
import { type JSX, Show } from 'solid-js'
import { createAllRequests, waitingOf } from '../store/requests.ts'
import { createSiteCatalogue } from '../store/sites.ts'
import { words } from '../ui/words.ts'
import { createNow } from './clock.ts'

export function RequestsCount(): JSX.Element {
  const all = createAllRequests()
  const site = createSiteCatalogue()
  const now = createNow()
  const waiting = () => {
    const here = all()?.find(({ siteId }) => siteId === site()?.siteId)
    return waitingOf(here?.requests ?? [], now())
  }
  return (
    <Show when={waiting() > 0}>
      <span class="count" role="img" aria-label={words.approval.waitingCount(waiting())}>
        {waiting()}
      </span>
    </Show>
  )
}
