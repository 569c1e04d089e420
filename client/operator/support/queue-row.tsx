import { type JSX, Show } from 'solid-js'
import type { DeskTicket } from '../../../domain/support/desk-view.ts'
import { isOverdue, isUnanswered } from '../../../domain/support/queue.ts'
import type { Space } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { dueText } from '../../ui/moment-text.ts'
import { words } from '../../ui/team-words.ts'
import type { OpenOne } from '../open-one.ts'
import type { SupportDesk } from './desk-model.ts'

/** One request in the queue: what, who, when it is due, who has it. */
export function queueRowId(ticketId: string): string {
  return `queue-${ticketId}`
}

export function QueueRow(props: {
  readonly space: Space
  readonly desk: SupportDesk
  readonly ticket: DeskTicket
  readonly one: OpenOne
}): JSX.Element {
  const due = () => dueText(props.space.catalogue.zone, props.ticket.replyBy, props.space.today)
  const late = () => isOverdue(props.ticket, props.space.now)
  const state = () => {
    const { waiting, notDone } = props.ticket
    if (notDone.length > 0)
      return { tone: 'problem', icon: 'problem', word: words.support.notDone } as const
    if (waiting === 'saved')
      return { tone: 'held', icon: 'saved', word: words.states.words.saved } as const
    if (late())
      return { tone: 'problem', icon: 'problem', word: words.supportDesk.overdue(due()) } as const
    if (isUnanswered(props.ticket)) {
      return { tone: 'held', icon: 'clock', word: words.supportDesk.due(due()) } as const
    }
    const icon = props.ticket.state === 'resolved' ? 'check' : 'sent'
    return { tone: 'busy', icon, word: words.support.states[props.ticket.state] } as const
  }
  const holder = () => {
    const { assignedTo } = props.ticket
    const name = assignedTo === null ? undefined : props.desk.team().get(assignedTo)
    return name === undefined ? words.supportDesk.nobody : words.supportDesk.has(name)
  }
  return (
    <li>
      <a
        id={queueRowId(props.ticket.id)}
        {...props.one.linkTo(props.ticket.id)}
        aria-current={props.one.id() === props.ticket.id ? 'true' : undefined}
      >
        <strong class="subject" dir="auto">
          {props.ticket.subject}
        </strong>
        <span class="state" data-tone={state().tone}>
          <Icon name={state().icon} />
          {state().word}
        </span>
        <span class="soft">
          {words.support.number(props.ticket.number || null)} · {props.ticket.memberName} ·{' '}
          {words.support.categories[props.ticket.category]}
        </span>
        <Show when={props.ticket.state !== 'resolved'}>
          <span class="soft">{holder()}</span>
        </Show>
      </a>
    </li>
  )
}
