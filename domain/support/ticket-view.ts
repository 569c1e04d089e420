/**
 * A member's tickets as they see them: what the space says, and on top of it what this device wishes and has no answer about. A wish that
 * was refused is told with its reason; what was written is never lost from sight.
 */
import type { OwnIntent } from '../bookings/booking-view.ts'
import type { Refusal } from '../bookings/wishes/refusal.ts'
import type {
  TicketCategory,
  TicketPhoto,
  TicketState,
} from '../bookings/wishes/support-requests.ts'
import { type SiteId, type TicketId, ticketIdOf } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import type { OwnTicket, ToldEntry } from './support-sections.ts'

/** `saved`: on this device alone. `sent`: the space has it and has not answered. */
export type Waiting = 'saved' | 'sent' | 'expired'

export interface ViewedTicket {
  readonly id: TicketId
  readonly siteId: SiteId
  /** Null until the space has given one. */
  readonly number: number | null
  readonly category: TicketCategory
  readonly state: TicketState
  readonly about: OwnTicket['about']
  readonly openedAt: Instant
  readonly lastAt: Instant
  readonly replyBy: Instant | null
  readonly waiting: Waiting | null
  readonly entries: readonly ViewedEntry[]
  /** The space said no to it, or to the last word about it. */
  readonly refusal: Refusal | null
}

export interface ViewedEntry {
  readonly key: string
  readonly at: Instant
  readonly byName: string | null
  readonly isOfTeam: boolean
  readonly body:
    | { readonly kind: 'said'; readonly text: string; readonly photos: readonly TicketPhoto[] }
    | { readonly kind: 'state'; readonly state: TicketState }
  readonly waiting: Waiting | null
}

export interface ViewInput {
  readonly tickets: Iterable<OwnTicket>
  readonly entries: Iterable<ToldEntry>
  readonly intents: readonly OwnIntent[]
}

/** The latest first. */
export function viewTickets({ tickets, entries, intents }: ViewInput): readonly ViewedTicket[] {
  const views = new Map<TicketId, ViewedTicket>()
  const said = new Map<TicketId, ViewedEntry[]>()
  for (const one of entries) {
    const entry = viewedEntry(one)
    if (entry !== null) said.set(one.ticketId, [...(said.get(one.ticketId) ?? []), entry])
  }
  for (const ticket of tickets) {
    const own = (said.get(ticket.id) ?? []).sort((a, b) => orderOf(a) - orderOf(b))
    views.set(ticket.id, { ...ticket, waiting: null, entries: own, refusal: null })
  }
  for (const one of [...intents].sort((a, b) => a.intent.seq - b.intent.seq)) lay(views, one)
  return [...views.values()].sort((a, b) => b.lastAt - a.lastAt || (a.id < b.id ? 1 : -1))
}

type Views = Map<TicketId, ViewedTicket>

function lay(views: Views, { intent, state, settled }: OwnIntent): void {
  const waiting: Waiting = state === 'saved' ? 'saved' : state === 'expired' ? 'expired' : 'sent'
  const refusal = settled?.outcome.kind === 'refused' ? settled.outcome.refusal : null
  const mark = { key: intent.id, at: intent.madeAt, byName: null, isOfTeam: false, waiting }
  if (intent.kind === 'ticket.open') {
    const id = ticketIdOf(intent.id)
    const { siteId, category, text, about, forMemberId } = intent.body
    if (views.has(id) || forMemberId !== null) return
    const first: ViewedEntry = { ...mark, body: { kind: 'said', text, photos: [] } }
    views.set(id, {
      ...{ id, siteId, category, about, number: null, state: 'open', replyBy: null },
      ...{ openedAt: intent.madeAt, lastAt: intent.madeAt, waiting, entries: [first], refusal },
    })
    return
  }
  if (intent.kind !== 'ticket.reply' && intent.kind !== 'ticket.set-state') return
  const view = views.get(intent.body.ticketId)
  if (view === undefined) return
  if (refusal !== null) return void views.set(view.id, { ...view, refusal })
  // Outcome and facts arrive in one group: what is settled is in the ticket.
  if (state === 'settled') return
  const body: ViewedEntry['body'] =
    intent.kind === 'ticket.reply'
      ? { kind: 'said', text: intent.body.text, photos: intent.body.photos }
      : { kind: 'state', state: intent.body.state }
  const entry: ViewedEntry = { ...mark, body }
  const isAgain = body.kind === 'said' && view.state === 'resolved'
  const next = body.kind === 'state' ? body.state : isAgain ? 'open' : view.state
  views.set(view.id, { ...view, state: next, entries: [...view.entries, entry] })
}

function viewedEntry(entry: ToldEntry): ViewedEntry | null {
  const { ticketId, n, at, byName, isOfTeam } = entry
  const mark = { key: `${ticketId}/${n}`, at, byName, isOfTeam, waiting: null }
  switch (entry.kind) {
    case 'said':
      return { ...mark, body: { kind: 'said', text: entry.text, photos: entry.photos } }
    case 'state':
      return { ...mark, body: { kind: 'state', state: entry.state } }
    case 'note':
    case 'assigned':
      return null
  }
}

function orderOf({ key }: ViewedEntry): number {
  return Number(key.slice(key.indexOf('/') + 1))
}
