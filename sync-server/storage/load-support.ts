/** Reads of help. Bodies are what we wrote ourselves, so they are believed. */
import type { SupportSettings } from '../../domain/bookings/wishes/support-requests.ts'
import type { Article } from '../../domain/support/article.ts'
import type { Outage } from '../../domain/support/outage.ts'
import type { TicketStories } from '../../domain/support/support-sections.ts'
import { usualSupport } from '../../domain/support/support-settings.ts'
import type { Ticket, TicketEntry } from '../../domain/support/ticket.ts'
import { limits } from '../../domain/values/limits.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

export async function findTicket(reader: Reader, id: string): Promise<Ticket | null> {
  const found = reader.selectFrom('ticket').select('body').where('id', '=', id)
  const row = await found.executeTakeFirst()
  return row === undefined ? null : parseKept<Ticket>(row.body)
}

export async function findEntry(
  reader: Reader,
  ticketId: string,
  n: number,
): Promise<TicketEntry | null> {
  const row = await reader
    .selectFrom('ticket_entry')
    .select('body')
    .where('ticket_id', '=', ticketId)
    .where('n', '=', n)
    .executeTakeFirst()
  return row === undefined ? null : parseKept<TicketEntry>(row.body)
}

/** What stands in it behind the entry of that number, in order. */
export async function entriesBehind(
  reader: Reader,
  ticketId: string,
  n: number,
): Promise<readonly TicketEntry[]> {
  const rows = await reader
    .selectFrom('ticket_entry')
    .select('body')
    .where('ticket_id', '=', ticketId)
    .where('n', '>', n)
    .orderBy('n')
    .execute()
  return rows.map((row) => parseKept<TicketEntry>(row.body))
}

export async function countOpenTickets(reader: Reader, memberId: string): Promise<number> {
  const row = await reader
    .selectFrom('ticket')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('member_id', '=', memberId)
    .where('state', '<>', 'resolved')
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Those that are open, and of the resolved ones the latest. */
export async function ticketsOfMember(reader: Reader, memberId: string): Promise<TicketStories> {
  return stories(reader, 'member_id', memberId, limits.openTicketsMax, limits.resolvedTicketsKept)
}

export async function ticketsOfSite(reader: Reader, siteId: string): Promise<TicketStories> {
  const { ticketsListedMax, resolvedTicketsListed } = limits
  return stories(reader, 'site_id', siteId, ticketsListedMax, resolvedTicketsListed)
}

async function stories(
  reader: Reader,
  column: 'member_id' | 'site_id',
  id: string,
  open: number,
  resolved: number,
): Promise<TicketStories> {
  const of = reader.selectFrom('ticket').select(['id', 'body']).where(column, '=', id)
  const rows = [
    ...(await of.where('state', '<>', 'resolved').orderBy('number').limit(open).execute()),
    ...(await of
      .where('state', '=', 'resolved')
      .orderBy('last_at', 'desc')
      .orderBy('id')
      .limit(resolved)
      .execute()),
  ]
  const entries: TicketEntry[] = []
  for (const part of inParts(rows.map((row) => row.id))) {
    const found = await reader
      .selectFrom('ticket_entry')
      .select('body')
      .where('ticket_id', 'in', part)
      .orderBy('ticket_id')
      .orderBy('n')
      .execute()
    entries.push(...found.map((row) => parseKept<TicketEntry>(row.body)))
  }
  return { tickets: rows.map((row) => parseKept<Ticket>(row.body)), entries }
}

/** In the team's order, in whatever state. */
export async function articlesOfSite(reader: Reader, siteId: string): Promise<readonly Article[]> {
  const rows = await reader
    .selectFrom('article')
    .select('body')
    .where('site_id', '=', siteId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => parseKept<Article>(row.body))
}

/** How often each article was all that was needed. */
export async function solvedOfSite(
  reader: Reader,
  siteId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('article_solved')
    .select((select) => ['article_id', select.fn.countAll<number>().as('count')])
    .where('site_id', '=', siteId)
    .groupBy('article_id')
    .orderBy('article_id')
    .execute()
  return new Map(rows.map((row) => [row.article_id, Number(row.count)]))
}

/** Those that are not over, the oldest first. */
export async function outagesOfSite(reader: Reader, siteId: string): Promise<readonly Outage[]> {
  const rows = await reader
    .selectFrom('outage')
    .select('body')
    .where('site_id', '=', siteId)
    .where('ended_at', 'is', null)
    .orderBy('since')
    .orderBy('id')
    .execute()
  return rows.map((row) => parseKept<Outage>(row.body))
}

/** Open tickets that are about a known problem. */
export async function ticketsOfOutage(
  reader: Reader,
  outageId: string,
): Promise<readonly Ticket[]> {
  const rows = await reader
    .selectFrom('ticket')
    .select('body')
    .where('outage_id', '=', outageId)
    .where('state', '<>', 'resolved')
    .orderBy('number')
    .execute()
  return rows.map((row) => parseKept<Ticket>(row.body))
}

export async function supportSettings(reader: Reader, siteId: string): Promise<SupportSettings> {
  const found = reader.selectFrom('support_setting').select('body').where('site_id', '=', siteId)
  const row = await found.executeTakeFirst()
  return row === undefined ? usualSupport : parseKept<SupportSettings>(row.body)
}
