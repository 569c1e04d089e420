/** Loads the part that searches; where it cannot be had, the very words are looked for. Nobody is kept from writing because of it. */
import type { Article } from '../../domain/support/article.ts'
import type { FindArticles } from './find-articles.ts'

export async function loadFind(articles: readonly Article[]): Promise<FindArticles> {
  try {
    return (await import('./find-articles.ts')).makeFindArticles(articles)
  } catch {
    return (text) => {
      const wanted = text.trim().toLowerCase()
      return articles.filter(({ title, body }) => `${title} ${body}`.toLowerCase().includes(wanted))
    }
  }
}
