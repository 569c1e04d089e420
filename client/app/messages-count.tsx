/**
 * How many requests nobody has taken, and reports nobody has decided, at the location that is shown, beside the name of their page; and how much of
 * what was done on this device the space said no to.
 */
import { type JSX, Show } from 'solid-js'
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { readReport } from '../../domain/community/messages/read-messages.ts'
import { unassigned } from '../../domain/support/queue.ts'
import { readTeamTicket } from '../../domain/support/read-support.ts'
import { toId } from '../../domain/values/ids.ts'
import { isDismissed } from '../store/dismissed.ts'
import { createOwnWishes } from '../store/own-wishes.ts'
import { createRecords } from '../store/records.ts'
import { createSiteCatalogue } from '../store/sites.ts'
import { words } from '../ui/words.ts'

export function MessagesCount(): JSX.Element {
  const site = createSiteCatalogue()
  const document = () =>
    formatDocumentName({ kind: 'support', siteId: site()?.siteId ?? toId('site', 'sit_none') })
  const tickets = createRecords(document, 'tickets', readTeamTicket)
  const reports = createRecords(document, 'reports', readReport)
  const undecided = () =>
    [...(reports()?.all.values() ?? [])].filter(({ decided }) => decided === null).length
  const wishes = createOwnWishes([
    'ticket.reply',
    'ticket.note',
    'ticket.set-state',
    'ticket.assign',
  ])
  const notDone = () =>
    new Set(
      (wishes() ?? []).flatMap(({ intent: { id, body }, settled }) =>
        settled?.outcome.kind === 'refused' && !isDismissed(id) && 'ticketId' in body
          ? [body.ticketId].filter((ticketId) => tickets()?.all.has(ticketId))
          : [],
      ),
    ).size
  const asked = () => unassigned([...(tickets()?.all.values() ?? [])]).length
  const waiting = () => asked() + undecided() + notDone()
  const label = () => [
    ...(notDone() > 0 ? [`${words.support.notDone}: ${notDone()}`] : []),
    ...(asked() > 0 ? [words.threads.unassignedRequests(asked())] : []),
    ...(undecided() > 0 ? [words.threads.waitingReports(undecided())] : []),
  ]
  return (
    <Show when={waiting() > 0}>
      <span class="count" role="img" aria-label={label().join(', ')}>
        {waiting()}
      </span>
    </Show>
  )
}
