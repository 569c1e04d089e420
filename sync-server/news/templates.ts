/** A location's own words for its news, by language and kind. */
import type { NewsKind } from '../../domain/news/news.ts'
import type { Template } from '../../domain/news/template.ts'
import type { Reader } from '../storage/storage.ts'

/** The language that everything is written in so far; rows name it, so that further ones stand beside it. */
export const LANGUAGE = 'en'

export async function findTemplate(
  reader: Reader,
  siteId: string,
  kind: NewsKind,
): Promise<Template | null> {
  const row = await reader
    .selectFrom('news_template')
    .select(['subject', 'text'])
    .where('site_id', '=', siteId)
    .where('language', '=', LANGUAGE)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row ?? null
}
