/** Looks for words in the answers, on this device: by their beginnings, and past a typing mistake. */
import MiniSearch from 'minisearch'
import type { Article } from '../../domain/support/article.ts'
import { limits } from '../../domain/values/limits.ts'

/** A mistake in every five letters: fewer, and short words would mean anything. */
const FUZZY = 0.2
/** What fits a third as well as the best fits by accident. */
const FIT = 0.35
/** Words that are in every sentence find nothing. */
const LETTERS_MIN = 3

export type FindArticles = (text: string) => readonly Article[]

export function makeFindArticles(articles: readonly Article[]): FindArticles {
  const byId = new Map<string, Article>(articles.map((one) => [one.id, one]))
  const index = new MiniSearch<Article>({
    fields: ['title', 'body'],
    processTerm: (term) => {
      const plain = term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
      return plain.length < LETTERS_MIN ? null : plain
    },
    searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: FUZZY },
  })
  index.addAll(articles)
  return (text) => {
    const found = index.search(text.slice(0, limits.ticketTextLengthMax))
    const best = found[0]?.score ?? 0
    return found
      .filter(({ score }) => score >= best * FIT)
      .flatMap(({ id }) => byId.get(String(id)) ?? [])
  }
}
