import { For, type JSX, Show } from 'solid-js'
import type { ViewedEntry, ViewedTicket } from '../../domain/support/ticket-view.ts'
import { WaitingPictures } from '../app/waiting-pictures.tsx'
import type { Space } from '../app/with-space.tsx'
import { momentText } from '../ui/moment-text.ts'
import { SaidText } from '../ui/said-text.tsx'
import { TicketPhotos } from '../ui/ticket-photos.tsx'
import { words } from '../ui/words.ts'

/** What was said and done, the oldest first; below it what is on this device alone. */
export function Thread(props: {
  readonly space: Space
  readonly ticket: ViewedTicket
}): JSX.Element {
  return (
    <ol class="thread">
      <For each={props.ticket.entries}>{(entry) => <Entry {...props} entry={entry} />}</For>
      <WaitingPictures ticketId={props.ticket.id} />
    </ol>
  )
}

function Entry(props: {
  readonly space: Space
  readonly ticket: ViewedTicket
  readonly entry: ViewedEntry
}): JSX.Element {
  const who = () => {
    const { isOfTeam, byName } = props.entry
    return isOfTeam ? (byName ?? words.support.theSpace) : words.support.you
  }
  const when = () => momentText(props.space.catalogue.zone, props.entry.at, props.space.today)
  const waiting = () => (props.entry.waiting === null ? '' : words.support[props.entry.waiting])
  const said = () => (props.entry.body.kind === 'said' ? props.entry.body : null)
  const state = () => (props.entry.body.kind === 'state' ? props.entry.body.state : null)
  return (
    <li data-by={said() === null ? 'act' : props.entry.isOfTeam ? 'team' : 'member'}>
      <Show when={state()}>
        {(now) => (
          <p class="soft">
            {words.support.madeState(who(), now())} · {when()}
          </p>
        )}
      </Show>
      <Show when={said()}>
        {(body) => (
          <>
            <p class="soft">
              <strong>{who()}</strong>
              {props.entry.isOfTeam && props.entry.byName !== null
                ? ` (${words.support.ofTeam})`
                : ''}{' '}
              · {when()}
            </p>
            <Show when={body().text !== ''}>
              <SaidText text={body().text} />
            </Show>
            <TicketPhotos siteId={props.ticket.siteId} photos={body().photos} />
          </>
        )}
      </Show>
      <Show when={waiting()}>{(text) => <p class="soft">{text()}</p>}</Show>
    </li>
  )
}
