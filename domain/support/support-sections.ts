/**
 * Help as sections. `tickets/<member>`: `tickets` by id, `entries` by `<ticket>/<n>`, and never a word that is the team's own.
 * `articles/<site>`: what is published, and the problems that are known. `support/<site>`, for staff alone: all of it, with names.
 */
import { toJson } from '../bookings/member-sections.ts'
import type { SupportSettings } from '../bookings/wishes/support-requests.ts'
import type { MemberId } from '../values/ids.ts'
import type { Sections } from '../values/sections.ts'
import type { Article } from './article.ts'
import type { Outage } from './outage.ts'
import { isForMember, type Ticket, type TicketEntry } from './ticket.ts'

/** A ticket as its member reads it: who of the team has it, and how it is counted, stays with the team. */
export interface OwnTicket
  extends Pick<
    Ticket,
    'id' | 'siteId' | 'number' | 'category' | 'state' | 'about' | 'via' | 'openedAt' | 'lastAt'
  > {
  readonly replyBy: Ticket['replyBy'] | null
}

/** Who said it, by name; null where the space itself did. */
export type ToldEntry = TicketEntry & { readonly byName: string | null }

export type TeamTicket = Ticket & {
  readonly memberName: string
  /** The beginning of what was asked. */
  readonly subject: string
}

export type TeamArticle = Article & { readonly solved: number }

export type NameOf = (memberId: MemberId | null) => string | null

export interface TicketStories {
  readonly tickets: readonly Ticket[]
  readonly entries: readonly TicketEntry[]
}

export function ownTicketSections({ tickets, entries }: TicketStories, nameOf: NameOf): Sections {
  const told = entries.filter(isForMember)
  return {
    tickets: Object.fromEntries(tickets.map((one) => [one.id, toJson(ownTicket(one))])),
    entries: entrySection(told, nameOf),
  }
}

function ownTicket(ticket: Ticket): OwnTicket {
  const { id, siteId, number, category, state, about, via, openedAt, lastAt } = ticket
  const replyBy = ticket.repliedAt === null && state !== 'resolved' ? ticket.replyBy : null
  return { id, siteId, number, category, state, about, via, openedAt, lastAt, replyBy }
}

function entrySection(entries: readonly TicketEntry[], nameOf: NameOf): Sections[string] {
  return Object.fromEntries(
    entries.map((one) => [
      `${one.ticketId}/${one.n}`,
      toJson({ ...one, byName: nameOf(one.by) } satisfies ToldEntry),
    ]),
  )
}

export interface PublicHelp {
  readonly articles: readonly Article[]
  readonly outages: readonly Outage[]
}

export function articleSections({ articles, outages }: PublicHelp): Sections {
  const published = articles.filter(({ state }) => state === 'published')
  return {
    articles: Object.fromEntries(published.map((one) => [one.id, toJson(one)])),
    outages: outageSection(outages),
  }
}

function outageSection(outages: readonly Outage[]): Sections[string] {
  const current = outages.filter(({ endedAt }) => endedAt === null)
  return Object.fromEntries(current.map((one) => [one.id, toJson(one)]))
}

export interface TeamHelp extends TicketStories, PublicHelp {
  readonly settings: SupportSettings
  /** How often each article was all that was needed, by id. */
  readonly solved: ReadonlyMap<string, number>
  /** Who of the team can be given a ticket, by id. */
  readonly team: ReadonlyMap<MemberId, string>
}

const SUBJECT_LENGTH = 140

export function supportSections(help: TeamHelp, nameOf: NameOf): Sections {
  const first = new Map(
    help.entries.flatMap((one) =>
      one.kind === 'said' && one.n === 1 ? [[one.ticketId, one.text]] : [],
    ),
  )
  const toTeam = (ticket: Ticket): TeamTicket => ({
    ...ticket,
    memberName: nameOf(ticket.memberId) ?? '',
    subject: (first.get(ticket.id) ?? '').slice(0, SUBJECT_LENGTH),
  })
  return {
    tickets: Object.fromEntries(help.tickets.map((one) => [one.id, toJson(toTeam(one))])),
    entries: entrySection(help.entries, nameOf),
    articles: Object.fromEntries(
      help.articles.map((one) => [
        one.id,
        toJson({ ...one, solved: help.solved.get(one.id) ?? 0 } satisfies TeamArticle),
      ]),
    ),
    outages: outageSection(help.outages),
    settings: { support: toJson(help.settings) },
    team: Object.fromEntries(help.team),
  }
}
