import { For, type JSX, Show } from 'solid-js'
import type { ViewedTicket } from '../../domain/support/ticket-view.ts'
import type { Space } from '../app/with-space.tsx'
import { momentText } from '../ui/moment-text.ts'
import { words } from '../ui/words.ts'
import { createOwnTickets } from './help-model.ts'
import { TicketState } from './ticket-state.tsx'

/** What the member has asked, the latest first, each with its state. */
export function OwnRequests(props: { readonly space: Space }): JSX.Element {
  const tickets = createOwnTickets()
  const subject = ({ entries }: ViewedTicket) => {
    const [first] = entries
    return first?.body.kind === 'said' ? first.body.text : ''
  }
  return (
    <section class="stack">
      <h2>{words.support.own}</h2>
      <Show when={tickets()}>
        {(all) => (
          <ul class="own-requests">
            <For each={all()} fallback={<li class="soft">{words.support.noneYet}</li>}>
              {(ticket) => (
                <li>
                  <a
                    href={`/me/help/requests/${ticket.id}`}
                    aria-label={words.support.openTicket(ticket.number, subject(ticket))}
                  >
                    <span class="subject" dir="auto">
                      {subject(ticket)}
                      <br />
                      <span class="soft">
                        {words.support.number(ticket.number)} ·{' '}
                        {momentText(props.space.catalogue.zone, ticket.lastAt, props.space.today)}
                      </span>
                    </span>
                    <TicketState ticket={ticket} />
                  </a>
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
    </section>
  )
}
