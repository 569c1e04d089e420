/** A location's own words for its news, by language and kind. */
import type { NewsKind } from '../../domain/news/news.ts'
import type { Template } from '../../domain/news/template.ts'
import type { Reader, Storage, Tx } from '../storage/storage.ts'

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

export interface OwnTemplate extends Template {
  readonly kind: string
}

export async function templatesOf(reader: Reader, siteId: string): Promise<readonly OwnTemplate[]> {
  return reader
    .selectFrom('news_template')
    .select(['kind', 'subject', 'text'])
    .where('site_id', '=', siteId)
    .where('language', '=', LANGUAGE)
    .execute()
}

interface Saved {
  readonly siteId: string
  readonly memberId: string
  readonly kind: NewsKind
}

export async function saveTemplate(
  storage: Storage,
  { siteId, memberId, kind, template }: Saved & { readonly template: Template },
  now: number,
): Promise<void> {
  const words = { subject: template.subject.trim(), text: template.text.trim() }
  const more = { ...words, saved_at: now, saved_by: memberId }
  await storage.transaction(async (tx) => {
    await tx
      .insertInto('news_template')
      .values({ site_id: siteId, language: LANGUAGE, kind, ...more })
      .onConflict((conflict) => conflict.columns(['site_id', 'language', 'kind']).doUpdateSet(more))
      .execute()
    await writeTrail(tx, { siteId, memberId, kind }, now)
  })
}

/** Back to the usual words. */
export async function resetTemplate(storage: Storage, saved: Saved, now: number): Promise<void> {
  const { siteId, kind } = saved
  await storage.transaction(async (tx) => {
    await tx
      .deleteFrom('news_template')
      .where('site_id', '=', siteId)
      .where('language', '=', LANGUAGE)
      .where('kind', '=', kind)
      .execute()
    await writeTrail(tx, saved, now)
  })
}

async function writeTrail(tx: Tx, { siteId, memberId, kind }: Saved, at: number): Promise<void> {
  const entry = { at, actor: memberId, command: 'news.manage', subject: siteId, detail: kind }
  await tx.insertInto('audit').values(entry).execute()
}
