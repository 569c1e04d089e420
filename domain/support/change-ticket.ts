/** What becomes of a ticket: each is one decision on the ticket as it stands, and adds to what was said and done. */
import type { TicketPhoto, TicketState } from '../bookings/wishes/support-requests.ts'
import type { MemberId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import { limits } from '../values/limits.ts'
import { refuse, type TicketDecision } from './open-ticket.ts'
import type { Channel, EntryBody, Ticket, TicketEntry } from './ticket.ts'

/** Who acts on it: its member, somebody of the team, or the space by itself. */
export interface Hand {
  readonly by: MemberId | null
  readonly isOfTeam: boolean
}

/** Of the member's own ticket one is its member, whatever else one is; of anybody else's only staff of the location have a say. */
export function handOn(
  ticket: Ticket,
  actor: { readonly id: MemberId; readonly isStaffHere: boolean },
): Hand | null {
  if (ticket.memberId === actor.id) return { by: actor.id, isOfTeam: false }
  return actor.isStaffHere ? { by: actor.id, isOfTeam: true } : null
}

export interface Said {
  readonly text: string
  readonly photos: readonly TicketPhoto[]
  readonly via: Channel
}

/**
 * The team's first word answers it, and whoever says it has it. A member's word opens it again. `unread` is what stands in it behind what whoever
 * answers had seen: where another of the team has answered there, a second answer is not given unseen.
 */
export function reply(
  ticket: Ticket,
  hand: Hand,
  said: Said,
  now: Instant,
  unread: readonly TicketEntry[] = [],
): TicketDecision {
  const isAnswered = unread.some((entry) => isWordOfAnother(entry, hand) && entry.isOfTeam)
  if (hand.isOfTeam && isAnswered) return refuse({ reason: 'ticket-went-on' })
  const own: EntryBody[] = [{ kind: 'said', ...said }]
  if (!hand.isOfTeam) {
    const isAgain = ticket.state === 'resolved'
    const state: TicketState = isAgain ? 'open' : ticket.state
    return change(
      { ...ticket, state },
      hand,
      isAgain ? [...own, { kind: 'state', state }] : own,
      now,
    )
  }
  const isTaken = ticket.assignedTo !== null || hand.by === null
  const isFirst = ticket.state === 'open'
  const next: Ticket = {
    ...ticket,
    state: isFirst ? 'in-progress' : ticket.state,
    repliedAt: ticket.repliedAt ?? now,
    assignedTo: isTaken ? ticket.assignedTo : hand.by,
  }
  const further: EntryBody[] = [
    ...(isFirst ? [{ kind: 'state', state: next.state } as const] : []),
    ...(isTaken ? [] : [{ kind: 'assigned', to: hand.by } as const]),
  ]
  return change(next, hand, [...own, ...further], now)
}

export function note(ticket: Ticket, hand: Hand, text: string, now: Instant): TicketDecision {
  if (!hand.isOfTeam) return refuse({ reason: 'not-allowed' })
  return change(ticket, hand, [{ kind: 'note', text }], now)
}

/**
 * A member says that it is done, or is not; that somebody works on it is the team's to say. The team does not close what it has not read, be it
 * its member's word or another answer.
 */
export function setState(
  ticket: Ticket,
  hand: Hand,
  state: TicketState,
  now: Instant,
  unread: readonly TicketEntry[] = [],
): TicketDecision {
  if (ticket.state === state) return refuse({ reason: 'unchanged' })
  const isUnread = hand.isOfTeam && unread.some((entry) => isWordOfAnother(entry, hand))
  if (state === 'resolved' && isUnread) return refuse({ reason: 'ticket-went-on' })
  const isOfMember = state === 'resolved' || (state === 'open' && ticket.state === 'resolved')
  if (!hand.isOfTeam && !isOfMember) return refuse({ reason: 'not-allowed' })
  return change({ ...ticket, state }, hand, [{ kind: 'state', state }], now)
}

/** Compare and set: of two who take it at once the second is told. */
export function assign(
  ticket: Ticket,
  hand: Hand,
  { from, to }: { readonly from: MemberId | null; readonly to: MemberId | null },
  now: Instant,
): TicketDecision {
  if (!hand.isOfTeam) return refuse({ reason: 'not-allowed' })
  if (ticket.assignedTo === to) return refuse({ reason: 'unchanged' })
  if (ticket.assignedTo !== from) return refuse({ reason: 'ticket-taken' })
  return change({ ...ticket, assignedTo: to }, hand, [{ kind: 'assigned', to }], now)
}

/** What the space says by itself repeats what is known. */
function isWordOfAnother({ kind, by }: TicketEntry, hand: Hand): boolean {
  return kind === 'said' && by !== null && by !== hand.by
}

/** The end of a ticket is always let in, so that no ticket is open for ever. */
function change(
  ticket: Ticket,
  hand: Hand,
  bodies: readonly EntryBody[],
  now: Instant,
): TicketDecision {
  const isFull = ticket.entries + bodies.length > limits.ticketEntriesMax
  if (isFull && ticket.state !== 'resolved') return refuse({ reason: 'ticket-full' })
  const entries: readonly TicketEntry[] = bodies.map((body, index) => ({
    ...{ ticketId: ticket.id, n: ticket.entries + index + 1, at: now, ...hand },
    ...body,
  }))
  return {
    kind: 'changed',
    ticket: { ...ticket, entries: ticket.entries + entries.length, lastAt: now },
    entries,
  }
}
