import type { JSX } from 'solid-js'
import type { ViewedTicket } from '../../domain/support/ticket-view.ts'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'

/** The state of a request in words; one that is not with the team yet says that instead. */
export function TicketState(props: {
  readonly ticket: Pick<ViewedTicket, 'state' | 'waiting' | 'refusal'>
}): JSX.Element {
  const said = () => {
    const { state, waiting, refusal } = props.ticket
    if (refusal !== null || waiting === 'expired') {
      return { tone: 'problem', icon: 'problem', word: words.states.words.refused } as const
    }
    if (waiting === 'saved') {
      return { tone: 'held', icon: 'saved', word: words.states.words.saved } as const
    }
    const icon = state === 'resolved' ? 'check' : state === 'open' ? 'sent' : 'clock'
    const tone = state === 'resolved' ? 'busy' : 'available'
    return { tone, icon, word: words.support.states[state] } as const
  }
  return (
    <span class="state" data-tone={said().tone}>
      <Icon name={said().icon} />
      {said().word}
    </span>
  )
}
