/** What the team has written down once, so that nobody has to ask. */
import type { Refusal } from '../bookings/wishes/refusal.ts'
import type { ArticleText } from '../bookings/wishes/support-requests.ts'
import type { ArticleId, SiteId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import { limits } from '../values/limits.ts'

export interface Article extends ArticleText {
  readonly siteId: SiteId
  /** Among the articles of its location, from 0 on. */
  readonly position: number
  /** Rises by one with each time it is saved. */
  readonly revision: number
  readonly savedAt: Instant
}

export type ArticleDecision =
  | { readonly kind: 'saved'; readonly article: Article }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** Saved on the revision it was made from, so that of two who write at once nobody's words are lost unseen. */
export function saveArticle(
  siteId: SiteId,
  text: ArticleText,
  revision: number,
  articles: readonly Article[],
  now: Instant,
): ArticleDecision {
  const before = articles.find(({ id }) => id === text.id)
  if ((before?.revision ?? 0) !== revision) return refuse({ reason: 'setting-changed' })
  const max = limits.articlesMax
  if (before === undefined && articles.length >= max) {
    return refuse({ reason: 'too-many-articles', max })
  }
  // A translation is of an article, never of a translation.
  const original = articles.find(({ id }) => id === text.translates)
  const isOf = original !== undefined && original.translates === null && original.id !== text.id
  if (text.translates !== null && !isOf) return refuse({ reason: 'unknown-article' })
  const last = articles.reduce((most, { position }) => Math.max(most, position), -1)
  return {
    kind: 'saved',
    article: {
      ...{ ...text, siteId, savedAt: now, revision: revision + 1 },
      position: before?.position ?? last + 1,
    },
  }
}

/** Those that are named come first, in that order; whoever was written meanwhile keeps its place behind them. */
export function orderArticles(
  articles: readonly Article[],
  order: readonly ArticleId[],
): readonly Article[] {
  const placeOf = ({ id, position }: Article) => {
    const place = order.indexOf(id)
    return place === -1 ? order.length + position : place
  }
  return [...articles]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((article, position) => ({ ...article, position }))
}

/** One of each article, in the language asked for where it is published in that, in the team's order. */
export function inLanguage<
  One extends Pick<Article, 'id' | 'translates' | 'language' | 'position'>,
>(articles: readonly One[], language: string): readonly One[] {
  const [spoken] = language.split('-')
  const isSpoken = (one: One) => one.language === language || one.language === spoken
  const groups = new Map<string, One[]>()
  for (const one of [...articles].sort((a, b) => a.position - b.position)) {
    const of = one.translates ?? one.id
    groups.set(of, [...(groups.get(of) ?? []), one])
  }
  return [...groups.values()].flatMap(
    (group) => group.find(isSpoken) ?? group.find(({ translates }) => translates === null) ?? [],
  )
}

function refuse(refusal: Refusal): ArticleDecision {
  return { kind: 'refused', refusal }
}
