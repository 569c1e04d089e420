/** Among what needs a member on Today: requests that the team has answered, and nobody has read on this device. */
import { createEffect, type JSX } from 'solid-js'
import type { ViewedTicket } from '../../domain/support/ticket-view.ts'
import { KeyedFor } from '../ui/keyed-for.tsx'
import { words } from '../ui/words.ts'
import { isAnswerNew } from './answers-read.ts'
import { createOwnTickets } from './help-model.ts'

export function Answered(props: { readonly onKnown: () => void }): JSX.Element {
  const tickets = createOwnTickets()
  createEffect(() => {
    if (tickets() !== undefined) props.onKnown()
  })
  return (
    <KeyedFor each={(tickets() ?? []).filter(isAnswerNew)} by={({ id }) => id}>
      {(ticket) => (
        <li>
          <AnsweredCard ticket={ticket()} />
        </li>
      )}
    </KeyedFor>
  )
}

function AnsweredCard(props: { readonly ticket: ViewedTicket }): JSX.Element {
  const title = () => words.home.answered(props.ticket.number)
  const said = () => {
    const last = props.ticket.entries.findLast(({ body }) => body.kind === 'said')
    return last?.body.kind === 'said' ? last.body.text : ''
  }
  return (
    <article class="card stack" data-gap="small" aria-label={title()}>
      <strong>{title()}</strong>
      <p class="one-line" dir="auto">
        {said()}
      </p>
      <div class="row">
        <a
          class="button"
          href={`/me/help/requests/${props.ticket.id}`}
          aria-label={`${words.home.readAnswer}: ${title()}`}
        >
          {words.home.readAnswer}
        </a>
      </div>
    </article>
  )
}
