/** Facts about help, and which documents show them. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { SupportSettings } from '../../domain/bookings/wishes/support-requests.ts'
import { type Article, orderArticles } from '../../domain/support/article.ts'
import type { Outage } from '../../domain/support/outage.ts'
import type { Ticket, TicketEntry } from '../../domain/support/ticket.ts'
import type { ArticleId, IntentId, SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { articlesOfSite } from '../storage/load-support.ts'
import type { Tx } from '../storage/storage.ts'

export type SupportFact =
  /** A ticket as it is now, and what is new about it; a new one is given its number where it is written. */
  | {
      readonly kind: 'ticket'
      readonly ticket: Ticket
      readonly entries: readonly TicketEntry[]
    }
  | { readonly kind: 'article'; readonly article: Article }
  | {
      readonly kind: 'article-order'
      readonly siteId: SiteId
      readonly articleIds: readonly ArticleId[]
    }
  | {
      readonly kind: 'article-solved'
      readonly siteId: SiteId
      readonly articleId: ArticleId
      readonly intentId: IntentId
    }
  | { readonly kind: 'outage'; readonly outage: Outage }
  | {
      readonly kind: 'support-settings'
      readonly siteId: SiteId
      readonly settings: SupportSettings
    }

const kinds: Readonly<Record<SupportFact['kind'], true>> = {
  ticket: true,
  article: true,
  'article-order': true,
  'article-solved': true,
  outage: true,
  'support-settings': true,
}

export function isOfSupport<Other extends { readonly kind: string }>(
  fact: Other | SupportFact,
): fact is SupportFact {
  return Object.hasOwn(kinds, fact.kind)
}

export async function writeSupport(
  tx: Tx,
  fact: SupportFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  switch (fact.kind) {
    case 'ticket':
      return writeTicket(tx, fact)
    case 'article':
      await writeArticle(tx, fact.article)
      return publicOf(fact.article.siteId)
    case 'article-order':
      for (const article of orderArticles(await articlesOfSite(tx, fact.siteId), fact.articleIds)) {
        await writeArticle(tx, article)
      }
      return publicOf(fact.siteId)
    case 'article-solved': {
      const { siteId: site_id, articleId: article_id, intentId: intent_id } = fact
      const row = { intent_id, site_id, article_id, solved_at: now }
      await tx.insertInto('article_solved').values(row).execute()
      return [{ kind: 'support', siteId: fact.siteId }]
    }
    case 'outage':
      await writeOutage(tx, fact.outage)
      return publicOf(fact.outage.siteId)
    case 'support-settings': {
      const body = JSON.stringify(fact.settings)
      await tx
        .insertInto('support_setting')
        .values({ site_id: fact.siteId, body })
        .onConflict((conflict) => conflict.column('site_id').doUpdateSet({ body }))
        .execute()
      return [{ kind: 'support', siteId: fact.siteId }]
    }
  }
}

/** What members read, and what the team does. */
function publicOf(siteId: SiteId): readonly DocumentName[] {
  return [
    { kind: 'articles', siteId },
    { kind: 'support', siteId },
  ]
}

/** Numbers rise without a gap, because settlement is one at a time and a ticket is never taken back. */
async function writeTicket(
  tx: Tx,
  { ticket, entries }: Extract<SupportFact, { kind: 'ticket' }>,
): Promise<readonly DocumentName[]> {
  const { id, siteId, memberId, state, outageId, lastAt } = ticket
  const number = ticket.number === 0 ? await nextNumber(tx, siteId) : ticket.number
  const body = JSON.stringify({ ...ticket, number })
  const row = { id, site_id: siteId, member_id: memberId, number, state, last_at: lastAt, body }
  await tx
    .insertInto('ticket')
    .values({ ...row, outage_id: outageId })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ state, outage_id: outageId, last_at: lastAt, body }),
    )
    .execute()
  const rows = entries.map((entry) => ({ ticket_id: id, n: entry.n, body: JSON.stringify(entry) }))
  await tx.insertInto('ticket_entry').values(rows).execute()
  return [
    { kind: 'tickets', memberId },
    { kind: 'support', siteId },
  ]
}

async function nextNumber(tx: Tx, siteId: SiteId): Promise<number> {
  const last = await tx
    .selectFrom('ticket')
    .select((select) => select.fn.max('number').as('number'))
    .where('site_id', '=', siteId)
    .executeTakeFirst()
  return Number(last?.number ?? 0) + 1
}

async function writeArticle(tx: Tx, article: Article): Promise<void> {
  const { id, siteId: site_id, position, state } = article
  const body = JSON.stringify(article)
  await tx
    .insertInto('article')
    .values({ id, site_id, position, state, body })
    .onConflict((conflict) =>
      conflict.columns(['site_id', 'id']).doUpdateSet({ position, state, body }),
    )
    .execute()
}

async function writeOutage(tx: Tx, outage: Outage): Promise<void> {
  const { id, siteId: site_id, since, endedAt: ended_at } = outage
  const body = JSON.stringify(outage)
  await tx
    .insertInto('outage')
    .values({ id, site_id, since, ended_at, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ended_at, body }))
    .execute()
}
