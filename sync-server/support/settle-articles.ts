/** What the team writes for everybody: articles, known problems, and what it promises. */
import type { Intent, IntentKind } from '../../domain/bookings/wishes/intent.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { type Article, saveArticle } from '../../domain/support/article.ts'
import { setState } from '../../domain/support/change-ticket.ts'
import type { Outage } from '../../domain/support/outage.ts'
import type { Ticket } from '../../domain/support/ticket.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { audit, done, refused } from '../settlement/verdict.ts'
import { articlesOfSite, outagesOfSite, ticketsOfOutage } from '../storage/load-support.ts'

type OfSite = IntentKind & ('article.save' | 'articles.order' | 'article.solved')

/** Null at a location that is not the actor's. */
async function articlesHere(
  ledger: Ledger,
  { body }: Intent<OfSite>,
  actor: Member,
): Promise<readonly Article[] | null> {
  return actor.siteIds.includes(body.siteId) ? articlesOfSite(ledger.tx, body.siteId) : null
}

const saveOne = settlementKind<'article.save', readonly Article[] | null>({
  kind: 'article.save',
  load: articlesHere,
  decide: ({ kind, body }, articles, _actor, now) => {
    if (articles === null) return refused({ reason: 'not-allowed' })
    const { siteId, article, revision } = body
    const decision = saveArticle(siteId, article, revision, articles, now)
    if (decision.kind === 'refused') return refused(decision.refusal)
    return done([
      { kind: 'article', article: decision.article },
      audit(kind, article.id, article.state),
    ])
  },
})

const orderAll = settlementKind<'articles.order', readonly Article[] | null>({
  kind: 'articles.order',
  load: articlesHere,
  decide: ({ kind, body }, articles) => {
    if (articles === null) return refused({ reason: 'not-allowed' })
    const { siteId, articleIds } = body
    return done([{ kind: 'article-order', siteId, articleIds }, audit(kind, siteId, '')])
  },
})

const solvedBy = settlementKind<'article.solved', readonly Article[] | null>({
  kind: 'article.solved',
  load: articlesHere,
  decide: ({ id: intentId, body }, articles) => {
    if (articles === null) return refused({ reason: 'not-allowed' })
    const { siteId, articleId } = body
    if (!articles.some(({ id }) => id === articleId)) return refused({ reason: 'unknown-article' })
    return done([{ kind: 'article-solved', siteId, articleId, intentId }])
  },
})

async function outagesHere(ledger: Ledger, siteId: SiteId, actor: Member) {
  return actor.siteIds.includes(siteId) ? outagesOfSite(ledger.tx, siteId) : null
}

const announce = settlementKind<'outage.announce', readonly Outage[] | null>({
  kind: 'outage.announce',
  load: (ledger, { body }, actor) => outagesHere(ledger, body.siteId, actor),
  decide: ({ kind, body }, outages, _actor, now) => {
    if (outages === null) return refused({ reason: 'not-allowed' })
    const { outageId: id, siteId, resourceIds, text } = body
    const before = outages.find((one) => one.id === id)
    const max = limits.outagesMax
    if (before === undefined && outages.length >= max) {
      return refused({ reason: 'too-many-outages', max })
    }
    const since = before?.since ?? now
    const outage: Outage = { id, siteId, resourceIds, text, since, endedAt: null }
    return done([{ kind: 'outage', outage }, audit(kind, id, text)])
  },
})

interface EndFacts {
  readonly outage: Outage
  readonly tickets: readonly Ticket[]
}

const endOutage = settlementKind<'outage.end', EndFacts | null>({
  kind: 'outage.end',
  load: async (ledger, { body }, actor) => {
    const outages = await outagesHere(ledger, body.siteId, actor)
    const outage = outages?.find(({ id }) => id === body.outageId)
    if (outage === undefined) return null
    return { outage, tickets: await ticketsOfOutage(ledger.tx, outage.id) }
  },
  decide: ({ kind }, facts, actor, now) => {
    if (facts === null) return refused({ reason: 'unknown-outage' })
    const { outage, tickets } = facts
    const hand = { by: actor.id, isOfTeam: true }
    const resolved = tickets.flatMap((ticket): Fact[] => {
      const decision = setState(ticket, hand, 'resolved', now)
      return decision.kind === 'refused' ? [] : [{ ...decision, kind: 'ticket' }]
    })
    const ended: Fact = { kind: 'outage', outage: { ...outage, endedAt: now } }
    return done([ended, ...resolved, audit(kind, outage.id, '')])
  },
})

const saveSettings = settlementKind<'support.save', null>({
  kind: 'support.save',
  load: async () => null,
  decide: ({ kind, body: { siteId, settings } }, _facts, actor) => {
    if (!actor.siteIds.includes(siteId)) return refused({ reason: 'not-allowed' })
    const hours = JSON.stringify(settings.replyHours)
    return done([{ kind: 'support-settings', siteId, settings }, audit(kind, siteId, hours)])
  },
})

export const articleKinds = [saveOne, orderAll, solvedBy, announce, endOutage, saveSettings]
