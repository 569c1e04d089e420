/** What the support room shows: a member's own tickets, what everybody may read, and the team's queue with all of it. */
import { isStaff, type MemberRole } from '../../domain/access/role.ts'
import {
  articleSections,
  type NameOf,
  ownTicketSections,
  supportSections,
  type TicketStories,
} from '../../domain/support/support-sections.ts'
import { type MemberId, toId } from '../../domain/values/ids.ts'
import { eachOf, type Named, type Projection } from '../settlement/kind.ts'
import { inParts } from '../storage/in-parts.ts'
import { loadZone } from '../storage/load-catalogue.ts'
import {
  articlesOfSite,
  outagesOfSite,
  solvedOfSite,
  supportSettings,
  ticketsOfMember,
  ticketsOfSite,
} from '../storage/load-support.ts'
import type { Tx } from '../storage/storage.ts'

async function projectTickets(tx: Tx, { memberId }: Named<'tickets'>) {
  const found = tx.selectFrom('member').select('id').where('id', '=', memberId)
  if ((await found.executeTakeFirst()) === undefined) return null
  const stories = await ticketsOfMember(tx, memberId)
  return ownTicketSections(stories, await namesIn(tx, stories))
}

async function projectArticles(tx: Tx, { siteId }: Named<'articles'>) {
  if ((await loadZone(tx, siteId)) === null) return null
  const articles = await articlesOfSite(tx, siteId)
  return articleSections({ articles, outages: await outagesOfSite(tx, siteId) })
}

async function projectSupport(tx: Tx, { siteId }: Named<'support'>) {
  if ((await loadZone(tx, siteId)) === null) return null
  const stories = await ticketsOfSite(tx, siteId)
  const help = {
    ...stories,
    articles: await articlesOfSite(tx, siteId),
    outages: await outagesOfSite(tx, siteId),
    settings: await supportSettings(tx, siteId),
    solved: await solvedOfSite(tx, siteId),
    team: await teamOf(tx, siteId),
  }
  return supportSections(help, await namesIn(tx, stories))
}

/** Whoever is not there any more has no name. */
async function namesIn(tx: Tx, { tickets, entries }: TicketStories): Promise<NameOf> {
  const people = [...tickets.map((one) => one.memberId), ...entries.map((one) => one.by)]
  const names = new Map<string, string>()
  for (const part of inParts([...new Set(people.filter((one) => one !== null))])) {
    const rows = await tx
      .selectFrom('member')
      .select(['id', 'name'])
      .where('id', 'in', part)
      .execute()
    for (const row of rows) names.set(row.id, row.name)
  }
  return (memberId) => (memberId === null ? null : (names.get(memberId) ?? null))
}

async function teamOf(tx: Tx, siteId: string): Promise<ReadonlyMap<MemberId, string>> {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .select(['member.id', 'member.name', 'member.role'])
    .where('member_site.site_id', '=', siteId)
    .where('member.role', 'not in', ['member', 'team-manager'])
    .orderBy('member.id')
    .execute()
  const team = rows.filter(({ role }) => isStaff(role as MemberRole)) // written by us alone
  return new Map(team.map(({ id, name }) => [toId('member', id), name]))
}

export const supportProjections: readonly Projection[] = [
  {
    document: 'tickets',
    project: (tx, names) => eachOf(names, (name) => projectTickets(tx, name)),
  },
  {
    document: 'articles',
    project: (tx, names) => eachOf(names, (name) => projectArticles(tx, name)),
  },
  {
    document: 'support',
    project: (tx, names) => eachOf(names, (name) => projectSupport(tx, name)),
  },
]
