/**
 * The team's requests as one of them sees them on their device: what the space says, and on top of it what they did here and have no answer about,
 * foreseen by the same rules by which the space will decide. What it said no to is told with its reason and what was written.
 */
import type { OwnIntent } from '../bookings/booking-view.ts'
import { standingOf } from '../bookings/standing.ts'
import type { AnyIntent } from '../bookings/wishes/intent.ts'
import type { Refusal } from '../bookings/wishes/refusal.ts'
import type { SupportSettings } from '../bookings/wishes/support-requests.ts'
import type { Catalogue } from '../sites/catalogue.ts'
import { type IntentId, type MemberId, type TicketId, ticketIdOf } from '../values/ids.ts'
import { assign, handOn, note, reply, setState } from './change-ticket.ts'
import { openTicket, type TicketDecision } from './open-ticket.ts'
import type { Outage } from './outage.ts'
import type { TeamTicket, ToldEntry } from './support-sections.ts'
import type { EntryBody } from './ticket.ts'
import type { Waiting } from './ticket-view.ts'

/** What one of the team does to a request: all of it can be done without a network. */
export const deskKinds = [
  'ticket.open',
  'ticket.reply',
  'ticket.note',
  'ticket.set-state',
  'ticket.assign',
] as const
export type DeskIntent = Extract<AnyIntent, { readonly kind: (typeof deskKinds)[number] }>

/** What this device knows of help at one location. */
export interface KnownDesk {
  readonly tickets: Iterable<TeamTicket>
  readonly entries: Iterable<ToldEntry>
  readonly outages: readonly Outage[]
  readonly settings: SupportSettings
  readonly catalogue: Catalogue
  /** This device's own wishes of the kinds above, in the order in which they were made. */
  readonly intents: readonly OwnIntent[]
  readonly me: { readonly id: MemberId; readonly name: string }
  /** Of somebody for whom a request was logged here; empty where this device does not know. */
  readonly nameOf: (memberId: MemberId) => string
}

export interface DeskTicket extends TeamTicket {
  /** Of its entries, how many the space has told: what whoever acts on it has seen. */
  readonly seen: number
  /** How far the last of what was done to it here has come; null where nothing waits. */
  readonly waiting: Waiting | null
  readonly said: readonly DeskEntry[]
  readonly notDone: readonly NotDone[]
}

export type DeskEntry = ToldEntry & {
  readonly key: string
  /** The wish of this device that waits, at the first of what it adds. */
  readonly wish: IntentId | null
  readonly waiting: Waiting | null
}

/** Something that was done here and is not so: the space said no, or heard of it too late. */
export interface NotDone {
  readonly intent: DeskIntent
  /** Null: too late. */
  readonly refusal: Refusal | null
}

export function viewDesk(known: KnownDesk): readonly DeskTicket[] {
  const views = new Map<TicketId, DeskTicket>()
  for (const ticket of known.tickets) {
    const none = { waiting: null, said: [], notDone: [] }
    views.set(ticket.id, { ...ticket, ...none, seen: ticket.entries })
  }
  for (const [id, said] of toldBy(known.entries)) {
    const view = views.get(id)
    if (view !== undefined) views.set(id, { ...view, said })
  }
  for (const one of known.intents) lay(views, one, known)
  return [...views.values()]
}

function toldBy(entries: Iterable<ToldEntry>): ReadonlyMap<TicketId, readonly DeskEntry[]> {
  const found = new Map<TicketId, DeskEntry[]>()
  for (const one of entries) {
    const entry = { ...one, key: `${one.ticketId}/${one.n}`, wish: null, waiting: null }
    const before = found.get(one.ticketId)
    if (before === undefined) found.set(one.ticketId, [entry])
    else before.push(entry)
  }
  for (const said of found.values()) said.sort((a, b) => a.n - b.n)
  return found
}

type Views = Map<TicketId, DeskTicket>

function lay(views: Views, own: OwnIntent, known: KnownDesk): void {
  const { intent } = own
  if (!isOfDesk(intent)) return
  if (intent.kind === 'ticket.open') open(views, intent, known)
  const id = intent.kind === 'ticket.open' ? ticketIdOf(intent.id) : intent.body.ticketId
  const view = views.get(id)
  if (view === undefined) return
  const standing = standingOf(own)
  if (standing.kind === 'not-done') {
    const { refusal } = standing
    return void views.set(id, { ...view, notDone: [...view.notDone, { intent, refusal }] })
  }
  // Outcome and facts arrive in one group: what is settled is in the ticket.
  if (standing.kind === 'done' || (intent.kind === 'ticket.open' && view.seen > 0)) return
  const { waiting } = standing
  views.set(id, { ...foreseen(view, intent, waiting, known), waiting })
}

function isOfDesk(intent: AnyIntent): intent is DeskIntent {
  return deskKinds.some((kind) => kind === intent.kind)
}

/** One that was logged here for a member; the space gives it its number. */
function open(
  views: Views,
  intent: Extract<DeskIntent, { readonly kind: 'ticket.open' }>,
  { catalogue, settings, outages, nameOf, me }: KnownDesk,
): void {
  const id = ticketIdOf(intent.id)
  const { siteId, category, text, about, forMemberId } = intent.body
  if (views.has(id) || forMemberId === null || siteId !== catalogue.site.id) return
  const asked = { id, memberId: forMemberId, category, text, about, loggedBy: me.id }
  const desk = { catalogue, settings, outages, openCount: 0 }
  const decision = openTicket({ ...asked, via: 'staff' }, desk, intent.madeAt)
  if (decision.kind === 'refused') return
  const memberName = nameOf(forMemberId)
  views.set(id, {
    ...decision.ticket,
    ...{ memberName, subject: text, seen: 0, waiting: null, said: [], notDone: [] },
  })
}

function foreseen(
  view: DeskTicket,
  intent: DeskIntent,
  waiting: Waiting,
  { me }: KnownDesk,
): DeskTicket {
  const hand = handOn(view, { id: me.id, isStaffHere: true })
  const decision = hand === null ? null : decisionOn(view, hand, intent)
  const isForeseen = decision !== null && decision.kind === 'changed'
  // What the space may well refuse stays in sight all the same, as long as it was not.
  const bodies: readonly EntryBody[] = isForeseen ? decision.entries : wordsOf(intent)
  const said = bodies.map((body, index): DeskEntry => {
    const { id: ticketId } = view
    const mark = { ticketId, n: view.said.length + index + 1, at: intent.madeAt, by: me.id }
    return {
      ...{ ...mark, ...body, isOfTeam: hand?.isOfTeam ?? true },
      ...{ byName: me.name, key: `${intent.id}/${index}`, waiting },
      wish: index === 0 ? intent.id : null,
    }
  })
  const ticket = isForeseen ? decision.ticket : {}
  return { ...view, ...ticket, said: [...view.said, ...said] }
}

function decisionOn(
  view: DeskTicket,
  hand: NonNullable<ReturnType<typeof handOn>>,
  intent: DeskIntent,
): TicketDecision | null {
  const now = intent.madeAt
  switch (intent.kind) {
    case 'ticket.open':
      return null
    case 'ticket.reply': {
      const { text, photos } = intent.body
      return reply(view, hand, { text, photos, via: 'app' }, now)
    }
    case 'ticket.note':
      return note(view, hand, intent.body.text, now)
    case 'ticket.set-state':
      return setState(view, hand, intent.body.state, now)
    case 'ticket.assign':
      return assign(view, hand, intent.body, now)
  }
}

function wordsOf(intent: DeskIntent): readonly EntryBody[] {
  switch (intent.kind) {
    case 'ticket.open':
      return [{ kind: 'said', text: intent.body.text, photos: [], via: 'app' }]
    case 'ticket.reply':
      return [{ kind: 'said', text: intent.body.text, photos: intent.body.photos, via: 'app' }]
    case 'ticket.note':
      return [{ kind: 'note', text: intent.body.text }]
    case 'ticket.set-state':
    case 'ticket.assign':
      return []
  }
}

/**
 * What somebody wrote about requests and this device cannot show in any of them: the space said no, and they are nobody of the team any more. The
 * words stay theirs to read.
 */
export function strandedWords(
  intents: readonly OwnIntent[],
  isShown: (ticketId: TicketId) => boolean,
): readonly NotDone[] {
  return intents.flatMap((own) => {
    const { intent } = own
    if (!isOfDesk(intent) || wordsOf(intent).length === 0) return []
    const standing = standingOf(own)
    if (standing.kind !== 'not-done') return []
    const isTold =
      intent.kind === 'ticket.open'
        ? intent.body.forMemberId === null
        : isShown(intent.body.ticketId)
    return isTold ? [] : [{ intent, refusal: standing.refusal }]
  })
}

/** The words of it, for whoever sends them again; empty where it has none. */
export function textOf({ body }: DeskIntent): string {
  return 'text' in body ? body.text : ''
}
