/** Tickets: opened, answered, noted, given to somebody, resolved and opened again. */
import { isStaff } from '../../domain/access/role.ts'
import { granted } from '../../domain/bookings/wishes/granted.ts'
import type { Intent } from '../../domain/bookings/wishes/intent.ts'
import type { SeenUpTo, TicketAbout } from '../../domain/bookings/wishes/support-requests.ts'
import { isForgotten } from '../../domain/memberships/forgotten.ts'
import type { Member } from '../../domain/memberships/member.ts'
import {
  assign,
  type Hand,
  handOn,
  note,
  reply,
  setState,
} from '../../domain/support/change-ticket.ts'
import { type Desk, openTicket, type TicketDecision } from '../../domain/support/open-ticket.ts'
import type { Ticket, TicketEntry } from '../../domain/support/ticket.ts'
import { type TicketId, ticketIdOf } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Decision, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { refused } from '../settlement/verdict.ts'
import { findBlob } from '../storage/blobs.ts'
import { entriesBehind, findTicket } from '../storage/load-support.ts'
import { deskOf, ownAbout } from './desk-of.ts'

interface OpeningFacts {
  readonly desk: Desk
  readonly about: TicketAbout
  readonly owner: Member
}

const openOne = settlementKind<'ticket.open', OpeningFacts | null>({
  kind: 'ticket.open',
  load: async (ledger, { body }, actor) => {
    const { siteId, forMemberId, about } = body
    if (!actor.siteIds.includes(siteId)) return null
    if (forMemberId !== null && !isStaff(actor.role)) return null
    const catalogue = await ledger.catalogue(siteId)
    const owner = forMemberId === null ? actor : await ledger.member(forMemberId)
    if (catalogue === null || owner === null || !owner.siteIds.includes(siteId)) return null
    const { id: memberId, teamId } = owner
    return {
      desk: await deskOf(ledger.tx, catalogue, memberId),
      about: await ownAbout(ledger.tx, catalogue, { memberId, teamId }, about),
      owner,
    }
  },
  decide: (intent, facts, actor, now) => {
    if (facts === null) return refused({ reason: 'not-allowed' })
    const { category, text, forMemberId } = intent.body
    const { desk, about, owner } = facts
    const isLogged = forMemberId !== null
    const question = {
      ...{ id: ticketIdOf(intent.id), memberId: owner.id, category, text, about },
      via: isLogged ? ('staff' as const) : ('app' as const),
      loggedBy: isLogged ? actor.id : null,
    }
    return decided(intent, openTicket(question, desk, now), now)
  },
})

interface Held {
  readonly ticket: Ticket
  readonly hand: Hand
}

/** The ticket, and whose hand is on it; somebody else's is none. */
async function held(ledger: Ledger, ticketId: TicketId, actor: Member): Promise<Held | null> {
  const ticket = await findTicket(ledger.tx, ticketId)
  if (ticket === null) return null
  const isStaffHere = isStaff(actor.role) && actor.siteIds.includes(ticket.siteId)
  const hand = handOn(ticket, { id: actor.id, isStaffHere })
  return hand === null ? null : { ticket, hand }
}

/** Whether words about it still have a reader: of whoever is forgotten nothing more is written down. */
async function hasReader(ledger: Ledger, { ticket, hand }: Held): Promise<boolean> {
  if (!hand.isOfTeam) return true
  const owner = await ledger.member(ticket.memberId)
  return owner !== null && !isForgotten(owner)
}

interface Read extends Held {
  /** What stands in it behind what whoever acts says they had seen. */
  readonly unread: readonly TicketEntry[]
}

/** Whoever says nothing of what they had seen is taken by their word: members, and apps from before it was asked. */
async function heldAsRead(
  ledger: Ledger,
  { ticketId, seen }: { readonly ticketId: TicketId; readonly seen?: SeenUpTo },
  actor: Member,
): Promise<Read | null> {
  const found = await held(ledger, ticketId, actor)
  if (found === null) return null
  const unread = seen === undefined ? [] : await entriesBehind(ledger.tx, ticketId, seen)
  return { ...found, unread }
}

interface Answering extends Read {
  /** The space has its pictures. */
  readonly isKept: boolean
  readonly isRead: boolean
}

const replyTo = settlementKind<'ticket.reply', Answering | null>({
  kind: 'ticket.reply',
  load: async (ledger, { body }, actor) => {
    const found = await heldAsRead(ledger, body, actor)
    if (found === null) return null
    const names = body.photos.flatMap(({ full, small }) => [full, small])
    const { siteId } = found.ticket
    const kept = await Promise.all(names.map((name) => findBlob(ledger.tx, siteId, name)))
    const isKept = kept.every((blob) => blob !== undefined)
    return { ...found, isKept, isRead: await hasReader(ledger, found) }
  },
  decide: (intent, found, _actor, now) => {
    if (found === null) return refused({ reason: 'unknown-ticket' })
    if (!found.isRead) return refused({ reason: 'not-reachable' })
    if (!found.isKept) return refused({ reason: 'malformed' })
    const { ticket, hand, unread } = found
    const { text, photos } = intent.body
    return decided(intent, reply(ticket, hand, { text, photos, via: 'app' }, now, unread), now)
  },
})

const setStateOf = settlementKind<'ticket.set-state', Read | null>({
  kind: 'ticket.set-state',
  load: (ledger, { body }, actor) => heldAsRead(ledger, body, actor),
  decide: (intent, found, _actor, now) => {
    if (found === null) return refused({ reason: 'unknown-ticket' })
    const { ticket, hand, unread } = found
    return decided(intent, setState(ticket, hand, intent.body.state, now, unread), now)
  },
})

const noteOn = settlementKind<'ticket.note', (Held & { readonly isRead: boolean }) | null>({
  kind: 'ticket.note',
  load: async (ledger, { body }, actor) => {
    const found = await held(ledger, body.ticketId, actor)
    return found === null ? null : { ...found, isRead: await hasReader(ledger, found) }
  },
  decide: (intent, found, _actor, now) => {
    if (found === null) return refused({ reason: 'unknown-ticket' })
    if (!found.isRead) return refused({ reason: 'not-reachable' })
    return decided(intent, note(found.ticket, found.hand, intent.body.text, now), now)
  },
})

const assignOne = settlementKind<'ticket.assign', (Held & { readonly isOfTeam: boolean }) | null>({
  kind: 'ticket.assign',
  load: async (ledger, { body }, actor) => {
    const found = await held(ledger, body.ticketId, actor)
    if (found === null) return null
    const to = body.to === null ? null : await ledger.member(body.to)
    const isHere = to !== null && isStaff(to.role) && to.siteIds.includes(found.ticket.siteId)
    return { ...found, isOfTeam: body.to === null || isHere }
  },
  decide: (intent, found, _actor, now) => {
    if (found === null) return refused({ reason: 'unknown-ticket' })
    if (!found.isOfTeam) return refused({ reason: 'not-allowed' })
    return decided(intent, assign(found.ticket, found.hand, intent.body, now), now)
  },
})

export const ticketKinds = [openOne, replyTo, setStateOf, noteOn, assignOne]

/** What somebody wrote weeks ago without a network is still worth reading; only its deadline says otherwise. */
function decided(
  { kind, deadlineAt }: Pick<Intent, 'kind' | 'deadlineAt'>,
  decision: TicketDecision,
  now: Instant,
): Decision {
  if (deadlineAt < now) return refused({ reason: 'expired', deadlineAt })
  if (decision.kind === 'refused') return refused(decision.refusal)
  const { ticket, entries } = decision
  return {
    outcome: granted,
    facts: [
      { kind: 'ticket', ticket, entries },
      // What was said stands in the ticket itself; the trail says that it was.
      { kind: 'audit', command: kind, subject: ticket.id, detail: ticket.state },
    ],
  }
}
