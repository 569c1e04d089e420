/** How many requests nobody has taken at the location that is shown, beside the name of their page. */
import { type JSX, Show } from 'solid-js'
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { unassigned } from '../../domain/support/queue.ts'
import { readTeamTicket } from '../../domain/support/read-support.ts'
import { toId } from '../../domain/values/ids.ts'
import { createRecords } from '../store/records.ts'
import { createSiteCatalogue } from '../store/sites.ts'
import { words } from '../ui/words.ts'

export function MessagesCount(): JSX.Element {
  const site = createSiteCatalogue()
  const document = () =>
    formatDocumentName({ kind: 'support', siteId: site()?.siteId ?? toId('site', 'sit_none') })
  const tickets = createRecords(document, 'tickets', readTeamTicket)
  const waiting = () => unassigned([...(tickets()?.all.values() ?? [])]).length
  return (
    <Show when={waiting() > 0}>
      <span class="count" role="img" aria-label={words.supportDesk.unassignedCount(waiting())}>
        {waiting()}
      </span>
    </Show>
  )
}
