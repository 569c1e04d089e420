/** One request: all that was said and done about it, what waits on this device, and the next word. */
import { useParams } from '@solidjs/router'
import { createEffect, type JSX, Show } from 'solid-js'
import './support.css'
import '../ui/ticket-thread.css'
import { placeName } from '../../domain/sites/catalogue.ts'
import type { ViewedTicket } from '../../domain/support/ticket-view.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { dismiss, isDismissed } from '../store/dismissed.ts'
import { dueText } from '../ui/moment-text.ts'
import { words } from '../ui/words.ts'
import { noteAnswerRead } from './answers-read.ts'
import { BackToHelp } from './back-to-help.tsx'
import { createOwnTickets } from './help-model.ts'
import { ReplyForm } from './reply-form.tsx'
import { Thread } from './thread.tsx'
import { TicketState } from './ticket-state.tsx'

export function TicketPage(): JSX.Element {
  return <WithSpace>{(space) => <Page space={space()} />}</WithSpace>
}

function Page(props: { readonly space: Space }): JSX.Element {
  const params = useParams<{ ticket: string }>()
  const tickets = createOwnTickets()
  const ticket = () => tickets()?.find(({ id }) => id === params.ticket)
  return (
    <main class="page" id="main" tabindex="-1">
      <BackToHelp />
      <Show when={tickets() !== undefined}>
        <Show when={ticket()} fallback={<h1>{words.support.unknownTicket}</h1>}>
          {(found) => <Ticket space={props.space} ticket={found()} />}
        </Show>
      </Show>
    </main>
  )
}

function Ticket(props: { readonly space: Space; readonly ticket: ViewedTicket }): JSX.Element {
  const place = () => {
    const { resourceId } = props.ticket.about
    return resourceId === null ? null : placeName(props.space.catalogue, resourceId)
  }
  const facts = () =>
    [
      words.support.categories[props.ticket.category],
      place(),
      props.ticket.about.billId === null ? null : words.support.aboutBill,
    ].filter((one) => one !== null)
  createEffect(() => noteAnswerRead(props.ticket))
  const replyBy = () => {
    const at = props.ticket.replyBy
    return at === null || at < props.space.now
      ? null
      : dueText(props.space.catalogue.zone, at, props.space.today)
  }
  createEffect(() => {
    const answer = lastSeenAnswer(props.ticket)
    if (answer !== null && !isDismissed(answer)) dismiss(answer)
  })
  return (
    <>
      <div class="row" data-spread>
        <h1>{words.support.number(props.ticket.number)}</h1>
        <span role="status">
          <TicketState ticket={props.ticket} />
        </span>
      </div>
      <p class="soft">{facts().join(' · ')}</p>
      <Show when={props.ticket.refusal}>
        {(no) => (
          <p class="notice" data-tone="problem">
            {words.support.refused(words.refusal(no()))}
          </p>
        )}
      </Show>
      <Thread space={props.space} ticket={props.ticket} />
      <Show when={replyBy()}>{(when) => <p class="soft">{words.support.replyBy(when())}</p>}</Show>
      <ReplyForm ticket={props.ticket} />
    </>
  )
}

/** What the team said last, so that it is counted as unread no longer. */
function lastSeenAnswer({ entries }: ViewedTicket): string | null {
  const said = entries.filter(({ body, waiting }) => body.kind === 'said' && waiting === null)
  const last = said.at(-1)
  return last?.isOfTeam === true ? last.key : null
}
