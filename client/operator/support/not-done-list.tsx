/** What somebody did to a request without a network, and the space said no to: with why, what they wrote, and the way back. */
import { For, type JSX, Show } from 'solid-js'
import type { DeskTicket, NotDone } from '../../../domain/support/desk-view.ts'
import { textOf } from '../../../domain/support/desk-view.ts'
import { NotDoneNotice, whyNotDone } from '../../app/not-done.tsx'
import { SaidText } from '../../ui/said-text.tsx'
import { words } from '../../ui/team-words.ts'
import { TicketPhotos } from '../../ui/ticket-photos.tsx'

export function NotDoneList(props: {
  readonly ticket: DeskTicket
  readonly onAgain: (one: NotDone) => void
}): JSX.Element {
  return (
    <For each={props.ticket.notDone}>
      {(one) => (
        <NotDoneNotice
          id={one.intent.id}
          what={whatOf(one)}
          why={whyNotDone(one)}
          onAgain={() => props.onAgain(one)}
        >
          <Show when={textOf(one.intent)}>{(text) => <SaidText text={text()} />}</Show>
          <TicketPhotos
            siteId={props.ticket.siteId}
            photos={one.intent.kind === 'ticket.reply' ? one.intent.body.photos : []}
          />
        </NotDoneNotice>
      )}
    </For>
  )
}

function whatOf({ intent }: NotDone): string {
  switch (intent.kind) {
    case 'ticket.open':
      return words.supportDesk.log
    case 'ticket.reply':
      return words.supportDesk.reply
    case 'ticket.note':
      return words.supportDesk.note
    case 'ticket.set-state':
      return words.support.states[intent.body.state]
    case 'ticket.assign':
      return words.supportDesk.giveTo
  }
}
