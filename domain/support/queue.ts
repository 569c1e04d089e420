/** The order in which the team should answer: what is over its time first, then what is due next, then what waits for somebody else. */
import type { Instant } from '../values/instant.ts'
import type { Ticket } from './ticket.ts'

type Waiting = Pick<Ticket, 'id' | 'state' | 'replyBy' | 'repliedAt' | 'lastAt' | 'assignedTo'>

/** Nobody of the team has answered it yet. */
export function isUnanswered({ state, repliedAt }: Waiting): boolean {
  return state !== 'resolved' && repliedAt === null
}

export function isOverdue(ticket: Waiting, now: Instant): boolean {
  return isUnanswered(ticket) && ticket.replyBy < now
}

/** Unanswered ones by when they are due, so that those over it come first; then what is worked on, the longest untouched first. */
export function inOrderOfNeed<One extends Waiting>(tickets: readonly One[]): readonly One[] {
  const rank = (one: Waiting) => (one.state === 'resolved' ? 2 : isUnanswered(one) ? 0 : 1)
  return [...tickets].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b)
    const byTime =
      rank(a) === 0
        ? a.replyBy - b.replyBy
        : rank(a) === 1
          ? a.lastAt - b.lastAt
          : b.lastAt - a.lastAt
    return byTime || (a.id < b.id ? -1 : 1)
  })
}

export function unassigned<One extends Waiting>(tickets: readonly One[]): readonly One[] {
  return tickets.filter(({ state, assignedTo }) => state !== 'resolved' && assignedTo === null)
}
